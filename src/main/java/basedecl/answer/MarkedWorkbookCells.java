package basedecl.answer;

import basedecl.finding.Finding;
import basedecl.finding.FindingText;
import basedecl.finding.SourceCell;
import basedecl.message.Language;
import basedecl.message.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Colours and comments of the cells that findings name. */
final class MarkedWorkbookCells {

  private static final byte[] ERROR_RGB = {(byte) 0xFF, (byte) 0xC7, (byte) 0xCE};
  private static final byte[] WARNING_RGB = {(byte) 0xFF, (byte) 0xEB, (byte) 0x9C};

  private static final int COMMENT_COLUMNS = 4;
  private static final int ROWS_A_FINDING = 7;

  private record StyleKey(int style, boolean error) {}

  private final XSSFWorkbook workbook;
  private final int mostComments;
  private final Language language;
  private final Map<StyleKey, XSSFCellStyle> styles = new HashMap<>();

  MarkedWorkbookCells(XSSFWorkbook workbook, int mostComments, Language language) {
    this.workbook = workbook;
    this.mostComments = mostComments;
    this.language = language;
  }

  /**
   * Marks the cells of {@code findings}; a finding of a whole row marks the row's first cell.
   *
   * @return the number of bad cells that got no comment
   */
  int mark(List<Finding> findings) {
    Map<SourceCell, List<Finding>> byCell = new LinkedHashMap<>();
    for (Finding finding : findings) {
      SourceCell place = finding.place();
      if (place.row() > 0) {
        SourceCell cell = new SourceCell(place.sheet(), place.row(), Math.max(0, place.column()));
        byCell.computeIfAbsent(cell, c -> new ArrayList<>()).add(finding);
      }
    }
    int marked = 0;
    for (Map.Entry<SourceCell, List<Finding>> entry : byCell.entrySet()) {
      SourceCell place = entry.getKey();
      String name = place.sheet().isEmpty() ? MarkedWorkbookValues.UNNAMED_SHEET : place.sheet();
      XSSFSheet sheet = workbook.getSheet(name);
      if (sheet != null) {
        XSSFCell cell = cellAt(sheet, place);
        cell.setCellStyle(coloured(cell.getCellStyle(), entry.getValue()));
        if (marked < mostComments) {
          comment(sheet, cell, entry.getValue());
        }
        marked++;
      }
    }
    return Math.max(0, marked - mostComments);
  }

  private static XSSFCell cellAt(XSSFSheet sheet, SourceCell place) {
    XSSFRow row = sheet.getRow(place.row() - 1);
    XSSFRow present = row == null ? sheet.createRow(place.row() - 1) : row;
    return present.getCell(place.column(), MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  private XSSFCellStyle coloured(XSSFCellStyle style, List<Finding> findings) {
    boolean error = findings.stream().anyMatch(finding -> finding.code().isError());
    return styles.computeIfAbsent(
        new StyleKey(style.getIndex(), error),
        key -> {
          XSSFCellStyle made = workbook.createCellStyle();
          made.cloneStyleFrom(style);
          made.setFillForegroundColor(new XSSFColor(error ? ERROR_RGB : WARNING_RGB));
          made.setFillPattern(FillPatternType.SOLID_FOREGROUND);
          return made;
        });
  }

  private void comment(XSSFSheet sheet, XSSFCell cell, List<Finding> findings) {
    int column = cell.getColumnIndex();
    int row = cell.getRowIndex();
    XSSFClientAnchor anchor =
        new XSSFClientAnchor(
            0,
            0,
            0,
            0,
            column + 1,
            row,
            column + 1 + COMMENT_COLUMNS,
            row + ROWS_A_FINDING * findings.size());
    XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setAuthor(Message.of("marked.author").in(language));
    comment.setString(String.join("\n\n", findings.stream().map(this::words).toList()));
    cell.setCellComment(comment);
  }

  private String words(Finding finding) {
    return Message.of(
            "marked.comment",
            finding.code().name(),
            FindingText.severity(finding.code().severity(), language),
            FindingText.sentence(finding, language),
            FindingText.remedy(finding, language),
            FindingText.source(finding.code(), language))
        .in(language);
  }
}
