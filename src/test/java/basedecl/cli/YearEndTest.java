package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job year-end, and what the next year makes of what it hands over. */
@Tag("run")
@NullUnmarked
class YearEndTest {

  private static final Path EXPECTED = Path.of("samples/expected/year-end");
  private static final String[] TEXTS = {"单位编号", "来源"};

  @TempDir Path folder;
  private Workplace place;

  @BeforeEach
  void aPlace() {
    place = new Workplace(folder);
  }

  @Test
  void theSamplesComeToWhatIsExpectedAndTheSameBytesWhenRunTwice() throws IOException {
    place.deliver("");
    assertThat(place.night().status()).isZero();
    assertThat(place.run("late-fee").status()).isZero();
    Workplace.Ended ended = place.run("year-end");
    assertThat(ended.status()).as(ended.said()).isZero();
    assertThat(ended.out()).contains("名册单位 73 个：申报 46 个，未申报按上月缴费额核定 25 个，未申报沿用名册 2 个");
    List<Map<String, String>> wanted =
        Tables.plain(Tables.csv(EXPECTED.resolve("summary-2024.csv")), TEXTS);
    assertThat(chosen("结转汇总", wanted.get(0))).isEqualTo(wanted);
    assertThat(place.sheet("year-end-2024.xlsx", "未申报单位", "单位编号")).hasSize(27);
    assertThat(place.sheet("year-end-2024.xlsx", "不在名册单位", "单位编号")).isEmpty();
    Path roster = place.output().resolve("roster-2025.csv");
    assertThat(roster).hasSameBinaryContentAs(EXPECTED.resolve("roster-2025.csv"));
    byte[] workbook = Files.readAllBytes(place.output().resolve("year-end-2024.xlsx"));
    assertThat(place.run("year-end", "roster=" + roster).status()).isZero();
    assertThat(place.run("year-end").status()).isZero();
    assertThat(roster).hasSameBinaryContentAs(EXPECTED.resolve("roster-2025.csv"));
    assertThat(place.output().resolve("year-end-2024.xlsx")).hasBinaryContent(workbook);
  }

  private List<Map<String, String>> chosen(String sheet, Map<String, String> columns)
      throws IOException {
    List<Map<String, String>> found = new ArrayList<>();
    for (Map<String, String> row :
        Tables.plain(place.sheet("year-end-2024.xlsx", sheet, "单位编号"), TEXTS)) {
      Map<String, String> chosen = new LinkedHashMap<>();
      columns.keySet().forEach(column -> chosen.put(column, row.get(column)));
      found.add(chosen);
    }
    return found;
  }

  @Test
  void beforeDecemberIsDueItIsRefusedOrProvisional() throws IOException {
    Workplace.Ended early = place.run("year-end", "business-date=2024-12-25");
    assertThat(early.status()).isEqualTo(2);
    assertThat(early.err()).contains("2024-12-25", "provisional: true");
    assertThat(folder.resolve("ledger.mv.db")).doesNotExist();
    Workplace.Ended shown = place.run("year-end", "business-date=2024-12-25", "provisional=true");
    assertThat(shown.status()).as(shown.said()).isZero();
    assertThat(shown.out()).contains("暂结");
    assertThat(place.output().resolve("roster-2025-provisional.csv")).exists();
    assertThat(place.output().resolve("year-end-2024-provisional.xlsx")).exists();
    assertThat(place.output().resolve("roster-2025.csv")).doesNotExist();
    assertThat(place.run("year-end", "business-date=2024-12-26").status()).isZero();
    assertThat(place.output().resolve("roster-2025.csv")).exists();
  }

  @Test
  void lastYearServesUntilAnEmployerDeclaresAndTheAuditComparesWithIt() throws IOException {
    policies("until-declared: {from: 2025-01, serves: last-year, citation: 样例}\n");
    String roster =
        "roster="
            + place.file(
                "roster.csv", "单位编号,单位名称,上月缴费额", "E1,甲公司,1.00", "E2,乙公司,100.00", "E3,丙公司,");
    String first = "单位编号,姓名,证件号码,月均工资";
    well(
        "declaration",
        "2024-01-20",
        roster,
        "inbox="
            + inbox(
                first,
                "E1,张三,11010519491231002X,30000",
                "E1,李四,440524188001010014,4300",
                "E1,王五,370702199001010012,5000"),
        "settle-seconds=1");
    well("year-end", "2024-12-31", roster);
    Path next = place.output().resolve("roster-2025.csv");
    // 21207 + 4300 + 5000, ten per cent of each.
    assertThat(Files.readAllLines(next).subList(1, 4))
        .containsExactly("E1,甲公司,,,,,3050.70,30507.00,3", "E2,乙公司,,,,,100.00,,", "E3,丙公司,,,,,,,");

    List<String> months = lateFees("2025-01-20", next);
    assertThat(months).isEmpty();
    // On the last day already; the wages within 4504 and 22518: 22518 + 4504 + 5000.
    assertThat(lateFees("2025-01-25", next)).containsExactly("E1 沿用上年基数 3202.2");
    assertThat(lateFees("2025-01-26", next))
        .containsExactly("E1 沿用上年基数 3202.2", "E2 按上月110%核定 110", "E3 按上月110%核定 ");
    assertThat(explained("E1"))
        .contains("申报前沿用 2024 年第 1 版申报的12月工资，套当年上下限", "2025-01（沿用上年基数）：应缴 3202.20")
        .doesNotContain("× 110%");
    well(
        "declaration",
        "2025-01-26",
        "year=2025",
        "roster=" + next,
        "inbox=" + Files.createTempDirectory(folder, "empty"));
    assertThat(place.sheet("not-declared-2025.xlsx", "未申报单位", "单位编号"))
        .extracting(row -> row.get("核定月缴费额"))
        .containsExactly("3202.2", "110", "");

    well(
        "declaration",
        "2025-02-01",
        "year=2025",
        "roster=" + next,
        "inbox=" + inbox(first, "E1,张三,11010519491231002X,5000"),
        "settle-seconds=1");
    assertThat(lateFees("2025-02-02", next).get(0)).isEqualTo("E1 申报 500");

    assertThat(signals(next)).contains("上年缴费基数合计 30507.00 元，本年 5000.00 元；上年数取自台账中的上年申报。");
  }

  /** What an audit explains that nobody hands over last year's figures to. */
  private List<String> signals(Path roster) throws IOException {
    List<String> job =
        Files.readAllLines(Path.of("jobs/audit.yaml")).stream()
            .filter(line -> !line.startsWith("last-year:") && !line.startsWith("tax-wages:"))
            .toList();
    Path file = Files.write(folder.resolve("audit.yaml"), job);
    Workplace.Ended ended =
        place.onLedger(
            "run",
            file.toString(),
            "--set",
            "business-date=2025-02-02",
            "--set",
            "year=2025",
            "--set",
            "roster=" + roster,
            "--set",
            "policies=" + folder.resolve("policies"),
            "--set",
            "work=" + folder.resolve("work"),
            "--set",
            "output=" + place.output());
    assertThat(ended.status()).as(ended.said()).isZero();
    return place.sheet("flagged-2025.xlsx", "稽核线索", "单位编号").stream()
        .map(row -> row.get("说明"))
        .toList();
  }

  private String explained(String employer) {
    return place
        .onLedger(
            "explain",
            "--employer",
            employer,
            "--set",
            "year=2025",
            "--set",
            "policies=" + folder.resolve("policies"))
        .out();
  }

  /** The employers, methods and dues of January 2025. */
  private List<String> lateFees(String day, Path roster) throws IOException {
    well(
        "late-fee",
        day,
        "year=2025",
        "roster=" + roster,
        "payments=" + place.file("payments.csv", "单位编号,费款所属期,缴费日期,缴费金额,流水号"));
    return place.sheet("late-fees-2025.xlsx", "滞纳金", "单位编号").stream()
        .map(row -> row.get("单位编号") + " " + row.get("核定方式") + " " + row.get("应缴合计"))
        .toList();
  }

  private void well(String job, String day, String... settings) {
    List<String> all =
        new ArrayList<>(List.of("business-date=" + day, "policies=" + folder.resolve("policies")));
    all.addAll(List.of(settings));
    Workplace.Ended ended = place.run(job, all.toArray(String[]::new));
    assertThat(ended.status()).as(ended.said()).isZero();
  }

  private Path inbox(String... lines) throws IOException {
    Path inbox = Files.createTempDirectory(folder, "inbox");
    Files.write(inbox.resolve("declared.csv"), List.of(lines));
    return inbox;
  }

  /** The shipped policy with limits and a deadline of 2025. */
  private void policies(String rule) throws IOException {
    String shipped =
        Files.readString(Path.of("src/main/resources/policies/weifang-employee-medical.yaml"));
    place.file(
        "policies/weifang-employee-medical.yaml",
        shipped
                .replace(
                    "limits:\n",
                    "limits:\n  - {year: 2025, from: 2025-01, lower: 4504, upper: 22518, status:"
                        + " final, published: 2024-12-30, citation: 样例}\n")
                .replace(
                    "deadlines:\n",
                    "deadlines:\n  - {period: 2025-01, date: 2025-01-25, citation: 样例}\n")
            + rule);
  }

  @Test
  void withoutTheRuleDuesAreImputedAsBefore() throws IOException {
    policies("");
    String roster = "roster=" + place.file("roster.csv", "单位编号,单位名称,上月缴费额", "E1,甲公司,1000.00");
    well(
        "declaration",
        "2024-01-20",
        roster,
        "inbox=" + inbox("单位编号,姓名,证件号码,月均工资", "E1,张三,11010519491231002X,30000"),
        "settle-seconds=1");
    assertThat(lateFees("2025-01-26", folder.resolve("roster.csv")))
        .containsExactly("E1 按上月110%核定 1100");
  }
}
