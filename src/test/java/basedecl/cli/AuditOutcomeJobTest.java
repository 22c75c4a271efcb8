package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("run")
class AuditOutcomeJobTest {

  private static final String EMPLOYER = "0370700001";
  private static final String COLUMNS = "单位编号,证件号码,核定月均工资,所属期起,所属期止,依据";
  private static final String HE = "370700199203120006";
  private static final String DONG = "370700197303250001";

  @TempDir Path folder = Path.of("");
  private JobRun run = new JobRun(Path.of(""));

  @BeforeEach
  void aDeclaration() throws IOException {
    run = new JobRun(folder);
    declare("2024-01-24", "4000", "5000");
  }

  @Test
  void aDryRunShowsAllOfItAndTheSameTableIsTakenOnce() throws IOException {
    Path table = table("a.csv", HE + ",5200.00,2024-03,2024-05,台账");
    assertThat(assess(table, "dry-run=true")).isZero();
    List<String> lines = lines();
    assertThat(lines)
        .containsExactly(
            "0370700001|潍坊白浪澄机械制造有限公司|何军涵|370700199203120006|2024-03|2024-05|3|4000.00|5200.00"
                + "|4242.00|5200.00|229.92|57.48|287.40|台账|2|2024-03-20");
    assertThat(explained()).contains("第 1 版").doesNotContain("第 2 版");
    for (int i = 0; i < 2; i++) {
      assertThat(assess(table)).isZero();
      assertThat(lines()).isEqualTo(lines);
    }
    assertThat(run.out()).contains("没有新的入账", "ASSESSMENT_TAKEN");
    // In another order, another file and another spelling it is the same assessment.
    Path other =
        run.file(
            "b.csv",
            "依据,所属期止,所属期起,核定月均工资,证件号码,单位编号",
            "台账,202405,202403,5200," + HE + "," + EMPLOYER);
    assertThat(assess(other)).isZero();
    assertThat(lines()).isEqualTo(lines);
    assertThat(explained()).contains("第 2 版").doesNotContain("第 3 版");
  }

  @Test
  void duesAndLateFeesFollowFromTheAssessedMonthsAlone() throws IOException {
    assertThat(
            assess(
                table(
                    "a.csv",
                    HE + ",5200.00,2024-02,2024-02,台账",
                    DONG + ",30000,2024-01,2024-12,凭证")))
        .isZero();
    run.file("p.csv", "单位编号,费款所属期,缴费日期,缴费金额", EMPLOYER + ",2024-01,2024-01-25,924.20");
    assertThat(
            run.job("late-fee", "payments=" + folder.resolve("p.csv"), "business-date=2024-03-26"))
        .isZero();
    // (4242 + 21207) and (5200 + 21207) at 8 % and 2 %; what January paid was the earlier due.
    assertThat(dues())
        .containsExactly(
            "2024-01|2544.90|924.20|1620.70",
            "2024-02|2640.70|0.00|2640.70",
            "2024-03|2544.90|0.00|2544.90");
    assertThat(
            run.command(
                List.of("explain", "--employer", EMPLOYER, "--person", HE), "period=2024-02"))
        .isZero();
    assertThat(run.out())
        .contains("稽核核定：2024-02 至 2024-02 月均工资 5200.00 元（2024-03-20 核定，原 4000.00 元）；依据：台账")
        .contains("核定工资：5200.00 元", "缴费基数：5200.00 元在上下限之内")
        .contains("inbox-1.csv");
  }

  @Test
  void anotherAssessmentChangesItsOwnMonthsAndTheRestStays() throws IOException {
    assertThat(assess(table("a.csv", HE + ",5200.00,2024-01,2024-12,台账"))).isZero();
    assertThat(
            assess(
                table(
                    "b.csv",
                    HE + ",7000.00,2024-05,2024-06,流水",
                    DONG + ",6000,2024-06,2024-06,流水")))
        .isZero();
    assertThat(lines().stream().map(AuditOutcomeJobTest::figures))
        .containsExactly(
            "2024-01|2024-12|12|4000.00|5200.00|4242.00|5200.00",
            "2024-05|2024-06|2|5200.00|7000.00|5200.00|7000.00",
            "2024-06|2024-06|1|5000.00|6000.00|5000.00|6000.00");
    assertThat(run.command(List.of("explain", "--employer", EMPLOYER), "period=2024-06")).isZero();
    assertThat(run.out()).contains("申报工资 13000.00 元", "第 3 版：稽核核定", "稽核结果（2024-03-20）：已核定；流水");
    assertThat(run.command(List.of("explain", "--employer", EMPLOYER), "period=2024-07")).isZero();
    assertThat(run.out()).contains("申报工资 10200.00 元");
    // The first table again does not bring the first assessment back.
    assertThat(assess(folder.resolve("a.csv"))).isZero();
    assertThat(explained()).doesNotContain("第 4 版");
  }

  @Test
  void limitsThatChangeLaterClampTheAssessedWages() throws IOException {
    assertThat(assess(table("a.csv", HE + ",22000,2024-06,2024-08,台账"))).isZero();
    run.limitsOfJuly();
    assertThat(
            run.job(
                "limit-change",
                "from=2024-07",
                "business-date=2024-07-01",
                "policies=" + folder.resolve("policies")))
        .isZero();
    String[] day = {"business-date=2024-09-26", "policies=" + folder.resolve("policies")};
    run.file("p.csv", "单位编号,费款所属期,缴费日期,缴费金额");
    assertThat(run.job("late-fee", "payments=" + folder.resolve("p.csv"), day[0], day[1])).isZero();
    // With the 5000 of the other: 4242, 21207 in June, 22000 until August, 4416 from September on.
    assertThat(dues().stream().map(due -> due.split("\\|", -1)[0] + " " + due.split("\\|", -1)[1]))
        .containsExactly(
            "2024-01 924.20",
            "2024-02 924.20",
            "2024-03 924.20",
            "2024-04 924.20",
            "2024-05 924.20",
            "2024-06 2620.70",
            "2024-07 2700.00",
            "2024-08 2700.00",
            "2024-09 941.60");
  }

  @Test
  void theEmployersLaterCorrectionIsRefusedAndTheReviewCannotReopenIt() throws IOException {
    assertThat(assess(table("a.csv", HE + ",5200.00,2024-01,2024-12,台账"))).isZero();
    declare("2024-03-25", "4100", "5000");
    assertThat(run.rows("declaration-changes-2024.xlsx", "变更明细", "单位编号"))
        .containsExactly(
            "0370700001|潍坊白浪澄机械制造有限公司|何军涵|370700199203120006|1|2|4000.00|5200.00|4242.00|5200.00"
                + "|424.20|520.00|稽核核定");
    assertThat(run.rows("declaration-changes-2024.xlsx", "核定明细", "单位编号")).isEqualTo(lines());
    assertThat(run.lines("receipts.csv").toString()).contains("DECLARATION_ASSESSED");
    Path decisions = run.file("d.csv", "单位编号,决定,意见", EMPLOYER + ",重开,又及");
    assertThat(
            run.job(
                "review",
                "business-date=2024-03-26",
                "materials=" + Files.createDirectories(folder.resolve("none")),
                "decisions=" + decisions,
                "confirmations="))
        .isZero();
    assertThat(run.out()).contains("STEP_OUT_OF_TURN");
    assertThat(run.rows("progress-2024.xlsx", "办理进度", "单位编号"))
        .anySatisfy(
            row -> assertThat(row).contains(EMPLOYER, "|2|稽核核定|2024-03-20|已由经办机构稽核核定", "台账"));
    assertThat(run.job("papers", "business-date=2024-03-26")).isZero();
    assertThat(folder.resolve("output/papers/" + EMPLOYER + "-2024-summary.xlsx")).doesNotExist();
  }

  @Test
  void theAuditShowsWhatCameOfItAndAsksForNoSelfCheckAnyMore() throws IOException {
    declare("2024-01-25", "4000", "4242");
    String[] audit = {"tax-wages=", "last-year=", "business-date=2024-03-21"};
    Path notice = folder.resolve("output/notices/" + EMPLOYER + "-2024.docx");
    assertThat(run.job("audit", audit)).isZero();
    assertThat(notice).exists();
    assertThat(run.rows("flagged-2024.xlsx", "跟踪情况", "单位编号"))
        .anySatisfy(row -> assertThat(row).contains(EMPLOYER).endsWith("|||"));
    assertThat(assess(table("a.csv", HE + ",4200.00,2024-01,2024-12,台账"))).isZero();
    assertThat(run.job("audit", audit)).isZero();
    assertThat(run.rows("flagged-2024.xlsx", "跟踪情况", "单位编号"))
        .anySatisfy(row -> assertThat(row).contains(EMPLOYER).endsWith("|已核定|2024-03-20|台账"));
    assertThat(run.rows("flagged-2024.xlsx", "稽核结果", "单位编号"))
        .singleElement()
        .asString()
        .startsWith(EMPLOYER)
        .contains("|已核定|2024-03-20|作业（运行 4）|台账|3|");
    assertThat(notice).doesNotExist();
  }

  @Test
  void aCorrectionOnItsWayIsDecidedFirst() throws IOException {
    reviewed("2024-02-01", "通过", "");
    reviewed("2024-02-02", "重开", "漏报奖金");
    declare("2024-02-03", "4300", "5000");
    Path table = table("a.csv", HE + ",5200.00,2024-01,2024-12,台账");
    assertThat(assess(table)).isZero();
    assertThat(run.rows("audit-outcome-2024.xlsx", "问题清单", "序号"))
        .singleElement()
        .asString()
        .contains("CORRECTION_UNDECIDED", "第 2 版");
    assertThat(lines()).isEmpty();
    reviewed("2024-02-05", "退回", "扫描件不清");
    assertThat(assess(table)).isZero();
    assertThat(lines().stream().map(AuditOutcomeJobTest::figures))
        .containsExactly("2024-01|2024-12|12|4000.00|5200.00|4242.00|5200.00");
    assertThat(explained()).contains("第 3 版：稽核核定");
  }

  @Test
  void aTableWithoutItsColumnsIsRefusedBeforeAnythingIsTouched() throws IOException {
    Path wrong = run.file("wrong.csv", "单位编号,证件号码,核定月均工资", EMPLOYER + "," + HE + ",5200");
    assertThat(assess(wrong)).isEqualTo(2);
    assertThat(run.err()).contains("wrong.csv", "所属期起");
  }

  private Path table(String name, String... lines) throws IOException {
    return run.file(
        name,
        Stream.concat(Stream.of(COLUMNS), Stream.of(lines).map(line -> EMPLOYER + "," + line))
            .toArray(String[]::new));
  }

  private int assess(Path table, String... pairs) {
    List<String> all = new ArrayList<>(List.of(pairs));
    all.add("outcomes=" + table);
    return run.job("audit-outcome", all.toArray(String[]::new));
  }

  private List<String> lines() throws IOException {
    return run.rows("audit-outcome-2024.xlsx", "核定明细", "单位编号");
  }

  /** Of a line of 核定明细: months, wages and bases. */
  private static String figures(String line) {
    return String.join("|", List.of(line.split("\\|", -1)).subList(4, 11));
  }

  /** The employer's months: period, due, paid, arrears. */
  private List<String> dues() throws IOException {
    return run.rows("late-fees-2024.xlsx", "滞纳金", "单位编号").stream()
        .map(row -> List.of(row.split("\\|", -1)))
        .filter(row -> row.get(0).equals(EMPLOYER))
        .map(row -> String.join("|", row.get(3), row.get(4), row.get(7), row.get(8)))
        .toList();
  }

  private String explained() {
    assertThat(run.command(List.of("explain", "--employer", EMPLOYER))).isZero();
    return run.out();
  }

  private void declare(String date, String he, String dong) throws IOException {
    Path inbox = Files.createDirectories(folder.resolve("inbox-" + date));
    run.file(
        "inbox-" + date + "/inbox-1.csv",
        "单位编号,单位名称,姓名,证件号码,月均工资,职工签字",
        EMPLOYER + ",甲单位,何军涵," + HE + "," + he + ",何军涵",
        EMPLOYER + ",甲单位,董丽," + DONG + "," + dong + ",董丽");
    assertThat(
            run.job("declaration", "inbox=" + inbox, "settle-seconds=1", "business-date=" + date))
        .isZero();
  }

  private void reviewed(String date, String decision, String opinion) throws IOException {
    assertThat(run.review(EMPLOYER, date, decision, opinion)).isZero();
  }
}
