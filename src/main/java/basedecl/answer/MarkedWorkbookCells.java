package basedecl.answer;

import basedecl.finding.Finding;
import basedecl.finding.SourceCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;

/** Colours and comments of the cells that findings name. */
final class MarkedWorkbookCells {

  private static final byte[] ERROR_RGB = {(byte) 0xFF, (byte) 0xC7, (byte) 0xCE};
  private static final byte[] WARNING_RGB = {(byte) 0xFF, (byte) 0xEB, (byte) 0x9C};

  private record StyleKey(int style, boolean error) {}

  private final MarkedSheets sheets;
  private final int mostComments;
  private final MarkedWorkbookWords words;
  private final Map<StyleKey, Integer> styles = new HashMap<>();

  MarkedWorkbookCells(MarkedSheets sheets, int mostComments, MarkedWorkbookWords words) {
    this.sheets = sheets;
    this.mostComments = mostComments;
    this.words = words;
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
      Optional<MarkedSheet> sheet = sheets.called(name);
      if (sheet.isPresent()) {
        mark(sheet.get(), place, entry.getValue(), marked < mostComments);
        marked++;
      }
    }
    return Math.max(0, marked - mostComments);
  }

  private void mark(MarkedSheet sheet, SourceCell place, List<Finding> findings, boolean comment) {
    int row = place.row() - 1;
    MarkedSheet.Row marked = sheet.row(row);
    MarkedSheet.Cell cell = marked.cell(place.column());
    marked.put(new MarkedSheet.Cell(cell.column(), coloured(cell.style(), findings), cell.value()));
    if (comment) {
      sheet.comment(
          new MarkedSheet.Place(row, place.column(), findings.size()),
          String.join("\n\n", findings.stream().map(words::comment).toList()));
    }
  }

  private int coloured(int style, List<Finding> findings) {
    boolean error = findings.stream().anyMatch(finding -> finding.code().isError());
    return styles.computeIfAbsent(
        new StyleKey(style, error),
        key -> {
          XSSFCellStyle made = sheets.workbook().createCellStyle();
          made.cloneStyleFrom(sheets.workbook().getCellStyleAt(style));
          made.setFillForegroundColor(new XSSFColor(error ? ERROR_RGB : WARNING_RGB));
          made.setFillPattern(FillPatternType.SOLID_FOREGROUND);
          return MarkedWorkbookStyles.number(made);
        });
  }
}
