package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.testing.MariaDbServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agency decides on overpaid and on deferred months, as the job late-fee takes it. */
@Tag("database")
@Tag("run")
class LateFeeDecisionsTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final String WORKBOOK = "late-fees-2024.xlsx";
  private static final String ROSTER =
      """
      单位编号,单位名称,经办机构,上月缴费额
      E1,甲公司,市直,9090.91
      E2,乙公司,市直,1000.00
      E3,丙公司,市直,
      """;

  private static final String POLICY =
      """
      policy: weifang-employee-medical
      title: 试算政策
      limits:
        - {year: 2024, from: 2024-01, lower: 4242, upper: 21207, status: provisional, published: 2023-12-25, citation: 试算}
      rates:
        - {from: 2024-01, employer: 0.08, personal: 0.02, citation: 试算}
      deadlines:
        - {period: 2024-01, date: 2024-01-25, citation: 试算}
        - {period: 2024-02, date: 2024-02-25, citation: 试算}
      late-fee:
        - {from: 2011-07-01, daily-rate: 0.0005, counts-from: day-after-deadline, counts-payment-day: true, cap-at-principal: true, citation: 试算}
      deadline-on-rest-day: {rule: next-working-day, citation: 试算顺延}
      """;

  private Path folder;
  private Workplace place;
  private String database = "";

  @BeforeEach
  void anEmptyFolder(@TempDir Path temporary) {
    folder = temporary;
    place = new Workplace(folder);
    database = place.database();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "mariadb"})
  void moneyMovesOnceAndAMonthWhosePaymentIsReversedIsInArrears(String kind) throws IOException {
    database = kind.equals("h2") ? place.database() : MARIADB.url();
    Path payments = Files.createDirectories(folder.resolve("payments"));
    write(
        "payments/1.csv",
        "单位编号,费款所属期,缴费日期,缴费金额,流水号",
        "E1,2024-01,2024-01-20,11000.00,S1",
        "E3,2024-01,2024-01-20,5.00,S2");
    String header = "单位编号,费款所属期,处理,金额,抵缴所属期,决定日期,文号";
    write(
        "decided.csv",
        header,
        "E1,2024-01,抵缴,400.00,2024-02,2024-02-20,",
        "E1,2024-01,退费,500.00,,2024-01-10,退1",
        "E1,2024-01,退费,500.00,,2024-02-21,退2",
        "E1,2024-01,退费,100.01,,2024-02-22,",
        "E1,2024-01,抵缴,1.00,2024-01,2024-02-22,",
        "E1,2024-01,抵缴,1.00,2026-01,2024-02-22,",
        "E1,2024-01,退费,1.00,2024-02,2024-02-22,",
        "E1,2024-02,退费,1.00,,2024-02-22,",
        "E3,2024-01,退费,1.00,,2024-02-22,",
        "E9,2024-01,退款,-1.00,,x,");
    assertThat(run("2024-02-23", payments, "dry-run=true").out())
        .contains("试算：缴费、应缴和决定没有入账。", "：10 行：新办理 2，问题 8 行");
    List<Map<String, String>> tried = place.sheet(WORKBOOK, "滞纳金", "单位编号");
    assertThat(problems("代码")).hasSize(11);
    assertThat(run("2024-02-23", payments).out()).contains("：10 行：新办理 2，问题 8 行");
    assertThat(place.sheet(WORKBOOK, "滞纳金", "单位编号")).isEqualTo(tried);
    assertThat(fees("已缴金额")).startsWith("10100", "0");
    assertThat(fees("多缴金额")).startsWith("100");
    assertThat(problems("代码"))
        .containsExactly(
            "OVERPAYMENT_EXCEEDED",
            "OVERPAYMENT_EXCEEDED",
            "PERIOD_INVALID",
            "PERIOD_INVALID",
            "PERIOD_INVALID",
            "OVERPAYMENT_EXCEEDED",
            "OVERPAYMENT_EXCEEDED",
            "EMPLOYER_UNKNOWN",
            "KIND_UNKNOWN",
            "AMOUNT_INVALID",
            "DATE_INVALID");
    assertThat(problems("问题").toString())
        .contains("截至 2024-01-10，该月可办理的多缴金额为 0.00 元", "该月截至业务日期尚未到期", "该月应缴无法核定")
        .contains("抵缴所属期须在 2024 年或 2025 年", "退费不填抵缴所属期", "与费款所属期相同");
    // The same decision in another file is known by its number; another amount under it is not one.
    write(
        "decided.csv",
        header,
        "E1,2024-01,抵缴,400.00,2024-02,2024-02-20,",
        "E1,2024-01,退费,500.00,,2024-02-21,退2",
        "E1,2024-01,退费,50.00,,2024-02-21,退2",
        "E1,2024-01,退费,100.00,,,");
    assertThat(run("2024-02-24", payments).out()).contains("：4 行：新办理 1，此前已办理 1，问题 2 行");
    assertThat(problems("代码")).containsExactly("AGENCY_DECISION_TAKEN", "AGENCY_DECISION_CONFLICT");
    assertThat(run("2024-02-25", payments).out()).contains("：4 行：新办理 0，此前已办理 2，问题 2 行");
    assertThat(run("2024-02-27", payments).status()).isZero();
    assertThat(month("E1", "2024-02"))
        .containsEntry("抵缴转入", "400")
        .containsEntry("已缴金额", "400")
        .containsEntry("欠缴金额", "9600");
    // The payment was reversed: all is unpaid, and what was moved away is to be recovered.
    write("payments/2.csv", "单位编号,费款所属期,缴费日期,缴费金额,流水号", "E1,2024-01,2024-02-28,-11000.00,S1");
    assertThat(run("2024-02-28", payments).out()).contains("应追回 1000.00 元");
    assertThat(month("E1", "2024-01"))
        .containsEntry("已缴金额", "0")
        .containsEntry("欠缴金额", "11000")
        .containsEntry("应追回金额", "1000")
        .containsEntry("滞纳金", "170");
    assertThat(explained("E1"))
        .contains("退费 2024-02-21：500.00 元；文号 退2", "抵缴转出 2024-02-20：400.00 元，抵缴 2024-02；文号 —")
        .contains("抵缴转入 2024-02-20：400.00 元，来自 2024-01 的多缴", "应追回 1000.00 元，计入欠缴");
    String standing = explained("E1");
    run("2024-03-20", payments, "dry-run=true");
    assertThat(explained("E1")).isEqualTo(standing);
    assertThat(explained("E1", "--lang", "en"))
        .contains("Refunded 2024-02-21: 500.00 yuan; number 退2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "mariadb"})
  void whatNobodyActedOnIsTakenBackOnceAndCountsAsNeverMade(String kind) throws IOException {
    database = kind.equals("h2") ? place.database() : MARIADB.anotherDatabase();
    Path payments = Files.createDirectories(folder.resolve("payments"));
    write("payments/1.csv", "单位编号,费款所属期,缴费日期,缴费金额,流水号", "E1,2024-01,2024-01-20,11000.00,S1");
    String[] lines = {
      "单位编号,费款所属期,处理,金额,抵缴所属期,决定日期,文号",
      "E1,2024-01,抵缴,400.00,2024-02,2024-02-20,",
      "E1,2024-01,退费,500.00,,2024-02-21,退2",
      "E1,2024-01,撤销,500.00,,2024-02-22,撤1",
      "E1,2024-01,撤销,400.00,,2024-02-22,",
      "E1,2024-01,撤销,500.00,,2024-02-23,撤1",
      "E1,2024-01,撤销,400.00,2024-02,2024-02-19,"
    };
    write("decided.csv", lines);
    write(
        "deferred.csv",
        "单位编号,费款所属期起,费款所属期止,缓缴至,依据,处理,决定日期",
        "E2,2024-01,2024-02,2024-09-30,缓1,缓缴,2024-02-20",
        "E2,2024-01,2024-02,2024-10-31,缓2,延长,2024-02-21",
        "E2,2024-01,2024-02,2024-09-30,缓3,撤销,2024-02-22",
        "E2,2024-01,2024-02,2024-10-31,缓4,撤销,2024-02-22",
        "E2,2024-01,2024-02,2024-09-30,缓3,撤销,2024-02-22");
    assertThat(run("2024-02-23", payments).out())
        .contains("：6 行：新办理 3，问题 3 行", "缓缴决定：5 行：新办理 4，问题 1 行");
    assertThat(problems("代码"))
        .containsExactly(
            "AGENCY_DECISION_ACTED_ON",
            "AGENCY_DECISION_UNKNOWN",
            "AGENCY_DECISION_TAKEN",
            "DATE_INVALID");
    assertThat(problems("问题").get(0)).contains("此后 2024-02-21 的一项决定以它为据");
    assertThat(month("E1", "2024-01")).containsEntry("退费抵缴转出", "400").containsEntry("多缴金额", "600");
    assertThat(place.sheet(WORKBOOK, "退费抵缴", "单位编号"))
        .extracting(row -> row.get("处理") + " " + row.get("撤销日期"))
        .containsExactly("抵缴 ", "退费 45344");
    assertThat(explained("E1")).contains("2024-02-21 的退费决定（500.00）已于 2024-02-22 撤销，视为没有作出");
    assertThat(explained("E2"))
        .contains("2024-02-20 的缓缴决定（2024-09-30）已于 2024-02-22 撤销", "2024-02-21 的延长决定");
    assertThat(run("2024-02-24", payments).out())
        .contains("：6 行：新办理 0，此前已办理 3，问题 3 行", "5 行：新办理 0，此前已办理 4，问题 1 行");
    write("payments/2.csv", "单位编号,费款所属期,缴费日期,缴费金额,流水号", "E1,2024-02,2024-02-23,9600.00,S2");
    write("more.csv", lines[0], "E1,2024-01,撤销,400.00,2024-02,,");
    assertThat(run("2024-02-26", payments, "overpayments=" + folder.resolve("more.csv")).out())
        .contains("：1 行：新办理 0，问题 1 行");
    assertThat(problems("问题").toString()).contains("不能再撤销：所涉月份在 2024-02-23 又有缴费");
  }

  @Test
  void aDeferralHoldsFromItsDecisionToItsLastDayWhichARestDayMoves() throws IOException {
    Path payments = Files.createDirectories(folder.resolve("payments"));
    String header = "单位编号,费款所属期起,费款所属期止,缓缴至,处理,决定日期,依据";
    write(
        "deferred.csv",
        header,
        "E2,2024-01,2024-02,2024-03-31,,2024-01-26,缓1",
        "E2,2024-01,2024-02,2024-03-31,延长,2024-01-27,缓2",
        "E2,2024-01,2024-02,2024-03-31,终止,2024-01-27,缓3",
        "E2,2024-01,2024-02,2024-01-26,终止,2024-01-27,缓4",
        "E2,2024-01,2024-02,2024-03-30,终止,2024-01-25,缓5",
        "E1,2024-01,2024-02,2024-02-25,缓缴,2024-01-26,缓6",
        "E1,2024-02,2024-01,2024-03-25,缓缴,2024-01-26,");
    assertThat(run("2024-01-27", payments).out()).contains("缓缴决定：7 行：新办理 1，问题 6 行");
    assertThat(problems("问题").toString())
        .contains("延长至 2024-03-31 不晚于现行的缓缴至 2024-03-31", "终止日 2024-03-31 不早于现行的缓缴至")
        .contains("终止日 2024-01-26 早于决定日期 2024-01-27", "决定日期 2024-01-25 早于此前一项决定的日期 2024-01-26")
        .contains("缓缴至 2024-02-25 不晚于最后一个月的缴费期限 2024-02-26", "没有写明依据", "止月早于起月");
    // 31 March 2024 is a Sunday: Monday is the last day.
    assertThat(month("E2", "2024-01"))
        .containsEntry("缴费期限", day("2024-04-01"))
        .containsEntry("欠缴金额", "0")
        .containsEntry("缓缴金额", "1100")
        .containsEntry("滞纳金", "0");
    assertThat(explained("E2"))
        .contains("期限 2024-01-25，缓缴至 2024-04-01", "欠缴 0.00（另有缓缴中 1100.00）")
        .contains("缓缴：期限 2024-01-25 缓至 2024-04-01，期内不算欠缴、不加收滞纳金；2024-01-26 决定，依据：缓1");
    // The month's own rule until the day of the decision.
    run("2024-01-26", payments, "deferrals=" + write("none.csv", header));
    assertThat(month("E2", "2024-01")).containsEntry("缓缴金额", "1100");
    run("2024-04-02", payments, "deferrals=" + write("none.csv", header));
    assertThat(month("E2", "2024-01"))
        .containsEntry("欠缴金额", "1100")
        .containsEntry("缓缴金额", "0")
        .containsEntry("滞纳金", "0.55");
  }

  @Test
  void theJobDoesNotReadItsOwnWorkbooksAsDecisions() throws IOException {
    Path payments = Files.createDirectories(folder.resolve("payments"));
    Path tables = Files.createDirectories(folder.resolve("tables"));
    Workplace.Ended ended =
        run("2024-02-01", payments, "deferrals=" + tables, "output=" + tables.resolve("out"));
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains(tables.resolve("out").toString());
  }

  private Workplace.Ended run(String day, Path payments, String... more) throws IOException {
    write("roster.csv", ROSTER.strip().split("\n", -1));
    Path policies = Files.createDirectories(folder.resolve("policies"));
    Files.writeString(policies.resolve("weifang-employee-medical.yaml"), POLICY);
    List<String> settings =
        new ArrayList<>(
            List.of(
                "payments=" + payments,
                "policies=" + policies,
                "business-date=" + day,
                "roster=" + folder.resolve("roster.csv"),
                "database=" + database));
    for (String[] table :
        new String[][] {{"overpayments", "decided.csv"}, {"deferrals", "deferred.csv"}}) {
      if (Files.exists(folder.resolve(table[1]))) {
        settings.add(table[0] + "=" + folder.resolve(table[1]));
      }
    }
    settings.addAll(List.of(more));
    return place.run("late-fee", settings.toArray(String[]::new));
  }

  private String explained(String employer, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "explain",
                "--employer",
                employer,
                "--set",
                "policies=" + folder.resolve("policies")));
    words.addAll(List.of("--set", "database=" + database));
    words.addAll(List.of(more));
    return Workplace.command(words.toArray(String[]::new)).out();
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private Map<String, String> month(String employer, String period) throws IOException {
    return place.sheet(WORKBOOK, "滞纳金", "单位编号").stream()
        .filter(row -> employer.equals(row.get("单位编号")) && period.equals(row.get("费款所属期")))
        .findFirst()
        .orElseThrow();
  }

  private List<String> fees(String column) throws IOException {
    return place.sheet(WORKBOOK, "滞纳金", "单位编号").stream()
        .map(row -> String.valueOf(row.get(column)))
        .toList();
  }

  private List<String> problems(String column) throws IOException {
    return place.sheet(WORKBOOK, "问题清单", "序号").stream()
        .map(row -> String.valueOf(row.get(column)))
        .toList();
  }

  /** The day as a spreadsheet counts it. */
  private static String day(String day) {
    return BigDecimal.valueOf(
            LocalDate.parse(day).toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay())
        .toPlainString();
  }
}
