package basedecl.answer.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import basedecl.answer.template.TemplateRows.Person;
import basedecl.cell.Field;
import basedecl.declaration.DeclarationCheck;
import basedecl.declaration.EmployerOutcome;
import basedecl.declaration.row.RawRow;
import basedecl.declaration.row.RowCheck;
import basedecl.declarationfile.DeclarationRows;
import basedecl.finding.FindingCode;
import basedecl.message.Language;
import basedecl.money.Money;
import basedecl.person.DocumentKind;
import basedecl.policy.Population;
import basedecl.spreadsheet.Read;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.ReadLimits;
import basedecl.spreadsheet.gate.RefusedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateWorkbookTest {

  private final Path folder;

  TemplateWorkbookTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void employeesHaveTheHeaderOfTheContractInItsOrder() throws IOException {
    try (XSSFWorkbook workbook = template(Population.EMPLOYEES, Language.ZH)) {
      assertThat(texts(workbook.getSheet("职工申报表").getRow(1)))
          .containsExactly(
              "序号", "单位编号", "单位名称", "姓名", "证件类型", "证件号码", "月均工资", "年工资总额", "发放月数", "起缴月份", "停缴月份",
              "职工签字", "备注");
    }
  }

  @Test
  void retireesHaveAPensionInPlaceOfAWage() throws IOException {
    try (XSSFWorkbook workbook = template(Population.RETIREES, Language.ZH)) {
      assertThat(texts(workbook.getSheet("退休人员申报表").getRow(1)))
          .containsExactly("序号", "单位编号", "单位名称", "姓名", "证件类型", "证件号码", "月退休金", "退休人员签字", "备注");
    }
  }

  @Test
  void codesAndNumbersAreTextAndMoneyHasTwoDecimalsDownTheColumn() throws IOException {
    try (XSSFWorkbook workbook = template(Population.EMPLOYEES, Language.ZH)) {
      XSSFSheet sheet = workbook.getSheet("职工申报表");
      assertThat(List.of(1, 5, 6, 7, 8))
          .extracting(column -> sheet.getColumnStyle(column).getDataFormatString())
          .containsExactly("@", "@", "0.00", "0.00", "0");
    }
  }

  @Test
  void fiveThousandRowsHaveDropDownsRulesAndHints() throws IOException {
    try (XSSFWorkbook workbook = template(Population.EMPLOYEES, Language.ZH)) {
      List<XSSFDataValidation> rules = workbook.getSheet("职工申报表").getDataValidations();
      assertThat(rules)
          .extracting(
              rule -> rule.getRegions().getCellRangeAddress(0).formatAsString(),
              XSSFDataValidation::getPromptBoxTitle)
          .containsExactly(
              tuple("B3:B5002", "单位编号"),
              tuple("D3:D5002", "姓名"),
              tuple("E3:E5002", "证件类型"),
              tuple("F3:F5002", "证件号码"),
              tuple("G3:G5002", "月均工资"),
              tuple("H3:H5002", "年工资总额"),
              tuple("I3:I5002", "发放月数"),
              tuple("J3:J5002", "起缴月份"),
              tuple("K3:K5002", "停缴月份"));
      assertThat(rules.get(2).getValidationConstraint().getExplicitListValues())
          .containsExactly("居民身份证", "港澳台居民居住证", "港澳居民来往内地通行证", "台湾居民来往大陆通行证", "外国人永久居留身份证", "护照");
      assertThat(rules).allMatch(XSSFDataValidation::getShowPromptBox);
    }
  }

  @Test
  void employeesHaveAPageThatSaysWhatWagesAreMadeOf() throws IOException {
    try (XSSFWorkbook workbook = template(Population.EMPLOYEES, Language.ZH)) {
      List<List<String>> rows = new ArrayList<>();
      workbook.getSheet("工资总额组成").forEach(row -> rows.add(texts(row)));
      assertThat(rows)
          .filteredOn(row -> row.size() > 1 && row.get(1).equals("《关于工资总额组成的规定》第十一条"))
          .hasSize(14)
          .last()
          .satisfies(row -> assertThat(row.get(0)).isEqualTo("(14) 计划生育独生子女补贴"));
      assertThat(rows).contains(List.of("(5) 加班加点工资", "《关于工资总额组成的规定》第四条至第十条"));
      assertThat(rows).anySatisfy(row -> assertThat(row).last().isEqualTo("劳社险中心函〔2006〕60号"));
    }
  }

  @Test
  void retireesAreAskedForThePresentPensionAndMayDeclareAgain() throws IOException {
    try (XSSFWorkbook workbook = template(Population.RETIREES, Language.ZH)) {
      assertThat(workbook.getSheet("工资总额组成")).isNull();
      List<String> said = new ArrayList<>();
      workbook.getSheet("填表说明").forEach(row -> said.addAll(texts(row)));
      assertThat(String.join("", said))
          .contains("现行月退休金")
          .contains("不受缴费基数上下限限制")
          .contains("重新申报")
          .doesNotContain("实际工资");
    }
  }

  @Test
  void theInstructionsShowAnExampleThatIsNobodysNumber() throws IOException {
    try (XSSFWorkbook workbook = template(Population.EMPLOYEES, Language.ZH)) {
      List<List<String>> rows = new ArrayList<>();
      workbook.getSheet("填表说明").forEach(row -> rows.add(texts(row)));
      assertThat(rows).contains(List.of("栏目", "填写示例", "填写要求"));
      assertThat(rows)
          .filteredOn(row -> row.get(0).equals("证件号码"))
          .extracting(row -> row.get(1))
          .containsExactly("370702××××××××××××");
    }
  }

  @ParameterizedTest
  @EnumSource(Population.class)
  void everyWordExistsInEnglishAndFitsItsPlace(Population population) throws IOException {
    try (XSSFWorkbook workbook = template(population, Language.EN)) {
      assertThat(workbook.getSheetAt(0).getDataValidations())
          .allMatch(rule -> rule.getPromptBoxText().length() <= 255)
          .allMatch(rule -> rule.getErrorBoxText().length() <= 255);
      assertThat(workbook.getSheet("填表说明").getRow(0).getCell(0).getStringCellValue())
          .isEqualTo("Instructions");
    }
  }

  @ParameterizedTest
  @EnumSource(Population.class)
  void filledInItPassesTheChecks(Population population) throws Exception {
    Path file = folder.resolve("filled.xlsx");
    try (XSSFWorkbook workbook = template(population, Language.ZH)) {
      Row row = workbook.getSheetAt(0).createRow(2);
      List<TemplateWorkbookColumn> columns = TemplateWorkbookColumn.of(population);
      for (int i = 0; i < columns.size(); i++) {
        fill(row.createCell(i), columns.get(i));
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        workbook.write(out);
      }
    }
    DeclarationCheck check =
        new DeclarationCheck(
            RowCheck.of(population, 2024, LocalDate.of(2024, 1, 26), Optional.empty()),
            population,
            Optional.empty(),
            Map.of(),
            Optional.empty());
    try (DeclarationRows rows =
        new DeclarationRows(
            new SpreadsheetFiles(ReadLimits.DEFAULT).open(file),
            Read.form(population),
            List.of())) {
      for (RawRow row = rows.next(); row != null; row = rows.next()) {
        assertThat(check.add(row).findings()).isEmpty();
      }
    }
    assertThat(check.finish(List.of()))
        .containsExactly(
            new EmployerOutcome("0370700001", "潍坊某某有限公司", 1, 1, 0, Money.of("5000.00"), List.of()));
  }

  @ParameterizedTest
  @EnumSource(Population.class)
  void peopleFilledInAreReadAsTheyWereTypedAndNoneIsAFormula(Population population)
      throws Exception {
    Path file = folder.resolve("people.xlsx");
    TemplateRows rows =
        new TemplateRows(
            "0370700001",
            "潍坊青禾机械厂",
            "取自 2023 年申报",
            List.of(
                new Person(
                    "张某某",
                    DocumentKind.RESIDENT_ID,
                    "370702199001010012",
                    "5000.5",
                    "2024-03",
                    "",
                    ""),
                new Person("=1+1", DocumentKind.PASSPORT, "+E1234567", "五千元", "", "", "@备注"),
                new Person("李某某", DocumentKind.RESIDENT_ID, "370702199001010020", "", "", "", "")));
    new TemplateWorkbook(population, Language.ZH, LocalDate.of(2024, 1, 26)).write(file, rows);
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      Row first = workbook.getSheetAt(0).getRow(TemplateWorkbook.FIRST_ROW - 1);
      assertThat(first.getCell(6).getNumericCellValue()).isEqualTo(5000.5);
      Row second = workbook.getSheetAt(0).getRow(TemplateWorkbook.FIRST_ROW);
      for (Cell cell : List.of(second.getCell(3), second.getCell(5), second.getCell(6))) {
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      }
      assertThat(second.getCell(3).getStringCellValue()).isEqualTo("=1+1");
      assertThat(second.getCell(3).getCellStyle().getQuotePrefixed()).isTrue();
      assertThat(second.getCell(3).getCellStyle().getDataFormatString()).isEqualTo("@");
      assertThat(workbook.getSheet("填表说明").getRow(1).getCell(0).getStringCellValue())
          .isEqualTo("取自 2023 年申报");
    }
    List<String> read = new ArrayList<>();
    try (DeclarationRows people =
        new DeclarationRows(
            new SpreadsheetFiles(ReadLimits.DEFAULT).open(file),
            Read.form(population),
            List.of())) {
      for (RawRow row = people.next(); row != null; row = people.next()) {
        read.add(row.place(Field.NAME).row() + " " + row.cell(Field.NAME));
      }
    }
    assertThat(read).hasSize(3);
    assertThat(read.get(0)).startsWith("3 ");
    assertThat(TemplateRows.field(population, 3)).contains(Field.NAME);
    assertThat(TemplateRows.field(population, 6))
        .contains(population == Population.RETIREES ? Field.PENSION : Field.WAGE);
    assertThat(TemplateRows.field(population, -1)).isEmpty();
    assertThat(TemplateRows.field(population, 99)).isEmpty();
  }

  @Test
  void leftBlankItHasNoRows() throws Exception {
    Path file = folder.resolve("template.xlsx");
    template(Population.EMPLOYEES, Language.ZH).close();
    try (DeclarationRows rows =
        new DeclarationRows(
            new SpreadsheetFiles(ReadLimits.DEFAULT).open(file),
            Read.form(Population.EMPLOYEES),
            List.of())) {
      assertThatThrownBy(rows::next)
          .isInstanceOf(RefusedFileException.class)
          .hasMessage(FindingCode.NO_ROWS.name());
    }
  }

  @ParameterizedTest
  @EnumSource(Population.class)
  void equalDatesGiveEqualBytesWithoutAClock(Population population) throws IOException {
    Path one = folder.resolve("one.xlsx");
    Path two = folder.resolve("two.xlsx");
    for (Path file : List.of(one, two)) {
      new TemplateWorkbook(population, Language.ZH, LocalDate.of(2024, 1, 26)).write(file);
    }
    assertThat(two).hasSameBinaryContentAs(one);
    try (ZipFile zip = new ZipFile(two.toFile())) {
      assertThat(zip.stream())
          .isNotEmpty()
          .allMatch(part -> part.getTimeLocal().equals(LocalDateTime.of(1980, 2, 1, 0, 0)));
    }
  }

  private static void fill(Cell cell, TemplateWorkbookColumn column) {
    switch (column) {
      case SERIAL -> cell.setCellValue(1);
      case ID_NUMBER -> cell.setCellValue("370702199001010012");
      case WAGE, PENSION -> cell.setCellValue(5000);
      case YEAR_TOTAL, MONTHS_PAID, REMARKS -> cell.setBlank();
      case SIGNATURE, RETIREE_SIGNATURE -> cell.setCellValue("张某某");
      default -> cell.setCellValue(column.example());
    }
  }

  private XSSFWorkbook template(Population population, Language language) throws IOException {
    Path file = folder.resolve("template.xlsx");
    new TemplateWorkbook(population, language, LocalDate.of(2024, 1, 26)).write(file);
    try (InputStream in = Files.newInputStream(file)) {
      return new XSSFWorkbook(in);
    }
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    row.forEach(cell -> texts.add(cell.getStringCellValue()));
    return texts;
  }
}
