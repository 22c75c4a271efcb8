package basedecl.answer.template;

import basedecl.file.ReplacedFile;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Population;
import basedecl.workbook.ReproducibleZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A declaration workbook, blank or with people filled in: a sheet to fill in, whose columns have
 * the formats, drop-downs and input hints that keep usual mistakes away, a page 填表说明 with
 * instructions and a filled example, and for employees a page 工资总额组成. Filled in, it passes the
 * checks; the example stands column by column on the page of instructions, where nobody takes it
 * for a person.
 */
public final class TemplateWorkbook {

  /** The page of instructions, which the readers pass over. */
  public static final String INSTRUCTIONS = "填表说明";

  /** Rows that have drop-downs and hints; the formats hold for the whole column. */
  public static final int PREPARED_ROWS = 5_000;

  static final int HEADER_ROW = 1;

  /** The first row of a person, as a spreadsheet counts rows. */
  public static final int FIRST_ROW = HEADER_ROW + 2;

  private static final int INSTRUCTION_WIDTH = 70;

  private final Population population;
  private final Language language;
  private final LocalDate date;

  /**
   * @param date the business date, which the file's properties bear
   */
  public TemplateWorkbook(Population population, Language language, LocalDate date) {
    this.population = population;
    this.language = language;
    this.date = date;
  }

  /** Writes the blank workbook at {@code target}, an .xlsx; equal dates give equal bytes. */
  public ReplacedFile.Written write(Path target) throws IOException {
    try (ReplacedFile file = ReplacedFile.at(target)) {
      write(file.stream());
      return file.finish();
    }
  }

  /** The blank workbook, as {@link #write(Path)} writes it; {@code target} stays open. */
  public void write(OutputStream target) throws IOException {
    write(Optional.empty(), target);
  }

  /**
   * Writes the workbook at {@code target} with people in it, from {@link #FIRST_ROW} on; equal
   * people and dates give equal bytes.
   */
  public ReplacedFile.Written write(Path target, TemplateRows rows) throws IOException {
    try (ReplacedFile file = ReplacedFile.at(target)) {
      write(Optional.of(rows), file.stream());
      return file.finish();
    }
  }

  private void write(Optional<TemplateRows> rows, OutputStream target) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      ReproducibleZip.bear(date, workbook);
      TemplateWorkbookFormats looks = new TemplateWorkbookFormats(workbook);
      XSSFSheet sheet = blankSheet(workbook, looks);
      rows.ifPresent(filled -> new TemplateWorkbookRows(population, filled).write(sheet));
      instructions(workbook, looks, rows.map(TemplateRows::origin));
      if (population == Population.EMPLOYEES) {
        new WageCompositionSheet(language).write(workbook, looks);
      }
      workbook.write(bytes);
    }
    ReproducibleZip.write(bytes.toByteArray(), target);
  }

  private XSSFSheet blankSheet(XSSFWorkbook workbook, TemplateWorkbookFormats looks) {
    List<TemplateWorkbookColumn> columns = TemplateWorkbookColumn.of(population);
    XSSFSheet sheet = workbook.createSheet(population == Population.RETIREES ? "退休人员申报表" : "职工申报表");
    Row title = sheet.createRow(0);
    title.createCell(0).setCellValue(words("title", population.name()));
    title.getCell(0).setCellStyle(looks.title());
    title.setHeightInPoints(30);
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, columns.size() - 1));
    Row header = sheet.createRow(HEADER_ROW);
    header.setHeightInPoints(24);
    for (int i = 0; i < columns.size(); i++) {
      TemplateWorkbookColumn column = columns.get(i);
      header.createCell(i).setCellValue(column.title());
      header.getCell(i).setCellStyle(looks.header(column.isRequired(population)));
      sheet.setColumnWidth(i, column.width() * TemplateWorkbookFormats.WIDTH_OF_A_DIGIT);
      sheet.setDefaultColumnStyle(i, looks.column(column.format()));
      validation(sheet, column, i).ifPresent(sheet::addValidationData);
    }
    sheet.createFreezePane(0, HEADER_ROW + 1);
    looks.print(sheet, HEADER_ROW);
    return sheet;
  }

  private Optional<DataValidation> validation(
      XSSFSheet sheet, TemplateWorkbookColumn column, int index) {
    return column
        .rule(new XSSFDataValidationHelper(sheet))
        .map(
            rule -> {
              DataValidation validation =
                  new XSSFDataValidationHelper(sheet)
                      .createValidation(
                          rule,
                          new CellRangeAddressList(
                              HEADER_ROW + 1, HEADER_ROW + PREPARED_ROWS, index, index));
              validation.setEmptyCellAllowed(true);
              validation.setSuppressDropDownArrow(true);
              validation.setShowPromptBox(true);
              validation.createPromptBox(column.title(), words("hint", column.name()));
              validation.setShowErrorBox(true);
              validation.createErrorBox(column.title(), words("error", column.name()));
              return validation;
            });
  }

  private void instructions(
      XSSFWorkbook workbook, TemplateWorkbookFormats looks, Optional<String> origin) {
    XSSFSheet sheet = workbook.createSheet(INSTRUCTIONS);
    int row = 0;
    wide(sheet, row++, words("instructions", "TITLE"), looks.title().getIndex());
    if (origin.isPresent()) {
      wide(sheet, row++, origin.get(), looks.prose().getIndex());
    }
    TemplateInstructions page = TemplateInstructions.of(population, language);
    for (String sentence : page.sentences()) {
      wide(sheet, row++, sentence, looks.prose().getIndex());
    }
    Row header = sheet.createRow(row++);
    List<String> names =
        List.of(words("table", "COLUMN"), words("table", "EXAMPLE"), words("table", "HOW"));
    for (int i = 0; i < names.size(); i++) {
      header.createCell(i).setCellValue(names.get(i));
      header.getCell(i).setCellStyle(looks.header(false));
    }
    for (TemplateInstructions.Column column : page.columns()) {
      Row line = sheet.createRow(row++);
      line.createCell(0).setCellValue(column.title());
      line.createCell(1).setCellValue(column.example());
      line.createCell(2).setCellValue(column.how());
      line.forEach(cell -> cell.setCellStyle(looks.prose()));
    }
    sheet.setColumnWidth(0, 16 * TemplateWorkbookFormats.WIDTH_OF_A_DIGIT);
    sheet.setColumnWidth(1, 28 * TemplateWorkbookFormats.WIDTH_OF_A_DIGIT);
    sheet.setColumnWidth(2, INSTRUCTION_WIDTH * TemplateWorkbookFormats.WIDTH_OF_A_DIGIT);
    looks.print(sheet, 0);
  }

  private static void wide(XSSFSheet sheet, int index, String text, short style) {
    Row row = sheet.createRow(index);
    row.createCell(0).setCellValue(text);
    row.getCell(0).setCellStyle(sheet.getWorkbook().getCellStyleAt(style));
    row.setHeightInPoints(30);
    sheet.addMergedRegion(new CellRangeAddress(index, index, 0, 2));
  }

  private String words(String part, String key) {
    return Message.of("template." + part + "." + key).in(language);
  }
}
