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
class StaffChangeJobTest {

  private static final String A = "0370700001";
  private static final String B = "0370700002";
  private static final String HE = "370700199203120006";
  private static final String DONG = "370700197303250001";
  private static final String MENG = "370700199805120011";
  private static final String FANG = "370700200109030018";
  private static final String TANG = "370700199506110008";
  private static final String DECLARED = "单位编号,单位名称,姓名,证件号码,月均工资,起缴月份,停缴月份,职工签字";

  @TempDir Path folder = Path.of("");
  private JobRun run = new JobRun(Path.of(""));

  @BeforeEach
  void twoDeclarations() throws IOException {
    run = new JobRun(folder);
    declare("2024-01-24", A, "何军涵," + HE + ",4000,,", "董丽," + DONG + ",5000,,");
    declare("2024-01-25", B, "唐杰," + TANG + ",6000,,");
  }

  @Test
  void duesCountEverybodyInTheirMonthsAndTheSameLinesAreTakenOnce() throws IOException {
    String[] lines = {
      A + ",唐杰," + TANG + ",转入,2024-05,7000",
      A + ",孟晓岚," + MENG + ",新参保,2024-03,6200",
      A + ",何军涵," + HE + ",停保,202404,",
      B + ",唐杰," + TANG + ",转出,2024-05,"
    };
    for (int i = 0; i < 2; i++) {
      assertThat(change(lines)).isZero();
      assertThat(changes())
          .containsExactly(
              A + "|孟晓岚|新参保|2024-03|6200.00|6200.00|2024-03—2024-12|changes.csv!3",
              A + "|何军涵|停保|2024-04||4242.00|2024-01—2024-03|changes.csv!4",
              A + "|唐杰|转入|2024-05|7000.00|7000.00|2024-05—2024-12|changes.csv!2",
              B + "|唐杰|转出|2024-05||6000.00|2024-01—2024-04|changes.csv!5");
      assertThat(problems()).isEmpty();
    }
    assertThat(run.out()).contains("本次办理：增加 0 人次，减少 0 人次");
    assertThat(run.rows("staff-changes-2024.xlsx", "单位汇总", "单位编号").get(0))
        .endsWith("|2|1|13200.00|4242.00");
    // (4242 + 5000), with 6200 from March, without 4242 from April, with 7000 from May, at 10 %.
    assertThat(dues("2024-06-26"))
        .containsExactly(
            A + " 2024-01 924.20",
            A + " 2024-02 924.20",
            A + " 2024-03 1544.20",
            A + " 2024-04 1120.00",
            A + " 2024-05 1820.00",
            A + " 2024-06 1820.00",
            B + " 2024-01 600.00",
            B + " 2024-02 600.00",
            B + " 2024-03 600.00",
            B + " 2024-04 600.00",
            B + " 2024-05 0.00",
            B + " 2024-06 0.00");
  }

  @Test
  void aDryRunShowsWhatTheRunThenDoes() throws IOException {
    String[] lines = {A + ",孟晓岚," + MENG + ",新参保,2024-03,6200", B + ",唐杰," + TANG + ",停保,2024-05,"};
    assertThat(change(true, lines)).isZero();
    assertThat(run.out()).contains("试算：人员增减没有办理", "本次办理：增加 1 人次，减少 1 人次");
    List<String> shown = changes();
    assertThat(shown).hasSize(2);
    assertThat(dues("2024-02-26")).contains(A + " 2024-01 924.20");
    assertThat(change(lines)).isZero();
    assertThat(changes()).isEqualTo(shown);
    assertThat(run.out()).contains("本次办理：增加 1 人次，减少 1 人次").doesNotContain("试算");
  }

  @Test
  void theSheetsOfAMonthListThoseInServiceAndThePapersWhoWasDeclared() throws IOException {
    assertThat(
            change(
                A + ",孟晓岚," + MENG + ",新参保,2024-03,6200",
                A + ",何军涵," + HE + ",停保,2024-03,",
                B + ",唐杰," + TANG + ",停保,2024-03,"))
        .isZero();
    assertThat(
            run.job(
                "declaration",
                "inbox=" + Files.createDirectories(folder.resolve("empty")),
                "business-date=2024-03-26"))
        .isZero();
    assertThat(
            run.rows("summary-2024.xlsx", "汇总表", "单位编号").stream()
                .map(row -> cells(row, 0, 3, 4, 5, 6, 12)))
        .containsExactly(A + "|2|11200.00|11200.00|0|1120.00", B + "|0|0.00|0.00|0|0.00");
    assertThat(run.rows("detail-2024.xlsx", "明细表", "序号").stream().map(row -> cells(row, 1, 3, 7)))
        .containsExactly(A + "|董丽|5000.00", A + "|孟晓岚|6200.00");
    assertThat(run.job("papers", "business-date=2024-03-26")).isZero();
    assertThat(run.rows("papers/" + A + "-2024-detail.xlsx", "明细表", "序号").toString())
        .contains("何军涵", "董丽")
        .doesNotContain("孟晓岚");
    assertThat(run.command(List.of("explain", "--employer", A, "--person", HE), "period=2024-03"))
        .isZero();
    assertThat(run.out())
        .contains("人员增减：自 2024-03 起停保（changes.csv!3", "缴费月份：2024-01—2024-02", "2024-03 不缴费");
    assertThat(run.command(List.of("explain", "--employer", A, "--person", MENG), "period=2024-03"))
        .isZero();
    assertThat(run.out())
        .contains("来源：申报之后增加，changes.csv!2", "缴费月份：2024-03—2024-12", "2024-03 至 2024-12");
    assertThat(run.command(List.of("explain", "--employer", A), "period=2024-03")).isZero();
    assertThat(run.out()).contains("合计：2 人，申报工资 11200.00 元，缴费基数 11200.00 元");
  }

  @Test
  void aLaterVersionTakesOverTheMonthsAndWhoeverJoined() throws IOException {
    assertThat(change(A + ",孟晓岚," + MENG + ",新参保,2024-02,6200", A + ",何军涵," + HE + ",停保,2024-04,"))
        .isZero();
    // He is declared again, Fang is new without a month, and nobody says anything of Meng.
    Path ahead =
        run.file(
            "ahead.csv",
            DECLARED,
            A + ",甲单位,何军涵," + HE + ",5200,,,签",
            A + ",甲单位,方一鸣," + FANG + ",8000,,,签");
    assertThat(
            run.command(
                List.of("check", ahead.toString()), "business-date=2024-03-20", "year=2024"))
        .isZero();
    assertThat(run.out()).contains("更正申报新增 1 人", "自 2024-03 起缴费", "[PERSON_ADDED]");
    declare(
        "2024-03-20",
        A,
        "何军涵," + HE + ",5200,,",
        "董丽," + DONG + ",5000,,",
        "方一鸣," + FANG + ",8000,,");
    assertThat(run.lines("receipts.csv").toString()).contains("PERSON_ADDED");
    assertThat(run.rows("declaration-changes-2024.xlsx", "变更明细", "单位编号").toString())
        .contains("|新增（2024-03—2024-12）");
    List<String> due =
        List.of(
            A + " 2024-01 1020.00", // 5200 + 5000
            A + " 2024-02 1640.00", // and 6200
            A + " 2024-03 2440.00", // and 8000
            A + " 2024-04 1920.00"); // without 5200
    assertThat(dues("2024-04-26")).startsWith(due.toArray(String[]::new));
    // A row's own months win over what stood.
    declare(
        "2024-04-20",
        A,
        "何军涵," + HE + ",5200,,2024-03",
        "董丽," + DONG + ",5000,,",
        "方一鸣," + FANG + ",8000,202402,");
    assertThat(run.lines("receipts.csv").toString()).doesNotContain("PERSON_ADDED");
    assertThat(dues("2024-04-26"))
        .startsWith(
            A + " 2024-01 1020.00",
            A + " 2024-02 2440.00",
            A + " 2024-03 1920.00",
            A + " 2024-04 1920.00");
  }

  @Test
  void anApprovedCorrectionTakesOverWhatCameMeanwhileAndAnAuditToo() throws IOException {
    reviewed("2024-02-01", "通过", "");
    reviewed("2024-02-02", "重开", "漏报");
    declare("2024-03-03", A, "何军涵," + HE + ",4000,,", "董丽," + DONG + ",6000,,");
    assertThat(change(A + ",孟晓岚," + MENG + ",新参保,2024-02,6200")).isZero();
    reviewed("2024-03-10", "通过", "");
    assertThat(dues("2024-03-26"))
        .startsWith(
            A + " 2024-01 1024.20", // 4242 + 6000
            A + " 2024-02 1644.20",
            A + " 2024-03 1644.20");
    Path outcomes =
        run.file(
            "o.csv", "单位编号,证件号码,核定月均工资,所属期起,所属期止,依据", A + "," + MENG + ",7200,2024-01,2024-03,台账");
    assertThat(run.job("audit-outcome", "outcomes=" + outcomes, "business-date=2024-03-27"))
        .isZero();
    assertThat(run.rows("audit-outcome-2024.xlsx", "核定明细", "单位编号").toString())
        .contains("|6200.00|7200.00|6200.00|7200.00|");
    assertThat(dues("2024-04-26"))
        .startsWith(
            A + " 2024-01 1024.20",
            A + " 2024-02 1744.20",
            A + " 2024-03 1744.20",
            A + " 2024-04 1644.20");
  }

  @Test
  void limitsThatChangeConcernWhoeverStillCountsThen() throws IOException {
    assertThat(change(A + ",孟晓岚," + MENG + ",新参保,2024-03,4300", A + ",何军涵," + HE + ",停保,2024-06,"))
        .isZero();
    run.limitsOfJuly();
    String policies = "policies=" + folder.resolve("policies");
    assertThat(run.job("limit-change", "from=2024-07", "business-date=2024-07-01", policies))
        .isZero();
    assertThat(
            run.rows("limit-change-2024.xlsx", "基数调整", "单位编号").stream()
                .map(row -> cells(row, 2, 5, 6)))
        .containsExactly("孟晓岚|4300.00|4416.00");
    // Who joins afterwards is charged by the limits taken up as well.
    assertThat(
            change(
                A + ",孟晓岚," + MENG + ",新参保,2024-03,4300", A + ",方一鸣," + FANG + ",新参保,2024-06,4250"))
        .isZero();
    run.file("p.csv", "单位编号,费款所属期,缴费日期,缴费金额");
    assertThat(
            run.job(
                "late-fee",
                "payments=" + folder.resolve("p.csv"),
                "business-date=2024-07-26",
                policies))
        .isZero();
    assertThat(months())
        .startsWith(
            A + " 2024-01 924.20",
            A + " 2024-02 924.20",
            A + " 2024-03 1354.20", // 4300
            A + " 2024-04 1354.20",
            A + " 2024-05 1354.20",
            A + " 2024-06 1355.00", // without 4242, with 4250
            A + " 2024-07 1383.20"); // 5000 and 4416 twice
  }

  @Test
  void whatCannotBeIsRefusedWithItsCode() throws IOException {
    assertThat(change(A + ",何军涵," + HE + ",停保,2024-04,")).isZero();
    assertThat(
            change(
                A + ",何军涵," + HE + ",停保,2024-03,",
                A + ",何军涵," + HE + ",停保,2024-05,",
                A + ",董丽," + DONG + ",新参保,2024-05,5000",
                A + ",唐杰," + TANG + ",转入,2024-05,5000",
                A + ",孟晓岚," + MENG + ",停保,2024-05,",
                A + ",孟晓岚," + MENG + ",新参保,2024-05,",
                A + ",孟晓岚," + MENG + ",新参保,2023-05,5000",
                "0370700046,孟晓岚," + MENG + ",新参保,2024-05,5000",
                "0370799999,孟晓岚," + MENG + ",新参保,2024-05,5000"))
        .isZero();
    assertThat(problems())
        .containsExactly(
            "2 STAFF_CHANGE_LATER",
            "3 STAFF_NOT_IN_SERVICE",
            "4 STAFF_IN_SERVICE",
            "5 STAFF_ELSEWHERE",
            "6 STAFF_UNKNOWN",
            "7 START_WAGE_MISSING",
            "8 PERIOD_INVALID",
            "9 STAFF_BEFORE_DECLARATION",
            "10 EMPLOYER_UNKNOWN");
    assertThat(run.rows("staff-changes-2024.xlsx", "问题清单", "序号").toString()).contains("单位 " + B);
    // Whoever left may come again, to a further span.
    assertThat(change(A + ",何军涵," + HE + ",新参保,2024-08,9000")).isZero();
    assertThat(changes().toString()).contains("|2024-01—2024-03、2024-08—2024-12|");
  }

  private int change(String... lines) throws IOException {
    return change(false, lines);
  }

  private int change(boolean dry, String... lines) throws IOException {
    Path table =
        run.file(
            "changes.csv",
            Stream.concat(Stream.of("单位编号,姓名,证件号码,变动,生效月份,起薪"), Stream.of(lines))
                .toArray(String[]::new));
    return run.job(
        "staff-changes", "changes=" + table, "business-date=2024-03-25", "dry-run=" + dry);
  }

  private List<String> changes() throws IOException {
    return run.rows("staff-changes-2024.xlsx", "人员增减", "单位编号").stream()
        .map(row -> cells(row, 0, 2, 4, 5, 6, 7, 8, 9))
        .toList();
  }

  private List<String> problems() throws IOException {
    return run.rows("staff-changes-2024.xlsx", "问题清单", "序号").stream()
        .map(row -> List.of(row.split("\\|", -1)))
        .map(row -> row.get(3) + " " + row.get(6))
        .toList();
  }

  private static String cells(String row, int... which) {
    List<String> all = List.of(row.split("\\|", -1));
    List<String> chosen = new ArrayList<>();
    for (int each : which) {
      chosen.add(all.get(each));
    }
    return String.join("|", chosen);
  }

  private List<String> dues(String date) throws IOException {
    run.file("p.csv", "单位编号,费款所属期,缴费日期,缴费金额");
    assertThat(run.job("late-fee", "payments=" + folder.resolve("p.csv"), "business-date=" + date))
        .isZero();
    return months();
  }

  private List<String> months() throws IOException {
    return run.rows("late-fees-2024.xlsx", "滞纳金", "单位编号").stream()
        .filter(row -> row.startsWith(A) || row.startsWith(B))
        .map(row -> cells(row, 0, 3, 4).replace('|', ' '))
        .toList();
  }

  private void declare(String date, String employer, String... people) throws IOException {
    Path inbox = Files.createDirectories(folder.resolve("inbox-" + date));
    run.file(
        "inbox-" + date + "/inbox-1.csv",
        Stream.concat(
                Stream.of(DECLARED), Stream.of(people).map(p -> employer + ",甲单位," + p + ",签"))
            .toArray(String[]::new));
    assertThat(
            run.job("declaration", "inbox=" + inbox, "settle-seconds=1", "business-date=" + date))
        .isZero();
  }

  private void reviewed(String date, String decision, String opinion) throws IOException {
    assertThat(run.review(A, date, decision, opinion)).isZero();
  }
}
