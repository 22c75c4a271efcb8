package basedecl.answer.template;

import basedecl.file.ReplacedFile;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.workbook.ReproducibleZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A blank workbook for a table that an office submits: a sheet with the header that the job looks
 * for, formats that keep codes and numbers whole, drop-downs where a cell takes a few words, and a
 * page 填表说明 that tells of each column.
 */
public final class TableTemplate {

  private static final int PREPARED_ROWS = 5_000;
  private static final int HOW_WIDTH = 40;
  private static final int USE_HEIGHT = 34;

  private final TableKind kind;
  private final Language language;
  private final LocalDate date;

  /**
   * @param date the business date, which the file's properties bear
   */
  public TableTemplate(TableKind kind, Language language, LocalDate date) {
    this.kind = kind;
    this.language = language;
    this.date = date;
  }

  /** Writes the workbook at {@code target}, an .xlsx; equal dates give equal bytes. */
  public ReplacedFile.Written write(Path target) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      ReproducibleZip.bear(date, workbook);
      TemplateWorkbookFormats looks = new TemplateWorkbookFormats(workbook);
      table(workbook, looks);
      instructions(workbook, looks);
      workbook.write(bytes);
    }
    try (ReplacedFile file = ReplacedFile.at(target)) {
      ReproducibleZip.write(bytes.toByteArray(), file.stream());
      return file.finish();
    }
  }

  private void table(XSSFWorkbook workbook, TemplateWorkbookFormats looks) {
    XSSFSheet sheet = workbook.createSheet(kind.sheet());
    Row header = sheet.createRow(0);
    header.setHeightInPoints(24);
    List<TableTemplateColumn> columns = kind.columns();
    for (int i = 0; i < columns.size(); i++) {
      TableTemplateColumn column = columns.get(i);
      header.createCell(i).setCellValue(column.title());
      header.getCell(i).setCellStyle(looks.header(column.required()));
      sheet.setColumnWidth(i, column.width() * TemplateWorkbookFormats.WIDTH_OF_A_DIGIT);
      sheet.setDefaultColumnStyle(i, looks.column(column.format()));
      if (!column.choices().isEmpty()) {
        sheet.addValidationData(choices(sheet, column, i));
      }
    }
    sheet.createFreezePane(0, 1);
    looks.print(sheet, 0);
  }

  private static DataValidation choices(XSSFSheet sheet, TableTemplateColumn column, int index) {
    XSSFDataValidationHelper helper = new XSSFDataValidationHelper(sheet);
    DataValidation validation =
        helper.createValidation(
            helper.createExplicitListConstraint(column.choices().toArray(String[]::new)),
            new CellRangeAddressList(1, PREPARED_ROWS, index, index));
    validation.setEmptyCellAllowed(true);
    validation.setSuppressDropDownArrow(true);
    validation.setShowErrorBox(true);
    return validation;
  }

  private void instructions(XSSFWorkbook workbook, TemplateWorkbookFormats looks) {
    XSSFSheet sheet = workbook.createSheet(TemplateWorkbook.INSTRUCTIONS);
    line(sheet, 0, looks, words("use." + kind.name()), "", "");
    sheet.getRow(0).setHeightInPoints(USE_HEIGHT);
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
    line(sheet, 1, looks, words("table.COLUMN"), words("table.EXAMPLE"), words("table.HOW"));
    int row = 2;
    for (TableTemplateColumn column : kind.columns()) {
      line(sheet, row++, looks, column.title(), column.example(), how(column));
    }
    sheet.setColumnWidth(0, HOW_WIDTH * TemplateWorkbookFormats.WIDTH_OF_A_DIGIT);
    sheet.setColumnWidth(1, HOW_WIDTH * TemplateWorkbookFormats.WIDTH_OF_A_DIGIT);
    sheet.setColumnWidth(2, HOW_WIDTH * TemplateWorkbookFormats.WIDTH_OF_A_DIGIT);
    looks.print(sheet, 0);
  }

  private String how(TableTemplateColumn column) {
    String how = words(column.required() ? "column.required" : "column.optional");
    return column.choices().isEmpty()
        ? how
        : how + words("column.choices", String.join("、", column.choices()));
  }

  private static void line(
      XSSFSheet sheet, int index, TemplateWorkbookFormats looks, String... cells) {
    Row row = sheet.createRow(index);
    for (int i = 0; i < cells.length; i++) {
      row.createCell(i).setCellValue(cells[i]);
      row.getCell(i).setCellStyle(looks.prose());
    }
  }

  private String words(String key, String... arguments) {
    return Message.of("template." + key, arguments).in(language);
  }
}
