package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.testing.LimitsOfJuly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Limits change from July and are published on 20 June. One employer declared in January, with
 * three of four at 4300: under the new lower limit of 4416, above the old one of 4242. Another
 * declares in August.
 */
@Tag("run")
@NullUnmarked
class MonthOfTheSheetsTest {

  private static final String JANUARY = "0370700001";
  private static final String AUGUST = "0370700002";
  private static final String HEAD = "单位编号,单位名称,姓名,证件号码,月均工资,职工签字";
  private static final String COMMAND = "run jobs/limit-change.yaml --set from=2024-07";

  @TempDir Path folder;
  private Workplace place;
  private String policies;

  @BeforeEach
  void twoEmployersOfTwoMonths() throws IOException {
    place = new Workplace(folder);
    place.file("policies/" + LimitsOfJuly.FILE, LimitsOfJuly.policy());
    policies = "policies=" + folder.resolve("policies");
    declared("2024-01-20", januarys("4300"));
  }

  private static String[] januarys(String first) {
    return new String[] {
      HEAD,
      JANUARY + ",甲单位,何军涵,370700199203120006," + first + ",何军涵",
      JANUARY + ",甲单位,董丽,370700197303250001,4300,董丽",
      JANUARY + ",甲单位,徐宇英,37070019940417000X,4300,徐宇英",
      JANUARY + ",甲单位,萧轩欣,370700199902060006,5000,萧轩欣"
    };
  }

  private String declared(String day, String... lines) throws IOException {
    Path inbox = Files.createTempDirectory(folder, "inbox");
    if (lines.length > 0) {
      Files.write(inbox.resolve("declared.csv"), List.of(lines));
    }
    return well("declaration", day, "inbox=" + inbox, "settle-seconds=1");
  }

  private String august() throws IOException {
    return declared(
        "2024-08-10",
        HEAD,
        AUGUST + ",乙单位,王海,370700199901010015,4300,王海",
        AUGUST + ",乙单位,李华,370700199901010031,9000,李华");
  }

  /** Runs a job, which must end well, and gives what it said. */
  private String well(String job, String day, String... settings) {
    List<String> all = new ArrayList<>(List.of("business-date=" + day, policies));
    all.addAll(List.of(settings));
    Workplace.Ended ended = place.run(job, all.toArray(String[]::new));
    assertThat(ended.status()).as(ended.said()).isZero();
    return ended.out();
  }

  private String command(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--set", policies));
    Workplace.Ended ended = place.onLedger(all.toArray(String[]::new));
    assertThat(ended.status()).as(ended.said()).isZero();
    return ended.out();
  }

  private String payments() throws IOException {
    return "payments=" + place.file("payments.csv", "单位编号,费款所属期,缴费日期,缴费金额,流水号");
  }

  private Map<String, String> summaryOf(String employer) throws IOException {
    return Tables.byFirst(place.output().resolve("summary-2024.xlsx"), "汇总表", "单位编号").get(employer);
  }

  private String head(String workbook, String sheet) throws IOException {
    return String.join("\n", Tables.column(place.output().resolve(workbook), sheet));
  }

  private String paper(String employer) throws IOException {
    return Papers.text(place.output().resolve("papers/" + employer + "-2024-summary.xlsx"));
  }

  /**
   * The file gets July's limits only now, though they were published in June: whoever declared and
   * whatever limit-change ran before went by the old ones.
   */
  @Test
  void limitsFilledInLateAreSaidToBeTakenUpByNobody() throws IOException {
    Path file = folder.resolve("policies/weifang-employee-medical.yaml");
    String complete = Files.readString(file);
    Files.writeString(file, complete.replaceFirst(".*lower: 4416.*\n", ""));
    assertThat(august()).doesNotContain(COMMAND);
    assertThat(well("limit-change", "2024-08-11", "from=2024-07"))
        .contains("没有人的基数变动", "没有自 2024-07 起执行的新上下限公布");
    Files.writeString(file, complete);

    assertThat(declared("2024-08-12")).contains("2 个单位的 4 人", COMMAND);
    assertThat(summaryOf(AUGUST)).containsEntry("缴费基数合计", "13300.00");
    assertThat(command("explain", "--employer", AUGUST, "--set", "business-date=2024-08-12"))
        .contains("下限 4242.00、上限 21207.00 元", COMMAND)
        .doesNotContain("下限 4416.00");

    well("limit-change", "2024-08-12", "from=2024-07");
    assertThat(declared("2024-08-13")).doesNotContain(COMMAND);
    assertThat(summaryOf(AUGUST)).containsEntry("缴费基数合计", "13416.00");
    assertThat(command("explain", "--employer", AUGUST, "--set", "business-date=2024-08-13"))
        .contains("2024-07 至 2024-12：下限 4416.00");
  }

  @Test
  void whatNobodyTookUpIsSaidByEveryJobUntilTheCommandThatItNamesHasRun() throws IOException {
    String said = august();
    assertThat(said)
        .contains("费款所属期 2024-08")
        .contains("1 个单位、4 人的 2024-08 按下限 4,242.00 元、上限 21,207.00 元核定")
        .contains("1 个单位的 3 人")
        .contains("12,900.00 元", "13,248.00 元（+348.00 元）")
        .contains("1,290.00 元", "1,324.80 元（+34.80 元）")
        .contains(COMMAND + " --set business-date=2024-08-10")
        .contains("--set database=" + place.database(), "--set " + policies);
    assertThat(summaryOf(JANUARY))
        .containsEntry("缴费基数合计", "17900.00")
        .containsEntry("按下限缴费人数", "0");
    assertThat(summaryOf(AUGUST)).containsEntry("缴费基数合计", "13416.00").containsEntry("按下限缴费人数", "1");
    for (String sheet :
        List.of("汇总表 summary", "明细表 detail", "需自查自纠单位 flagged", "按下限缴费人员 flagged")) {
      String[] words = sheet.split(" ", -1);
      assertThat(head(words[1] + "-2024.xlsx", words[0]))
          .contains("费款所属期：2024年8月", COMMAND)
          .doesNotContain(place.database());
    }
    assertThat(well("audit", "2024-08-10")).contains(COMMAND);
    for (String sheet : List.of("概览", "需自查自纠单位", "稽核线索", "跟踪情况", "数据比对", "分布")) {
      assertThat(head("flagged-2024.xlsx", sheet)).contains("费款所属期：2024年8月", COMMAND);
    }
    assertThat(well("late-fee", "2024-08-10", payments())).contains(COMMAND);
    assertThat(head("late-fees-2024.xlsx", "滞纳金")).contains(COMMAND);
    assertThat(well("papers", "2024-08-10")).contains(COMMAND, "1 个单位的 3 人");
    assertThat(paper(JANUARY)).contains("费款所属期：2024年8月", "涉及 3 人").doesNotContain(COMMAND);
    assertThat(paper(AUGUST)).contains("费款所属期：2024年8月").doesNotContain("尚未据以调整");
    assertThat(tried("2024-08-10")).contains(COMMAND);
    assertThat(command("explain", "--employer", JANUARY)).contains(COMMAND);
    assertThat(command("explain", "--employer", AUGUST)).doesNotContain("limit-change.yaml");

    takeUp(said);

    assertThat(declared("2024-08-11")).doesNotContain("limit-change.yaml", "按下限 4");
    assertThat(well("audit", "2024-08-11")).doesNotContain("limit-change.yaml");
    assertThat(well("late-fee", "2024-08-11", payments())).doesNotContain("limit-change.yaml");
    assertThat(well("papers", "2024-08-11")).doesNotContain("limit-change.yaml");
    assertThat(paper(JANUARY)).doesNotContain("尚未据以调整");
    assertThat(tried("2024-08-11")).doesNotContain("limit-change.yaml", "计费数字与按当日政策核定的不同");
    assertThat(command("explain", "--employer", JANUARY)).doesNotContain("limit-change.yaml");
  }

  /** Runs the very command that was said. */
  private void takeUp(String said) {
    String line = said.lines().filter(each -> each.contains(COMMAND)).findFirst().orElseThrow();
    List<String> words =
        new ArrayList<>(List.of(line.substring(line.indexOf(COMMAND)).split(" ", -1)));
    words.addAll(
        List.of("--set", "work=" + folder.resolve("work"), "--set", "output=" + place.output()));
    Workplace.Ended ended = Workplace.command(words.toArray(String[]::new));
    assertThat(ended.status()).as(ended.said()).isZero();
  }

  private String tried(String day) {
    return command(
        "policy",
        "try",
        "--set",
        "limits.lower=4500",
        "--set",
        "business-date=" + day,
        "--output",
        folder.resolve("trial.xlsx").toString());
  }

  @Test
  void everySheetStatesOneMonthForEverybodyAndAnotherWhereItIsAskedFor() throws IOException {
    takeUp(august());
    declared("2024-08-11");
    assertThat(summaryOf(JANUARY))
        .containsEntry("缴费基数合计", "18248.00")
        .containsEntry("按下限缴费人数", "3")
        .containsEntry("下限占比", "75.00%")
        .containsEntry("需自查自纠", "是")
        .containsEntry("应缴合计", "1824.80");
    assertThat(place.sheet("detail-2024.xlsx", "明细表", "序号"))
        .extracting(row -> row.get("缴费基数") + row.get("基数调整"))
        .containsExactly("4416保底", "4416保底", "4416保底", "5000原值", "4416保底", "9000原值");
    assertThat(Files.readString(place.output().resolve("manifest.json")))
        .contains("\"period\" : \"2024-08\"", "\"base_total\" : 31664.00", "\"flagged\" : 1");
    assertThat(command("explain", "--employer", JANUARY))
        .contains("费款所属期：2024-08", "18248.00", "需自查自纠：按下限缴费 3 人");
    assertThat(command("explain", "--employer", JANUARY, "--person", "370700197303250001"))
        .contains("低于下限，保底，4416.00 元", "353.28");
    well("audit", "2024-08-11");
    assertThat(notice()).contains("2024年8月", "最低缴费基数为 4,416.00 元/月", "缴费基数合计 18,248.00 元", "占 75%");
    well("papers", "2024-08-11");
    assertThat(paper(JANUARY)).contains("18,248.00", "1,824.80");

    declaredInJune();
    assertThat(summaryOf(JANUARY)).containsEntry("缴费基数合计", "17900.00").containsEntry("需自查自纠", "否");
    assertThat(summaryOf(AUGUST)).containsEntry("缴费基数合计", "13300.00");
    assertThat(head("summary-2024.xlsx", "汇总表")).contains("费款所属期：2024年6月", "下限 4,242.00 元/月");
    assertThat(command("explain", "--employer", JANUARY, "--set", "period=2024-06"))
        .contains("费款所属期：2024-06", "17900.00", "不需自查自纠：按下限缴费 0 人");
    well("audit", "2024-08-11", "period=2024-06");
    assertThat(place.output().resolve("notices")).isEmptyDirectory();
    well("papers", "2024-08-11", "period=2024-06");
    assertThat(paper(JANUARY)).contains("费款所属期：2024年6月", "17,900.00");
    assertThat(
            command(
                "policy",
                "try",
                "--set",
                "limits.lower=4500",
                "--set",
                "business-date=2024-08-11",
                "--set",
                "period=2024-06"))
        .contains("2024-06", "31200.00");
  }

  private void declaredInJune() throws IOException {
    Path inbox = Files.createTempDirectory(folder, "inbox");
    well("declaration", "2024-08-11", "inbox=" + inbox, "period=2024-06");
  }

  private String notice() throws IOException {
    Path letter = place.output().resolve("notices/" + JANUARY + "-2024.docx");
    try (ZipFile zip = new ZipFile(letter.toFile())) {
      return new String(
              zip.getInputStream(zip.getEntry("word/document.xml")).readAllBytes(),
              StandardCharsets.UTF_8)
          .replaceAll("<[^>]*>", "");
    }
  }

  @Test
  void aCorrectionAfterTheChangeListsOnlyWhatTheCorrectionChanged() throws IOException {
    takeUp(august());
    declared("2024-08-20", januarys("6000"));
    assertThat(place.sheet("declaration-changes-2024.xlsx", "变更明细", "单位编号"))
        .extracting(row -> row.get("姓名") + " " + row.get("原基数") + " " + row.get("新基数"))
        .containsExactly("何军涵 4416 6000");
  }

  @Test
  void aVersionReplacedBeforeTheChangeIsShownByTheSameMonthAsItsSuccessor() throws IOException {
    declared("2024-02-20", januarys("6000"));
    takeUp(august());
    declared("2024-08-20");
    assertThat(place.sheet("declaration-changes-2024.xlsx", "变更明细", "单位编号"))
        .extracting(row -> row.get("姓名") + " " + row.get("原基数") + " " + row.get("新基数"))
        .containsExactly("何军涵 4416 6000");
  }

  @Test
  void ratesFilledInAfterADeclarationAreThoseOfItsSheetsAsOfItsLateFees() throws IOException {
    Path policy = folder.resolve("policies/weifang-employee-medical.yaml");
    Files.writeString(
        policy, Files.readString(policy).replace("employer: 0.08,", "employer: 0.07,"));
    declared("2024-01-21");
    assertThat(summaryOf(JANUARY)).containsEntry("单位应缴", "1253.00");
  }

  @Test
  void nothingIsSaidBeforeTheLimitsAreKnownOrHoldOrWhereTheyTouchNobody() throws IOException {
    assertThat(declared("2024-06-19")).doesNotContain("limit-change.yaml");
    assertThat(declared("2024-06-25")).doesNotContain("limit-change.yaml");
    assertThat(declared("2024-07-01")).contains(COMMAND);
    declared("2024-06-19", HEAD, JANUARY + ",甲单位,何军涵,370700199203120006,6000,何军涵");
    assertThat(declared("2024-07-02")).doesNotContain("limit-change.yaml");
  }

  @Test
  void aMonthOutsideTheYearIsRefusedBeforeAnythingIsTouched() {
    for (String job : List.of("declaration", "audit", "papers")) {
      Workplace.Ended ended = place.run(job, policies, "period=2025-01");
      assertThat(ended.status()).isEqualTo(2);
      assertThat(ended.err()).contains("2025-01", "2024", "period");
    }
    Stream.of("2024-13", "八月")
        .forEach(
            bad -> assertThat(place.run("audit", policies, "period=" + bad).status()).isEqualTo(2));
    assertThat(place.run("papers", policies, "population=retirees", "period=2024-08").err())
        .contains("退休人员");
    Workplace.Ended ended =
        place.onLedger(
            "explain", "--employer", JANUARY, "--set", policies, "--set", "period=2023-12");
    assertThat(ended.status()).isEqualTo(2);
  }
}
