package basedecl.report;

import static basedecl.report.ReportFixture.PLACEHOLDER;
import static basedecl.report.ReportFixture.declarations;
import static basedecl.report.ReportFixture.headerRow;
import static basedecl.report.ReportFixture.heading;
import static basedecl.report.ReportFixture.openTo;
import static basedecl.report.ReportFixture.read;
import static basedecl.report.ReportFixture.sum;
import static basedecl.report.ReportFixture.texts;
import static basedecl.report.ReportFixture.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basedecl.declaration.Employer;
import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.money.Money;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.Imputation;
import basedecl.report.ReportFixture.Declared;
import basedecl.report.declaration.DetailLines;
import basedecl.report.declaration.DetailWorkbook;
import basedecl.report.declaration.FlaggedWorkbook;
import basedecl.report.declaration.NotDeclaredWorkbook;
import basedecl.report.declaration.SpecialPersonSheet;
import basedecl.report.declaration.SummaryWorkbook;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclarationWorkbooksTest {

  private static final Optional<ContributionRate> RATE = Optional.of(PLACEHOLDER);
  private static final List<Declared> YEAR = ReportFixture.year(RATE);

  private final Path folder;

  DeclarationWorkbooksTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theSummaryHasALineForEachEmployerInOrderOfItsCode() throws IOException {
    try (XSSFWorkbook read = summary(RATE)) {
      XSSFSheet sheet = read.getSheet("汇总表");
      int header = headerRow(sheet, "单位编号");

      assertThat(read.getNumberOfSheets()).isEqualTo(2);
      assertThat(read.getSheetName(1)).isEqualTo("重复及特殊人员");
      assertThat(texts(sheet.getRow(header)))
          .containsExactly(
              "单位编号", "单位名称", "经办机构", "申报人数", "申报工资合计", "缴费基数合计", "按下限缴费人数", "按上限缴费人数", "下限占比",
              "需自查自纠", "单位应缴", "个人应缴", "应缴合计", "版本", "状态");
      assertThat(texts(sheet.getRow(header + 1)))
          .containsExactly(
              "0370000001",
              "甲公司",
              "市直",
              "3.0",
              "38484.0",
              "29691.01",
              "1.0",
              "1.0",
              "0.333333",
              "否",
              "2375.28",
              "593.82",
              "2969.1",
              "2.0",
              "已受理");
      assertThat(texts(sheet.getRow(header + 2)))
          .startsWith("0370000002", "=乙公司", "潍城区", "11.0")
          .contains("0.727273", "是");
      assertThat(texts(sheet.getRow(header + 3))).startsWith("0370000003").contains("1.0", "是");
      assertThat(sheet.getLastRowNum()).isEqualTo(header + 3);
      assertThat(sheet.getRow(header + 1).getCell(8).getCellStyle().getDataFormatString())
          .isEqualTo("0.00%");
    }
  }

  @Test
  void flaggedEmployersStandOutInTheSummary() throws IOException {
    try (XSSFWorkbook read = summary(RATE)) {
      XSSFSheet sheet = read.getSheet("汇总表");
      int first = headerRow(sheet, "单位编号") + 1;

      assertThat(sheet.getRow(first).getCell(0).getCellStyle().getFillForegroundColorColor())
          .isNull();
      assertThat(sheet.getRow(first + 1).getCell(0).getCellStyle().getFillForegroundColorColor())
          .hasFieldOrPropertyWithValue("ARGBHex", "FFFCE4D6");
    }
  }

  @Test
  void theTitlesSayPolicyLimitsWithStandingAndThatARateIsAPlaceholder() throws IOException {
    try (XSSFWorkbook read = summary(RATE)) {
      assertThat(titles(read.getSheet("汇总表"), "单位编号"))
          .contains("2024年度医疗保险年报汇总表")
          .contains("潍坊市职工基本医疗保险", "业务日期：2024-01-26")
          .contains("下限 4,242.00 元/月，上限 21,207.00 元/月（暂行标准", "2023年12月25日通知第一部分")
          .contains("应缴金额为月缴费额")
          .contains("单位 8%，个人 2%")
          .contains("暂用数，没有文件载明")
          .contains("超过本单位缴费人数 70% 的单位")
          .contains("3 个单位，申报人数 15 人，申报工资 91,420.15 元");
    }
  }

  @Test
  void aRateOfADocumentIsNotCalledAPlaceholder() throws IOException {
    ContributionRate real =
        new ContributionRate(
            PLACEHOLDER.from(),
            PLACEHOLDER.employer(),
            PLACEHOLDER.personal(),
            false,
            PLACEHOLDER.citation());
    summary(heading(Optional.of(real)), declarations(YEAR));
    try (XSSFWorkbook read = read(folder.resolve("summary-2024.xlsx"))) {
      assertThat(titles(read.getSheet("汇总表"), "单位编号")).doesNotContain("暂用数");
    }
  }

  @Test
  void moneyStaysBlankWhereThePolicyHasNoRate() throws IOException {
    try (XSSFWorkbook read = summary(Optional.empty())) {
      XSSFSheet sheet = read.getSheet("汇总表");
      List<String> line = texts(sheet.getRow(headerRow(sheet, "单位编号") + 1));

      assertThat(line.subList(10, 13)).containsExactly("", "", "");
      assertThat(titles(sheet, "单位编号")).contains("政策未列明缴费费率", "单位 — 元");
    }
  }

  @Test
  void theDetailHasALineForEachPerson() throws IOException {
    try (XSSFWorkbook read = detail(TableWorkbook.ROW_LIMIT)) {
      XSSFSheet sheet = read.getSheet("明细表");
      int header = headerRow(sheet, "序号");

      assertThat(texts(sheet.getRow(header)))
          .containsExactly(
              "序号", "单位编号", "单位名称", "姓名", "证件类型", "证件号码", "月均工资", "缴费基数", "基数调整", "单位应缴", "个人应缴",
              "职工签字", "备注");
      assertThat(texts(sheet.getRow(header + 2)))
          .containsExactly(
              "2.0",
              "0370000001",
              "甲公司",
              "职工1",
              "居民身份证",
              "370702199001011000",
              "4241.99",
              "4242.0",
              "保底",
              "339.36",
              "84.84",
              "",
              "@备注");
      assertThat(texts(sheet.getRow(header + 3))).contains("4242.01", "原值");
      assertThat(texts(sheet.getRow(header + 4))).contains("30000.0", "21207.0", "封顶");
      assertThat(sheet.getLastRowNum()).isEqualTo(header + 15);
    }
  }

  @Test
  void theDetailTiesToTheSummaryToTheFen() throws IOException {
    try (XSSFWorkbook detail = detail(TableWorkbook.ROW_LIMIT);
        XSSFWorkbook summary = summary(RATE)) {
      XSSFSheet lines = detail.getSheet("明细表");
      XSSFSheet employers = summary.getSheet("汇总表");

      assertThat(sum(lines, "序号", 6)).isEqualTo(Money.of("91420.15"));
      assertThat(sum(lines, "序号", 6)).isEqualTo(sum(employers, "单位编号", 4));
      assertThat(sum(lines, "序号", 7)).isEqualTo(sum(employers, "单位编号", 5));
      assertThat(sum(lines, "序号", 9)).isEqualTo(sum(employers, "单位编号", 10));
      assertThat(sum(lines, "序号", 10)).isEqualTo(sum(employers, "单位编号", 11));
    }
  }

  @Test
  void aDetailPastASheetsLimitGoesOnInTheNext() throws IOException {
    try (XSSFWorkbook read = detail(17)) {
      assertThat(read.getNumberOfSheets()).isEqualTo(2);
      XSSFSheet second = read.getSheet("明细表2");
      int header = headerRow(second, "序号");
      assertThat(texts(second.getRow(header + 1))).startsWith("10.0", "0370000002");
      assertThat(second.getLastRowNum()).isEqualTo(header + 6);
    }
  }

  @Test
  void aDetailThatDoesNotTieIsRefused() throws IOException {
    PersonRecord stranger = YEAR.get(1).persons().get(2);
    try (DetailWorkbook detail =
        DetailWorkbook.at(folder, heading(RATE), List.of(YEAR.get(0).declaration()))) {
      assertThatThrownBy(
              () -> {
                detail.write(
                    lines(
                        detail,
                        List.of(new Declared(YEAR.get(0).declaration(), List.of(stranger)))));
                detail.finish();
              })
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDetailWhoseDuesDoNotTieIsRefused() throws IOException {
    Declared one = YEAR.get(0);
    PersonRecord person = ReportFixture.year(Optional.empty()).get(0).persons().get(0);
    try (DetailWorkbook detail =
        DetailWorkbook.at(folder, heading(RATE), List.of(one.declaration()))) {
      assertThatThrownBy(
              () -> {
                detail.write(
                    lines(detail, List.of(new Declared(one.declaration(), List.of(person)))));
                detail.finish();
              })
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void flaggedEmployersAreListedWithTheirAgencysTelephones() throws IOException {
    try (XSSFWorkbook read = flagged()) {
      XSSFSheet sheet = read.getSheet("需自查自纠单位");
      int header = headerRow(sheet, "单位编号");

      assertThat(texts(sheet.getRow(header)))
          .containsExactly(
              "单位编号",
              "单位名称",
              "经办机构",
              "联系电话",
              "申报人数",
              "按下限缴费人数",
              "下限占比",
              "其中申报低于下限人数",
              "申报工资合计",
              "缴费基数合计",
              "状态");
      assertThat(texts(sheet.getRow(header + 1)))
          .containsExactly(
              "0370000002",
              "=乙公司",
              "潍城区",
              "7355188、8188162、7355177",
              "11.0",
              "8.0",
              "0.727273",
              "0.0",
              "48936.15",
              "48936.15",
              "已受理");
      assertThat(texts(sheet.getRow(header + 2)))
          .containsExactly(
              "0370000003",
              "丙公司",
              "潍城区",
              "7355188、8188162、7355177",
              "1.0",
              "1.0",
              "1.0",
              "1.0",
              "4000.0",
              "4242.0",
              "已受理");
      assertThat(sheet.getLastRowNum()).isEqualTo(header + 2);
    }
  }

  @Test
  void personsAtTheLowerLimitOfFlaggedEmployersAreListedWithTheirSource() throws IOException {
    try (XSSFWorkbook read = flagged()) {
      XSSFSheet sheet = read.getSheet("按下限缴费人员");
      int header = headerRow(sheet, "单位编号");

      assertThat(read.getNumberOfSheets()).isEqualTo(2);
      assertThat(texts(sheet.getRow(header)))
          .containsExactly("单位编号", "单位名称", "姓名", "证件号码", "月均工资", "缴费基数", "来源");
      assertThat(texts(sheet.getRow(header + 1)))
          .containsExactly(
              "0370000003",
              "丙公司",
              "职工1",
              "370702199001011000",
              "4000.0",
              "4242.0",
              "上报/0370000003.xlsx!在职!4");
      assertThat(sheet.getLastRowNum()).isEqualTo(header + 9);
      assertThat(sum(sheet, "单位编号", 5)).isEqualTo(Money.of("38178.00"));
    }
  }

  @Test
  void employersThatDidNotDeclareAreAssessedFromLastMonth() throws IOException {
    Imputation imputation =
        new Imputation(LocalDate.of(2011, 7, 1), new BigDecimal("1.10"), new Citation("第六十二条"));
    try (XSSFWorkbook read = notDeclared(Optional.of(imputation))) {
      XSSFSheet sheet = read.getSheet("未申报单位");
      int header = headerRow(sheet, "单位编号");

      assertThat(texts(sheet.getRow(header)))
          .containsExactly("单位编号", "单位名称", "经办机构", "联系电话", "上月缴费额", "核定月缴费额");
      assertThat(texts(sheet.getRow(header + 1)))
          .containsExactly("0007", "丁公司", "市直", "8102708", "0.05", "0.06");
      assertThat(texts(sheet.getRow(header + 2)))
          .containsExactly("0009", "戊公司", "外地", "医保网上服务系统 400-178-1234", "", "");
      assertThat(titles(sheet, "单位编号"))
          .contains("上月缴费额 × 110%", "第六十二条", "2 个", "有 1 个经办机构名称不在经办机构名录中", "外地");
    }
  }

  @Test
  void toTheEndOfTheLastDayTheDeclarationIsOpenAndNobodyIsAssessed() throws IOException {
    Imputation imputation =
        new Imputation(LocalDate.of(2011, 7, 1), new BigDecimal("1.10"), new Citation("第六十二条"));
    YearHeading heading = openTo(LocalDate.of(2024, 1, 26));
    try (XSSFWorkbook read = notDeclared(heading, Optional.of(imputation))) {
      XSSFSheet sheet = read.getSheet("未申报单位");
      assertThat(texts(sheet.getRow(headerRow(sheet, "单位编号") + 1)))
          .containsExactly("0007", "丁公司", "市直", "8102708", "0.05", "");
      assertThat(titles(sheet, "单位编号")).contains("申报期未满（截止日 2024-01-26，含当日），尚不核定");
    }
    YearHeading dayAfter = openTo(LocalDate.of(2024, 1, 25));
    try (XSSFWorkbook read = notDeclared(dayAfter, Optional.of(imputation))) {
      XSSFSheet sheet = read.getSheet("未申报单位");
      assertThat(texts(sheet.getRow(headerRow(sheet, "单位编号") + 1)))
          .containsExactly("0007", "丁公司", "市直", "8102708", "0.05", "0.06");
      assertThat(titles(sheet, "单位编号")).contains("110%").doesNotContain("申报期未满");
    }
  }

  @Test
  void withoutAFactorNothingIsAssessed() throws IOException {
    try (XSSFWorkbook read = notDeclared(Optional.empty())) {
      XSSFSheet sheet = read.getSheet("未申报单位");
      assertThat(texts(sheet.getRow(headerRow(sheet, "单位编号") + 1)))
          .containsExactly("0007", "丁公司", "市直", "8102708", "0.05", "");
    }
  }

  @Test
  void aYearWithoutDeclarationsHasItsHeaders() throws IOException {
    summary(heading(RATE), List.of());
    try (DetailWorkbook detail = DetailWorkbook.at(folder, heading(RATE), List.of())) {
      detail.write(lines(detail, List.of()));
      detail.finish();
    }
    try (FlaggedWorkbook flagged = FlaggedWorkbook.at(folder, heading(RATE), List.of())) {
      flagged.finish();
    }
    for (String name : List.of("summary", "detail", "flagged")) {
      try (XSSFWorkbook read = read(folder.resolve(name + "-2024.xlsx"))) {
        XSSFSheet sheet = read.getSheetAt(0);
        assertThat(sheet.getLastRowNum())
            .isEqualTo(headerRow(sheet, name.equals("detail") ? "序号" : "单位编号"));
      }
    }
  }

  @Test
  void theSameYearGivesTheSameBytes() throws IOException {
    byte[] first = Files.readAllBytes(summary(heading(RATE), declarations(YEAR)).path());
    byte[] second = Files.readAllBytes(summary(heading(RATE), declarations(YEAR)).path());

    assertThat(first).isEqualTo(second);
  }

  private XSSFWorkbook summary(Optional<ContributionRate> rate) throws IOException {
    return read(summary(heading(rate), declarations(ReportFixture.year(rate))).path());
  }

  private XSSFWorkbook detail(int rowLimit) throws IOException {
    try (DetailWorkbook detail =
        DetailWorkbook.at(folder, heading(RATE), declarations(YEAR), rowLimit)) {
      detail.write(lines(detail, YEAR));
      return read(detail.finish().path());
    }
  }

  /** A stretch for each declaration. */
  private static DetailWorkbook.Source lines(DetailWorkbook detail, List<Declared> year)
      throws IOException {
    Deque<DetailLines.Packed> packed = new ArrayDeque<>();
    long before = 0;
    for (Declared declared : year) {
      try (DetailLines lines = detail.lines(before)) {
        for (PersonRecord person : declared.persons()) {
          lines.add(declared.declaration(), person);
        }
        packed.add(lines.finish());
      }
      before += declared.persons().size();
    }
    return () -> Optional.ofNullable(packed.poll());
  }

  private XSSFWorkbook flagged() throws IOException {
    try (FlaggedWorkbook flagged = FlaggedWorkbook.at(folder, heading(RATE), declarations(YEAR))) {
      for (Declared declared : YEAR) {
        for (PersonRecord person : declared.persons()) {
          flagged.add(declared.declaration(), person);
        }
      }
      return read(flagged.finish().path());
    }
  }

  private XSSFWorkbook notDeclared(Optional<Imputation> imputation) throws IOException {
    return notDeclared(heading(RATE), imputation);
  }

  private XSSFWorkbook notDeclared(YearHeading heading, Optional<Imputation> imputation)
      throws IOException {
    List<Employer> employers =
        List.of(
            employer("0009", "戊公司", "外地", Optional.empty()),
            employer("0007", "丁公司", "市直", Optional.of(Money.of("0.05"))));
    return read(NotDeclaredWorkbook.write(folder, heading, employers, imputation, Map.of()).path());
  }

  private static Employer employer(
      String code, String name, String agency, Optional<Money> lastMonth) {
    return new Employer(
        code,
        name,
        Optional.empty(),
        agency,
        Optional.empty(),
        Optional.empty(),
        lastMonth,
        Optional.empty());
  }

  /** Without a word on who was late, and nobody special. */
  private Written summary(YearHeading heading, List<DeclarationRecord> declarations)
      throws IOException {
    return SummaryWorkbook.write(
        folder, heading, declarations, Optional.empty(), new SpecialPersonSheet(List.of(), 0));
  }
}
