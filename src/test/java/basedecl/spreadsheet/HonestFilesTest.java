package basedecl.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cell.CellValue;
import basedecl.cell.Field;
import basedecl.declaration.row.RawRow;
import basedecl.spreadsheet.row.SheetRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HonestFilesTest {

  private final Path folder;

  HonestFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static byte[] saved(Workbook book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    book.write(out);
    book.close();
    return out.toByteArray();
  }

  private static Workbook book(boolean old) {
    return old ? new HSSFWorkbook() : new XSSFWorkbook();
  }

  private static void line(Sheet sheet, int number, Object... values) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < values.length; i++) {
      Cell cell = row.createCell(i);
      if (values[i] instanceof String text) {
        cell.setCellValue(text);
      } else if (values[i] instanceof Number number1) {
        cell.setCellValue(number1.doubleValue());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyKindOfCellReadsAlikeInBothWorkbookFormats(boolean old) throws Exception {
    Workbook book = book(old);
    Sheet sheet = book.createSheet("数据");
    line(sheet, 0, "文字　", 4300, 5000.1, 0.1 + 0.2, -12.5, 100.25, 1e17, "  ");
    CellStyle date = book.createCellStyle();
    date.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
    CellStyle padded = book.createCellStyle();
    padded.setDataFormat(book.createDataFormat().getFormat("00000000"));
    Row second = sheet.createRow(2);
    second.createCell(0).setCellValue(45316);
    second.getCell(0).setCellStyle(date);
    second.createCell(1).setCellValue(123);
    second.getCell(1).setCellStyle(padded);
    second.createCell(2).setCellValue(true);
    second.createCell(3).setCellErrorValue((byte) 0x17);
    second.createCell(4).setCellFormula("1+2");
    second.createCell(5).setCellFormula("\"甲\"&\"乙\"");
    book.getCreationHelper().createFormulaEvaluator().evaluateAll();
    second.setZeroHeight(true);
    book.createSheet("隐藏").createRow(4).createCell(3).setCellValue("x");
    book.setSheetHidden(1, true);

    List<SheetRow> rows = Read.rows(Read.file(folder, saved(book)));

    assertThat(rows)
        .containsExactly(
            new SheetRow(
                "数据",
                1,
                false,
                List.of(
                    Read.text("文字"),
                    Read.number("4300"),
                    Read.number("5000.1"),
                    Read.number("0.3"),
                    Read.number("-12.5"),
                    Read.number("100.25"),
                    new CellValue.Numeric(new BigDecimal("100000000000000000"), 0, true))),
            new SheetRow(
                "数据",
                3,
                true,
                List.of(
                    new CellValue.Date(LocalDate.of(2024, 1, 25), new BigDecimal("45316")),
                    new CellValue.Numeric(new BigDecimal("123"), 8, false),
                    new CellValue.Bool(true),
                    new CellValue.ErrorValue("#REF!"),
                    Read.number("3"),
                    Read.text("甲乙"))),
            new SheetRow(
                "隐藏",
                5,
                true,
                List.of(
                    CellValue.Blank.BLANK,
                    CellValue.Blank.BLANK,
                    CellValue.Blank.BLANK,
                    Read.text("x"))));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void mergedEmployerCodesHoldForTheirWholeRange(boolean old) throws Exception {
    Workbook book = book(old);
    Sheet sheet = book.createSheet("申报");
    line(sheet, 0, "单位编号", "姓名", "证件号码", "月均工资");
    line(sheet, 1, "0001", "张三", "370702199001010012", 5000);
    line(sheet, 2, "", "李四", "370702199001010020", 6000);
    line(sheet, 3, "", "王五", "370702199001010039", 7000);
    line(sheet, 4, "0002", "赵六", "370702199001010047", 8000);
    sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));

    assertThat(Read.persons(Read.file(folder, saved(book))))
        .extracting(RawRow::employerCode)
        .containsExactly("0001", "0001", "", "0002");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aThousandRowsOfDeclarationComeOutInOrder(boolean old) throws Exception {
    Workbook book = book(old);
    Sheet sheet = book.createSheet("申报");
    line(sheet, 0, "2024年度职工缴费基数申报表");
    line(sheet, 1, "单位编号：00370001    单位名称：潍坊某某有限公司");
    line(sheet, 2, "序号", "姓名", "证件号码", "*2023年月均工资（元）");
    for (int i = 0; i < 1000; i++) {
      line(sheet, 3 + i, i + 1, "职工" + i, "3707021990010" + (10000 + i), 4242 + i * 0.25);
    }
    line(sheet, 1003, "合　计", "", "", 999999.99);

    List<RawRow> persons = Read.persons(Read.file(folder, saved(book)));

    assertThat(persons).hasSize(1000);
    RawRow last = persons.get(999);
    assertThat(last.row()).isEqualTo(1003);
    assertThat(last.employerCode()).isEqualTo("00370001");
    assertThat(last.employerName()).isEqualTo("潍坊某某有限公司");
    assertThat(last.cell(Field.NAME)).isEqualTo(Read.text("职工999"));
    assertThat(last.cell(Field.WAGE)).isEqualTo(Read.number("4491.75"));
    assertThat(last.place(Field.WAGE).columnLetter()).isEqualTo("D");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
  void aTextFileReadsInEveryEncoding(String encoding) throws Exception {
    String text =
        """
        单位编号,姓名,证件号码,月均工资
        0001,张三,370702199001010012,"5,000.00"
        0001,李四,="370702199001010020",４３００
        """;

    List<RawRow> persons =
        Read.persons(Read.file(folder, text.getBytes(Charset.forName(encoding))));

    assertThat(persons).extracting(RawRow::row).containsExactly(2, 3);
    assertThat(persons.get(0).cell(Field.WAGE)).isEqualTo(Read.text("5,000.00"));
    assertThat(persons.get(1).cell(Field.ID_NUMBER)).isEqualTo(Read.text("370702199001010020"));
    assertThat(persons.get(1).employerCode()).isEqualTo("0001");
  }

  @Test
  void aWorkbookWithoutStylesOrSharedTextsReads() throws Exception {
    Path file =
        Read.file(folder, XlsxMaker.rows(XlsxMaker.declaration("5000.1000000000004")).bytes());

    assertThat(Read.persons(file).get(0).cell(Field.WAGE)).isEqualTo(Read.number("5000.1"));
  }

  @Test
  void aByteOrderMarkIsNoText() throws Exception {
    byte[] text = "\uFEFF姓名\t证件号码\t工资\n".getBytes(StandardCharsets.UTF_8);

    assertThat(Read.rows(Read.file(folder, text)).get(0).cell(0)).isEqualTo(Read.text("姓名"));
  }
}
