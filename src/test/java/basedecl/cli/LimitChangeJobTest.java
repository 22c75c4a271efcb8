package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("run")
class LimitChangeJobTest {

  @TempDir Path folder = Path.of("");
  private JobRun run = new JobRun(Path.of(""));

  @BeforeEach
  void aDeclarationUnderTheProvisionalLimits() throws IOException {
    run = new JobRun(folder);
    run.file(
        "inbox/a.csv",
        "单位编号,单位名称,姓名,证件号码,月均工资,职工签字",
        "0370700001,甲单位,何军涵,370700199203120006,4241.99,何军涵",
        "0370700001,甲单位,董丽,370700197303250001,21500,董丽",
        "0370700001,甲单位,徐宇英,37070019940417000X,4416,徐宇英",
        "0370700001,甲单位,萧轩欣,370700199902060006,30000,萧轩欣");
    assertThat(run.job("declaration", "inbox=" + folder.resolve("inbox"), "settle-seconds=1"))
        .isZero();
  }

  @Test
  void wagesAreClampedAnewAndOnlyChangedBasesAreListed() throws IOException {
    policy("2024-07", "mode: NEXT_MONTH");
    assertThat(job("dry-run=true")).isZero();
    List<String> dry = run.rows("limit-change-2024.xlsx", "基数调整", "单位编号");
    assertThat(dry)
        .containsExactly(
            "0370700001|潍坊白浪澄机械制造有限公司|何军涵|370700199203120006|4241.99|4242.00|4416.00|2024-07",
            "0370700001|潍坊白浪澄机械制造有限公司|董丽|370700197303250001|21500.00|21207.00|21500.00|2024-07",
            "0370700001|潍坊白浪澄机械制造有限公司|萧轩欣|370700199902060006|30000.00|21207.00|22078.00|2024-07");
    for (int i = 0; i < 2; i++) {
      assertThat(job()).isZero();
      assertThat(run.rows("limit-change-2024.xlsx", "基数调整", "单位编号")).isEqualTo(dry);
      assertThat(run.rows("limit-change-2024.xlsx", "单位汇总", "单位编号"))
          .containsExactly("0370700001|潍坊白浪澄机械制造有限公司|市直|4|3|51072.00|52410.00|1338.00|2024-07");
    }
    assertThat(job("from=2024-10")).isZero();
    assertThat(run.rows("limit-change-2024.xlsx", "基数调整", "单位编号")).isEmpty();
  }

  @Test
  void aRetroactivePolicyTopsUpTheMonthsAssessed() throws IOException {
    policy(
        "2024-01",
        "mode: RETROACTIVE, until: 2024-12-31, retired-in-year: included, decrease: zero");
    assertThat(job("from=2024-01", "business-date=2024-07-01")).isZero();
    List<String> rows = run.rows("limit-change-2024.xlsx", "补差", "单位编号");
    assertThat(rows)
        .hasSize(21)
        .startsWith(
            "0370700001|潍坊白浪澄机械制造有限公司|何军涵|370700199203120006|2024-01|4242.00|4416.00|174.00|13.92|3.48|17.40");
  }

  @Test
  void aVersionOnItsWayTakesTheLimitsUpAndIsChargedByThemOnceApproved() throws IOException {
    policy("2024-07", "mode: NEXT_MONTH");
    reviewed("2024-01-28", "通过", "");
    reviewed("2024-02-01", "重开", "漏报");
    run.file("inbox2/b.csv", "单位编号,姓名,证件号码,月均工资", "0370700001,何军涵,370700199203120006,4300");
    assertThat(
            run.job(
                "declaration",
                "inbox=" + folder.resolve("inbox2"),
                "business-date=2024-03-01",
                "settle-seconds=1"))
        .isZero();
    assertThat(job()).isZero();
    assertThat(run.rows("limit-change-2024.xlsx", "基数调整", "单位编号"))
        .hasSize(3)
        .noneMatch(row -> row.contains("|4300.00|"));
    reviewed("2024-08-01", "通过", "");

    assertThat(
            run.job(
                "late-fee",
                "business-date=2024-08-02",
                "policies=" + folder.resolve("policies"),
                "payments="
                    + run.file(
                        "none.csv", "单位编号,费款所属期,缴费日期,缴费金额", "0370700001,2024-01,2024-01-20,10.00")))
        .isZero();
    assertThat(run.rows("late-fees-2024.xlsx", "滞纳金", "单位编号"))
        .anyMatch(row -> row.startsWith("0370700001|") && row.contains("|2024-06|430.00|"))
        .anyMatch(row -> row.startsWith("0370700001|") && row.contains("|2024-07|441.60|"));
  }

  /** Materials, and a decision on the employer's newest version. */
  private void reviewed(String date, String decision, String opinion) throws IOException {
    run.file("materials/0370700001/汇总表.pdf", "%PDF-1.4 " + date);
    run.file("materials/0370700001/明细表.pdf", "%PDF-1.4 detail " + date);
    run.file("d-" + date + ".csv", "单位编号,决定,意见", "0370700001," + decision + "," + opinion);
    assertThat(
            run.job(
                "review",
                "business-date=" + date,
                "materials=" + folder.resolve("materials"),
                "decisions=" + folder.resolve("d-" + date + ".csv"),
                "confirmations="))
        .isZero();
  }

  @Test
  void aMonthOfAnotherYearIsRefused() {
    assertThat(run.job("limit-change", "from=2025-01")).isEqualTo(2);
    assertThat(run.err()).contains("2025-01", "2024");
  }

  private int job(String... pairs) {
    List<String> all = new java.util.ArrayList<>(List.of(pairs));
    all.add("policies=" + folder.resolve("policies"));
    return run.job("limit-change", all.toArray(String[]::new));
  }

  /** The shipped policy with final limits from {@code from} on. */
  private void policy(String from, String change) throws IOException {
    String shipped =
        Files.readString(Path.of("src/main/resources/policies/weifang-employee-medical.yaml"));
    run.file(
        "policies/weifang-employee-medical.yaml",
        shipped
            .replace(
                "limits:\n",
                "limits:\n  - {year: 2024, from: "
                    + from
                    + ", lower: 4416, upper: 22078, status: final, published: 2024-06-20,"
                    + " citation: 样例}\n")
            .replaceFirst(
                "(?m)^limit-change: .*$", "limit-change: {" + change + ", citation: 样例}"));
  }
}
