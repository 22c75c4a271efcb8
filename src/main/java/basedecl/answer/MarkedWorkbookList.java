package basedecl.answer;

import basedecl.file.ReplacedFile;
import basedecl.finding.Finding;
import basedecl.finding.FindingBounds;
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
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
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
  private static final int TWIPS_OF_A_LINE = 16 * 20;
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
  private final MarkedWorkbookWords words;

  MarkedWorkbookList(List<Finding> findings, Language language, MarkedWorkbookWords words) {
    this.findings = findings;
    this.language = language;
    this.words = words;
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
  void into(MarkedSheets sheets, List<String> notes) {
    XSSFWorkbook workbook = sheets.workbook();
    XSSFSheet sheet = workbook.createSheet(NAME);
    workbook.setSheetOrder(NAME, 0);
    workbook.setActiveSheet(0);
    workbook.setSelectedTab(0);
    Looks looks = new Looks(workbook);
    List<String> above = new ArrayList<>(List.of(title()));
    above.addAll(notes);
    int header = above.size();
    int last = header + findings.size();
    for (int row = 0; row < header; row++) {
      sheet.addMergedRegion(new CellRangeAddress(row, row, 0, COLUMNS.size() - 1));
    }
    for (int i = 0; i < COLUMNS.size(); i++) {
      sheet.setColumnWidth(i, COLUMNS.get(i).width() * WIDTH_OF_A_DIGIT);
    }
    sheet.createFreezePane(0, header + 1);
    sheet.setAutoFilter(new CellRangeAddress(header, last, 0, COLUMNS.size() - 1));
    sheet.setRepeatingRows(new CellRangeAddress(header, header, -1, -1));
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(A4);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
    MarkedSheets.dimension(sheet, MarkedSheetXml.range(0, last, COLUMNS.size()));
    sheets.put(sheet, xml -> write(xml, above, looks));
  }

  private void write(MarkedSheetXml xml, List<String> above, Looks looks) throws IOException {
    int row = 0;
    for (String line : above) {
      xml.beginRow(row, 0, false);
      xml.text(0, row == 0 ? looks.title : looks.note, line);
      xml.endRow();
      row++;
    }
    xml.beginRow(row++, 0, false);
    for (int i = 0; i < COLUMNS.size(); i++) {
      xml.text(i, looks.header, COLUMNS.get(i).name());
    }
    xml.endRow();
    for (int i = 0; i < findings.size(); i++) {
      write(xml, row++, i + 1, findings.get(i), looks);
    }
  }

  private void write(MarkedSheetXml xml, int row, int serial, Finding finding, Looks looks)
      throws IOException {
    List<String> texts = texts(finding);
    int lines = 1;
    for (int i = 0; i < texts.size(); i++) {
      lines = Math.max(lines, TableHead.lines(texts.get(i), COLUMNS.get(3 + i).width() - 2));
    }
    xml.beginRow(row, lines * TWIPS_OF_A_LINE, false);
    xml.number(0, looks.cell, serial);
    text(xml, 1, sheetName(finding), looks);
    if (finding.place().row() > 0) {
      xml.number(2, looks.cell, finding.place().row());
    } else {
      xml.blank(2, looks.cell);
    }
    for (int i = 0; i < texts.size(); i++) {
      text(xml, 3 + i, texts.get(i), looks);
    }
    xml.endRow();
  }

  private static void text(MarkedSheetXml xml, int column, String text, Looks looks)
      throws IOException {
    xml.text(column, FormulaStart.of(text) ? looks.quoted : looks.cell, text);
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
    List<String> texts = new ArrayList<>(List.of(finding.place().columnLetter()));
    texts.addAll(words.columns(finding));
    return texts;
  }

  /** The styles of the list. */
  private static final class Looks {
    private final int title;
    private final int note;
    private final int header;
    private final int cell;
    private final int quoted;

    private Looks(XSSFWorkbook workbook) {
      XSSFCellStyle titles = workbook.createCellStyle();
      titles.setFont(font(workbook, TITLE_POINTS, true));
      title = MarkedWorkbookStyles.number(titles);
      XSSFCellStyle notes = workbook.createCellStyle();
      notes.setFont(font(workbook, NOTE_POINTS, false));
      note = MarkedWorkbookStyles.number(notes);
      XSSFCellStyle headers = bordered(workbook);
      headers.setFont(font(workbook, CELL_POINTS, true));
      headers.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
      headers.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      header = MarkedWorkbookStyles.number(headers);
      cell = MarkedWorkbookStyles.number(bordered(workbook));
      XSSFCellStyle texts = bordered(workbook);
      texts.setQuotePrefixed(true);
      quoted = MarkedWorkbookStyles.number(texts);
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
