package basedecl.documents;

import basedecl.assessment.AssessedMonths;
import basedecl.assessment.BaseAssessor;
import basedecl.assessment.ContributionBase;
import basedecl.assessment.MonthlyBases;
import basedecl.assessment.latefee.LateFeeAssessment;
import basedecl.assessment.latefee.LateFeeAssessor;
import basedecl.assessment.latefee.SlicePaid;
import basedecl.assessment.topup.TopUpAssessor;
import basedecl.assessment.topup.TopUpLine;
import basedecl.assessment.topup.TopUpOutcome;
import basedecl.money.Money;
import basedecl.money.Percent;
import basedecl.policy.Policy;
import basedecl.policy.rule.Limits;
import basedecl.policy.rule.PublishedLimits;
import basedecl.policyfile.PolicyFiles;
import basedecl.report.ReportTexts;
import basedecl.testing.Guide;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The user guide's figures are those that the program comes to. */
class GuideFiguresTest {

  private static final YearMonth JANUARY = YearMonth.of(2024, 1);
  private static final LocalDate DECLARED = LocalDate.of(2024, 1, 20);

  /** Limits that change in July, published in June. */
  private static final Path CHANGED = Path.of("src/test/resources/guide-policies");

  static Map<String, String> tables() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put("基数举例", bases());
    tables.put("缴费期限", deadlines());
    tables.put("滞纳金举例", lateFees());
    tables.put("上下限调整举例", limitChange());
    tables.put("补差举例", topUps());
    tables.put("联系电话", telephones());
    return tables;
  }

  static Stream<String> names() {
    return tables().keySet().stream();
  }

  @BeforeAll
  static void writeTheTablesWhereAsked() throws IOException {
    Guide.writeWhereAsked(tables());
  }

  @ParameterizedTest
  @MethodSource("names")
  void theFiguresAreThoseOfTheProgram(String name) throws IOException {
    Guide.compare(name, tables());
  }

  private static Policy policy(String name) {
    return PolicyFiles.load(Optional.empty()).require(name);
  }

  private static Limits limits(Policy policy, YearMonth month, LocalDate knownOn) {
    return policy
        .limitsFor(month.getYear(), month, knownOn)
        .map(PublishedLimits::limits)
        .orElseThrow();
  }

  private static String bases() {
    Policy weifang = policy("weifang-employee-medical");
    Limits limits = limits(weifang, JANUARY, DECLARED);
    return Guide.table(
        List.of("申报工资", "缴费基数", "基数调整", "按下限缴费"),
        Stream.of("3900", "4241.99", "4242", "4242.01", "4300", "21207", "21207.01", "30000")
            .map(
                wage -> {
                  ContributionBase base =
                      new BaseAssessor(limits, weifang.rounding()).assess(Money.of(wage));
                  return List.of(
                      ReportTexts.yuan(Money.of(wage)),
                      ReportTexts.yuan(base.amount()),
                      ReportTexts.adjustment(base.adjustment()),
                      ReportTexts.yesOrNo(base.atLower()));
                }));
  }

  private static String deadlines() {
    Policy weifang = policy("weifang-employee-medical");
    return Guide.table(
        List.of("费款所属期", "缴费期限（含当日）", "依据"),
        Stream.iterate(JANUARY, month -> month.getYear() == 2024, month -> month.plusMonths(1))
            .flatMap(month -> weifang.deadlineFor(month).stream())
            .map(
                deadline ->
                    List.of(
                        deadline.period().toString(),
                        deadline.date().toString(),
                        deadline.citation().text())));
  }

  private static String lateFees() {
    Policy weifang = policy("weifang-employee-medical");
    LateFeeAssessor assessor = LateFeeAssessor.of(weifang);
    LocalDate deadline = weifang.deadlineFor(JANUARY).orElseThrow().date();
    return Guide.table(
        List.of("本金（元）", "缴费期限", "缴费日期", "滞纳天数", "滞纳金（元）"),
        Stream.of(
                List.of("10000", "2024-01-25"),
                List.of("10000", "2024-01-26"),
                List.of("10000", "2024-02-05"),
                List.of("12345.67", "2024-03-01"),
                List.of("1000", "2029-07-17"),
                List.of("1000", "2029-07-18"))
            .map(
                each -> {
                  Money principal = Money.of(each.get(0));
                  LocalDate paidOn = LocalDate.parse(each.get(1));
                  LateFeeAssessment fee =
                      assessor.assess(
                          principal, deadline, List.of(new SlicePaid(paidOn, principal)), paidOn);
                  return List.of(
                      ReportTexts.yuan(principal),
                      deadline.toString(),
                      paidOn.toString(),
                      String.valueOf(fee.lines().stream().mapToLong(line -> line.days()).sum()),
                      ReportTexts.yuan(fee.fee()));
                }));
  }

  private static String limitChange() {
    Policy example = PolicyFiles.load(Optional.of(CHANGED)).require("example-employee-medical");
    LocalDate afterwards = LocalDate.of(2024, 8, 10);
    MonthlyBases bases = MonthlyBases.of(example, YearMonth.of(2024, 8), afterwards);
    BaseAssessor stored =
        new BaseAssessor(limits(example, YearMonth.of(2024, 8), afterwards), example.rounding());
    return Guide.table(
        List.of("申报工资", "1月至6月的缴费基数", "7月至12月的缴费基数"),
        Stream.of("4000", "4300", "5000", "21500", "22000", "30000")
            .map(Money::of)
            .map(
                wage -> {
                  Money base = stored.assess(wage).amount();
                  return List.of(
                      ReportTexts.yuan(wage),
                      ReportTexts.yuan(bases.in(JANUARY, wage, base)),
                      ReportTexts.yuan(bases.in(YearMonth.of(2024, 7), wage, base)));
                }));
  }

  private static String topUps() {
    return Guide.table(
        List.of("险种", "原基数", "新基数", "费率", "每月应补（元）", "情形", "应补合计（元）"),
        Stream.of(
            topUp("weifang-flexible-pension", "养老", Optional.empty(), "全年缴费"),
            topUp(
                "weifang-flexible-pension", "养老", Optional.of(YearMonth.of(2022, 7)), "2022年7月退休"),
            topUp("weifang-flexible-medical", "医疗", Optional.empty(), "全年缴费"),
            topUp(
                "weifang-flexible-medical",
                "医疗",
                Optional.of(YearMonth.of(2022, 7)),
                "2022年7月退休")));
  }

  private static List<String> topUp(
      String policy, String kind, Optional<YearMonth> retired, String title) {
    TopUpOutcome outcome =
        new TopUpAssessor(policy(policy))
            .assess(
                new AssessedMonths(
                    Money.of("3746"), YearMonth.of(2022, 1), retired, Optional.empty()),
                LocalDate.of(2022, 12, 20));
    if (outcome instanceof TopUpOutcome.Due due) {
      TopUpLine line = due.lines().get(0);
      return List.of(
          kind,
          ReportTexts.yuan(line.assessedBase()),
          ReportTexts.yuan(line.newBase()),
          Percent.exact(line.rate().value()) + placeholder(policy(policy), line.month()),
          ReportTexts.yuan(line.amount()),
          title,
          ReportTexts.yuan(due.total()));
    }
    return List.of(kind, "3,746.00", "—", "—", "—", title, "不补");
  }

  private static String placeholder(Policy policy, YearMonth month) {
    return policy.rateFor(month).filter(rate -> rate.placeholder()).map(r -> "【暂用数】").orElse("");
  }

  private static String telephones() {
    Policy weifang = policy("weifang-employee-medical");
    return Guide.table(
        List.of("经办机构", "联系电话"),
        weifang.agencies().stream().map(agency -> List.of(agency.name(), agency.telephoneText())));
  }
}
