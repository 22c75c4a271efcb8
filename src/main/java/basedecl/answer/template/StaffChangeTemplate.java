package basedecl.answer.template;

import basedecl.declaration.staff.StaffChangeKind;
import basedecl.file.ReplacedFile;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.person.DocumentKind;
import basedecl.workbook.ReproducibleZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A blank table of staff changes: one sheet with the columns that {@code staff-changes} reads,
 * their formats, drop-downs and input hints.
 */
public final class StaffChangeTemplate {

  private static final int HEADER_ROW = 1;
  private static final int PREPARED_ROWS = 2_000;

  /** A column; {@code key} names its hint and what it says of a wrong entry. */
  private record Column(
      String title,
      String key,
      String format,
      int width,
      boolean required,
      DataValidationConstraint rule) {}

  private final Language language;
  private final LocalDate date;

  /**
   * @param date which the file's properties bear
   */
  public StaffChangeTemplate(Language language, LocalDate date) {
    this.language = language;
    this.date = date;
  }

  /** Writes the workbook at {@code target}, an .xlsx; equal dates give equal bytes. */
  public ReplacedFile.Written write(Path target) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      ReproducibleZip.bear(date, workbook);
      sheet(workbook);
      workbook.write(bytes);
    }
    try (ReplacedFile file = ReplacedFile.at(target)) {
      ReproducibleZip.write(bytes.toByteArray(), file.stream());
      return file.finish();
    }
  }

  private void sheet(XSSFWorkbook workbook) {
    TemplateWorkbookFormats looks = new TemplateWorkbookFormats(workbook);
    XSSFSheet sheet = workbook.createSheet("人员增减表");
    XSSFDataValidationHelper helper = new XSSFDataValidationHelper(sheet);
    List<Column> columns = columns(helper);
    Row title = sheet.createRow(0);
    title.createCell(0).setCellValue(Message.of("template.title.STAFF_CHANGES").in(language));
    title.getCell(0).setCellStyle(looks.title());
    title.setHeightInPoints(30);
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, columns.size() - 1));
    Row header = sheet.createRow(HEADER_ROW);
    header.setHeightInPoints(24);
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      header.createCell(i).setCellValue(column.title());
      header.getCell(i).setCellStyle(looks.header(column.required()));
      sheet.setColumnWidth(i, column.width() * TemplateWorkbookFormats.WIDTH_OF_A_DIGIT);
      sheet.setDefaultColumnStyle(i, looks.column(column.format()));
      sheet.addValidationData(validation(helper, column, i));
    }
    sheet.createFreezePane(0, HEADER_ROW + 1);
    looks.print(sheet, HEADER_ROW);
  }

  private static List<Column> columns(XSSFDataValidationHelper helper) {
    return List.of(
        new Column("单位编号", "EMPLOYER_CODE", "@", 16, true, length(helper, 1, 64)),
        new Column("姓名", "NAME", "@", 12, true, length(helper, 1, 100)),
        new Column(
            "证件类型",
            "DOCUMENT_KIND",
            "@",
            22,
            false,
            helper.createExplicitListConstraint(
                Arrays.stream(DocumentKind.values())
                    .map(DocumentKind::title)
                    .toArray(String[]::new))),
        new Column("证件号码", "ID_NUMBER", "@", 24, true, length(helper, 5, 18)),
        new Column(
            "变动",
            "STAFF_CHANGE",
            "@",
            10,
            true,
            helper.createExplicitListConstraint(
                Arrays.stream(StaffChangeKind.values())
                    .map(StaffChangeKind::title)
                    .toArray(String[]::new))),
        new Column("生效月份", "STAFF_FROM", "@", 12, true, length(helper, 6, 8)),
        new Column(
            "起薪",
            "STAFF_WAGE",
            "0.00",
            14,
            false,
            helper.createDecimalConstraint(OperatorType.BETWEEN, "0.01", "999999.99")));
  }

  private static DataValidationConstraint length(
      XSSFDataValidationHelper helper, int least, int most) {
    return helper.createTextLengthConstraint(
        OperatorType.BETWEEN, Integer.toString(least), Integer.toString(most));
  }

  private DataValidation validation(XSSFDataValidationHelper helper, Column column, int index) {
    DataValidation validation =
        helper.createValidation(
            column.rule(),
            new CellRangeAddressList(HEADER_ROW + 1, HEADER_ROW + PREPARED_ROWS, index, index));
    validation.setEmptyCellAllowed(true);
    validation.setSuppressDropDownArrow(true);
    validation.setShowPromptBox(true);
    validation.createPromptBox(
        column.title(), Message.of("template.hint." + column.key()).in(language));
    validation.setShowErrorBox(true);
    validation.createErrorBox(
        column.title(), Message.of("template.error." + column.key()).in(language));
    return validation;
  }
}
