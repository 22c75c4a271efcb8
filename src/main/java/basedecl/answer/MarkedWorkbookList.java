package basedecl.answer;

import basedecl.file.ReplacedFile;
import basedecl.finding.Finding;
import basedecl.finding.FindingBounds;
import basedecl.finding.FindingText;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.workbook.FormulaStart;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableHead;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** 问题清单: every finding of a file, one a row, in the columns of contract 5. */
final class MarkedWorkbookList {

  private static final String NAME = "问题清单";
  private static final int WIDTH_OF_A_DIGIT = 256;
  private static final int TITLE_POINTS = 16;
  private static final int NOTE_POINTS = 10;
  private static final int CELL_POINTS = 11;
  private static final int POINTS_OF_A_LINE = 16;
  private static final short A4 = 9;

  private static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.serial("序号", 7),
          TableColumn.text("工作表", 16),
          TableColumn.serial("行", 7),
          TableColumn.text("列", 6),
          TableColumn.text("代码", 26),
          TableColumn.text("级别", 8),
          TableColumn.prose("问题", 48),
          TableColumn.prose("处理办法", 64));

  private final List<Finding> findings;
  private final Language language;

  MarkedWorkbookList(List<Finding> findings, Language language) {
    this.findings = findings;
    this.language = language;
  }

  /** Whether a sheet is such a list, from an answer that was sent in again. */
  static boolean isList(String sheet) {
    return sheet.strip().equals(NAME);
  }

  /** The list as a workbook of its own, of any length. */
  ReplacedFile.Written alone(Path target, LocalDate date, List<String> notes) throws IOException {
    TableSheet sheet =
        new TableSheet(NAME, title(), List.of(), List.of(), COLUMNS, 0, "", List.of(), List.of())
            .withNotes(notes);
    try (TableWorkbook workbook = TableWorkbook.at(target, date)) {
      TableRows rows = workbook.sheet(sheet, findings.size());
      for (int i = 0; i < findings.size(); i++) {
        Finding finding = findings.get(i);
        rows.row(finding.code().isError()).number(i + 1L).text(sheetName(finding));
        if (finding.place().row() > 0) {
          rows.number(finding.place().row());
        } else {
          rows.blank();
        }
        for (String text : texts(finding)) {
          rows.text(text);
        }
      }
      return workbook.finish();
    }
  }

  /** The list as the first sheet of a workbook. */
  void into(XSSFWorkbook workbook, List<String> notes) {
    XSSFSheet sheet = workbook.createSheet(NAME);
    workbook.setSheetOrder(NAME, 0);
    workbook.setActiveSheet(0);
    workbook.setSelectedTab(0);
    Looks looks = new Looks(workbook);
    int row = 0;
    wide(sheet, row++, title(), looks.title);
    for (String note : notes) {
      wide(sheet, row++, note, looks.note);
    }
    int header = row++;
    Row names = sheet.createRow(header);
    for (int i = 0; i < COLUMNS.size(); i++) {
      names.createCell(i).setCellValue(COLUMNS.get(i).name());
      names.getCell(i).setCellStyle(looks.header);
      sheet.setColumnWidth(i, COLUMNS.get(i).width() * WIDTH_OF_A_DIGIT);
    }
    for (int i = 0; i < findings.size(); i++) {
      fill(sheet.createRow(row++), i + 1, findings.get(i), looks);
    }
    sheet.createFreezePane(0, header + 1);
    sheet.setAutoFilter(
        new CellRangeAddress(header, Math.max(header, row - 1), 0, COLUMNS.size() - 1));
    sheet.setRepeatingRows(new CellRangeAddress(header, header, -1, -1));
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(A4);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private String title() {
    return Message.of("marked.title", Long.toString(FindingBounds.count(findings))).in(language);
  }

  private static String sheetName(Finding finding) {
    return finding.place().sheet().isEmpty() && finding.place().row() > 0
        ? MarkedWorkbookValues.UNNAMED_SHEET
        : finding.place().sheet();
  }

  /** The columns from 列 on. */
  private List<String> texts(Finding finding) {
    return List.of(
        finding.place().columnLetter(),
        finding.code().name(),
        FindingText.severity(finding.code().severity(), language),
        FindingText.sentence(finding, language),
        FindingText.remedy(finding, language));
  }

  private void fill(Row row, int serial, Finding finding, Looks looks) {
    row.createCell(0).setCellValue(serial);
    text(row, 1, sheetName(finding), looks);
    row.createCell(2);
    if (finding.place().row() > 0) {
      row.getCell(2).setCellValue(finding.place().row());
    }
    List<String> texts = texts(finding);
    int lines = 1;
    for (int i = 0; i < texts.size(); i++) {
      text(row, 3 + i, texts.get(i), looks);
      lines = Math.max(lines, TableHead.lines(texts.get(i), COLUMNS.get(3 + i).width() - 2));
    }
    row.setHeightInPoints(lines * POINTS_OF_A_LINE);
    row.getCell(0).setCellStyle(looks.cell);
    row.getCell(2).setCellStyle(looks.cell);
  }

  private static void text(Row row, int column, String text, Looks looks) {
    row.createCell(column).setCellValue(text);
    row.getCell(column).setCellStyle(FormulaStart.of(text) ? looks.quoted : looks.cell);
  }

  private static void wide(XSSFSheet sheet, int row, String text, CellStyle style) {
    XSSFCell cell = sheet.createRow(row).createCell(0);
    cell.setCellValue(text);
    cell.setCellStyle(style);
    sheet.addMergedRegion(new CellRangeAddress(row, row, 0, COLUMNS.size() - 1));
  }

  /** The styles of the list. */
  private static final class Looks {
    private final XSSFCellStyle title;
    private final XSSFCellStyle note;
    private final XSSFCellStyle header;
    private final XSSFCellStyle cell;
    private final XSSFCellStyle quoted;

    private Looks(XSSFWorkbook workbook) {
      title = workbook.createCellStyle();
      title.setFont(font(workbook, TITLE_POINTS, true));
      note = workbook.createCellStyle();
      note.setFont(font(workbook, NOTE_POINTS, false));
      header = bordered(workbook);
      header.setFont(font(workbook, CELL_POINTS, true));
      header.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
      header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      cell = bordered(workbook);
      quoted = bordered(workbook);
      quoted.setQuotePrefixed(true);
    }

    private static XSSFCellStyle bordered(XSSFWorkbook workbook) {
      XSSFCellStyle style = workbook.createCellStyle();
      style.setWrapText(true);
      style.setVerticalAlignment(VerticalAlignment.CENTER);
      style.setBorderTop(BorderStyle.THIN);
      style.setBorderBottom(BorderStyle.THIN);
      style.setBorderLeft(BorderStyle.THIN);
      style.setBorderRight(BorderStyle.THIN);
      style.setFont(font(workbook, CELL_POINTS, false));
      return style;
    }

    private static XSSFFont font(XSSFWorkbook workbook, int points, boolean bold) {
      XSSFFont font = workbook.createFont();
      font.setFontName("宋体");
      font.setFontHeightInPoints((short) points);
      font.setBold(bold);
      return font;
    }
  }
}
