package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the jobs make of months that an employer owes no more, or not yet. */
@Tag("run")
class EndedEmployerTest {

  private static final String PERSON = "何军涵,370700199203120006";
  private static final String OTHER = "董丽,370700197303250001";
  private static final String LATE_FEES = "late-fees-2024.xlsx";

  private static final String[] NOTHING = {"materials=", "decisions=", "confirmations="};

  @TempDir Path folder = Path.of("");
  private JobRun run = new JobRun(Path.of(""));
  private String roster = "";

  /** A owes January and February, B, which closes on a first, owes January; D splits off C. */
  @BeforeEach
  void oneMergedOneClosedAndOneSplitOff() throws IOException {
    run = new JobRun(folder);
    roster =
        "roster="
            + run.file(
                "roster.csv",
                "单位编号,单位名称,经办机构,上月缴费额",
                "A,甲公司,市直,1000",
                "B,乙公司,市直,2000",
                "C,丙公司,奎文区,3000");
    Path file =
        run.file(
            "inbox/a.csv",
            "单位编号,姓名,证件号码,月均工资",
            "A," + PERSON + ",5000.00",
            "C," + OTHER + ",4300.00");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-01T00:00:00Z")));
    job("declaration", "2024-01-20", "inbox=" + file.getParent(), roster);
    Path changes =
        run.file(
            "changes.csv",
            "单位编号,变动,生效日期,新单位名称,新经办机构,关联单位编号,承继欠费,依据",
            "A,合并,2024-02-15,,,C,,合并协议",
            "B,注销,2024-02-01,,,,,",
            "C,分立,2024-03-01,丁公司,,D,否,分立协议");
    job("employer-changes", "2024-03-02", "changes=" + changes);
  }

  @Test
  void moneyForAMonthThatIsNotOwedStandsThereAsOverpaidAndCanBeRefunded() throws IOException {
    Path payments =
        run.file(
            "payments.csv",
            "单位编号,费款所属期,缴费日期,缴费金额,流水号",
            "A,2024-02,2024-02-20,500.00,S1",
            "A,2024-03,2024-03-20,500.00,S2",
            "B,2024-02,2024-02-20,2200.00,S3",
            "D,2024-01,2024-03-20,60.00,S4",
            "D,2024-03,2024-03-20,70.00,S5",
            "A,2024-03,2024-03-27,-100.00,S2");
    lateFees("2024-03-28", payments);
    List<String> shown =
        List.of(
            "A|甲公司|市直|2024-03|0.00|无应缴|2024-03-25|400.00|0.00|400.00|0.00|100.00",
            "B|乙公司|市直|2024-02|0.00|无应缴|2024-02-25|2200.00|0.00|2200.00|0.00|0.00",
            "D|丁公司|奎文区|2024-01|0.00|无应缴|2024-01-25|60.00|0.00|60.00|0.00|0.00");
    assertThat(unowed()).isEqualTo(shown);
    assertThat(run.out()).contains("有 3 个单位月没有应缴", "2660.00 元列为多缴", "已缴 3230.00 元");
    Path refund = run.file("refund.csv", "单位编号,费款所属期,处理,金额,抵缴所属期", "A,2024-03,退费,400.00,");
    lateFees("2024-03-28", payments, "overpayments=" + refund);
    assertThat(run.rows(LATE_FEES, "问题清单", "序号")).isEmpty();
    assertThat(unowed().get(0)).startsWith("A|甲公司|市直|2024-03|0.00|无应缴|2024-03-25|0.00|0.00|0.00|");
    lateFees("2024-03-19", payments);
    assertThat(unowed()).isEqualTo(shown.subList(1, 2));
    assertThat(run.command(List.of("explain", "--employer", "B"))).isZero();
  }

  @Test
  void whatAnEmployerPaysThatHasStillToBeImputedWaitsForItsDue() throws IOException {
    Path file = run.file("late.csv", "单位编号,单位名称,经办机构,上月缴费额", "E,戊公司,市直,1000");
    roster = "roster=" + file;
    Path payments =
        run.file("payments.csv", "单位编号,费款所属期,缴费日期,缴费金额", "E,2024-03,2024-03-20,1100.00");
    lateFees("2024-03-25", payments);
    assertThat(unowed()).isEmpty();
    lateFees("2024-03-26", payments);
    assertThat(unowed()).isEmpty();
    assertThat(run.rows(LATE_FEES, "滞纳金", "单位编号"))
        .anyMatch(row -> row.startsWith("E|戊公司|市直|2024-03|1100.00|按上月110%核定|2024-03-25|1100.00|"));
  }

  @Test
  void nobodyJoinsAnEmployerInAMonthThatItOwesNoMore() throws IOException {
    Path staff =
        run.file(
            "staff.csv",
            "单位编号,姓名,证件号码,变动,生效月份,起薪",
            "A,徐宇英,37070019940417000X,新参保,2024-03,5000.00",
            "A,萧轩欣,370700199902060006,新参保,2024-02,5000.00",
            "A," + PERSON + ",转出,2024-03,",
            "C," + PERSON + ",转入,2024-03,5000.00",
            "C,徐宇英,37070019940417000X,新参保,2024-04,5000.00");
    job("staff-changes", "2024-03-05", "changes=" + staff, roster);
    assertThat(run.rows("staff-changes-2024.xlsx", "问题清单", "序号"))
        .singleElement()
        .asString()
        .contains("|2|A|A|EMPLOYER_CLOSED|", "2024-02-15 起已并入单位 C", "请由单位 C 申报原单位的人员");
    assertThat(run.rows("staff-changes-2024.xlsx", "人员增减", "单位编号")).hasSize(4);
  }

  @Test
  void newLimitsAndTopUpsAreOfTheMonthsOwed() throws IOException {
    Path none = run.file("payments.csv", "单位编号,费款所属期,缴费日期,缴费金额");
    lateFees("2024-05-06", none, "policies=" + retroactiveFrom("2024-03"));
    assertThat(run.out()).contains("自 2024-03 起执行", "1 个单位的 1 人仍按原上下限计费");
    String policies = "policies=" + retroactiveFrom("2024-01");
    lateFees("2024-05-06", none, policies);
    assertThat(run.out()).contains("自 2024-01 起执行", "2 个单位的 2 人仍按原上下限计费");
    job("limit-change", "2024-05-06", "from=2024-01", policies);
    assertThat(run.rows("limit-change-2024.xlsx", "单位汇总", "单位编号")).hasSize(2);
    assertThat(run.rows("limit-change-2024.xlsx", "补差", "单位编号"))
        .extracting(row -> row.split("\\|", -1)[0] + row.split("\\|", -1)[4])
        .containsExactly(
            "A2024-01", "A2024-02", "C2024-01", "C2024-02", "C2024-03", "C2024-04", "C2024-05");
    job("limit-change", "2024-05-06", "from=2024-03", policies);
    assertThat(run.rows("limit-change-2024.xlsx", "单位汇总", "单位编号"))
        .singleElement()
        .asString()
        .startsWith("C|");
  }

  @Test
  void newLimitsReachAnEmployerThatSplitOffAfterTheyBegan() throws IOException {
    Path file = run.file("inbox/d.csv", "单位编号,姓名,证件号码,月均工资", "D,徐宇英,37070019940417000X,4300.00");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-01T00:00:00Z")));
    job("declaration", "2024-03-10", "inbox=" + file.getParent(), roster);
    String policies = "policies=" + retroactiveFrom("2024-02");
    job("limit-change", "2024-05-06", "from=2024-02", policies);
    assertThat(run.rows("limit-change-2024.xlsx", "单位汇总", "单位编号"))
        .extracting(row -> row.split("\\|", -1)[0])
        .containsExactly("A", "C", "D");
    assertThat(run.rows("limit-change-2024.xlsx", "补差", "单位编号"))
        .extracting(row -> row.split("\\|", -1)[0] + row.split("\\|", -1)[4])
        .contains("D2024-03", "D2024-04", "D2024-05")
        .doesNotContain("D2024-02");
  }

  @Test
  void anAssessmentIsOfTheMonthsOwed() throws IOException {
    Path outcomes =
        run.file(
            "outcomes.csv",
            "单位编号,证件号码,核定月均工资,所属期起,所属期止,依据",
            "A,370700199203120006,6000.00,2024-01,2024-12,工资台账");
    job("audit-outcome", "2024-03-05", "outcomes=" + outcomes);
    assertThat(run.rows("audit-outcome-2024.xlsx", "单位汇总", "单位编号"))
        .containsExactly("A|甲公司|市直|1|2|160.00|40.00|200.00|工资台账|2|2024-03-05");
    assertThat(run.out()).contains("应缴差额 200.00 元");
  }

  @Test
  void retireesOfAnEmployerThatIsNoMoreSignNoPapers() throws IOException {
    Path file =
        run.file(
            "retired/r.csv",
            "单位编号,姓名,证件号码,月养老金",
            "B,曾广生,370700195001150014,3000.00",
            "C,罗玉梅,370700195102150021,3100.00");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-01T00:00:00Z")));
    job("retirees", "2024-01-20", "inbox=" + file.getParent(), roster);
    job("papers", "2024-03-05", "population=retirees", roster);
    try (var papers = Files.list(run.output().resolve("papers"))) {
      assertThat(papers.map(paper -> paper.getFileName().toString()))
          .hasSize(2)
          .allMatch(name -> name.startsWith("C-2024-"));
    }
    job("review", "2024-03-05", "population=retirees", roster, NOTHING[0], NOTHING[1], NOTHING[2]);
    assertThat(run.rows("retirees-progress-2024.xlsx", "办理进度（退休）", "单位编号"))
        .anyMatch(row -> row.startsWith("C|丙公司|") && row.contains("盖章并由退休人员签字后上传扫描件"));
  }

  private void job(String name, String day, String... settings) {
    String[] all = new String[settings.length + 1];
    System.arraycopy(settings, 0, all, 0, settings.length);
    all[settings.length] = "business-date=" + day;
    assertThat(run.job(name, all)).as(run.out() + run.err()).isZero();
  }

  private void lateFees(String day, Path payments, String... more) {
    String[] all = new String[more.length + 2];
    System.arraycopy(more, 0, all, 0, more.length);
    all[more.length] = "payments=" + payments;
    all[more.length + 1] = roster;
    job("late-fee", day, all);
  }

  /** The months for which money came and nothing is owed, up to what was given back. */
  private List<String> unowed() throws IOException {
    return run.rows(LATE_FEES, "滞纳金", "单位编号").stream()
        .filter(row -> row.contains("|无应缴|"))
        .map(row -> String.join("|", List.of(row.split("\\|", -1)).subList(0, 12)))
        .toList();
  }

  private Path retroactiveFrom(String month) throws IOException {
    String shipped =
        Files.readString(Path.of("src/main/resources/policies/weifang-employee-medical.yaml"));
    int end = shipped.indexOf("limit-change:");
    String limits =
        "  - {year: 2024, from: "
            + month
            + ", lower: 5416, upper: 22078, status: final, published: 2024-05-01, citation: 样例}\n";
    String text =
        shipped.substring(0, end).replaceFirst("(?m)^limits:\n", "limits:\n" + limits)
            + "limit-change: {mode: RETROACTIVE, until: 2024-12-31, retired-in-year: included,"
            + " decrease: zero, citation: 样例}\n";
    run.file("policies/weifang-employee-medical.yaml", text.split("\n", -1));
    return folder.resolve("policies");
  }
}
