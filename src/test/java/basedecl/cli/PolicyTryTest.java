package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code policy try}, held against figures worked out from the samples' expected persons. */
@Tag("run")
@NullUnmarked
class PolicyTryTest {

  private static final String DECLARATION = "jobs/declaration.yaml";
  private static final BigDecimal LOWER = new BigDecimal("4500");
  private static final BigDecimal UPPER = new BigDecimal("20000");
  private static final BigDecimal RATE = new BigDecimal("0.075");

  @TempDir Path folder;

  private String database() {
    return "jdbc:h2:file:" + folder.resolve("ledger").toAbsolutePath();
  }

  private Workplace.Ended tried(String... words) {
    List<String> args = new ArrayList<>(List.of("policy", "try"));
    args.addAll(List.of(words));
    args.addAll(List.of("--set", "database=" + database()));
    return Workplace.command(args.toArray(String[]::new));
  }

  private Workplace night(String... samples) throws IOException {
    Workplace place = new Workplace(folder);
    place.deliver(samples);
    assertThat(place.night().status()).isZero();
    return place;
  }

  /** What the trial should come to, from the wages of the samples' expected detail. */
  private static final class Expected {
    private BigDecimal before = BigDecimal.ZERO;
    private BigDecimal after = BigDecimal.ZERO;
    private BigDecimal due = BigDecimal.ZERO;
    private int raised;
    private int lowered;
    private final Map<String, int[]> atLower = new TreeMap<>();

    Expected() throws IOException {
      for (Map<String, String> row : Tables.csv(Path.of("samples/expected/detail-2024.csv"))) {
        BigDecimal old = new BigDecimal(row.get("缴费基数"));
        BigDecimal now = new BigDecimal(row.get("月均工资")).max(LOWER).min(UPPER);
        before = before.add(old);
        after = after.add(now);
        due = due.add(now.multiply(RATE).setScale(2, RoundingMode.HALF_UP));
        raised += now.compareTo(old) > 0 ? 1 : 0;
        lowered += now.compareTo(old) < 0 ? 1 : 0;
        int[] counts = atLower.computeIfAbsent(row.get("单位编号"), code -> new int[2]);
        counts[0] += now.compareTo(LOWER) == 0 ? 1 : 0;
        counts[1]++;
      }
    }

    List<String> flagged() {
      return atLower.entrySet().stream()
          .filter(each -> 10 * each.getValue()[0] > 6 * each.getValue()[1])
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  @Test
  void theFiguresAreThoseOfTheDeclaredWagesAndTheLedgerIsNotTouched() throws IOException {
    night("");
    Map<String, List<String>> dump = LedgerDump.of(database(), Map.of());
    // Taken after the dump, which opens the file for writing; the trial must not.
    byte[] opened = Files.readAllBytes(folder.resolve("ledger.mv.db"));

    Workplace.Ended ended =
        tried(
            "--json",
            "--set",
            "limits.lower=4500",
            "--set",
            "limits.upper=20000",
            "--set",
            "rates.employer=0.075",
            "--set",
            "audit.more-than=0.60");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isZero();
    assertThat(Files.readAllBytes(folder.resolve("ledger.mv.db"))).isEqualTo(opened);
    assertThat(LedgerDump.of(database(), Map.of())).isEqualTo(dump);

    Expected expected = new Expected();
    JsonNode said = JsonMapper.shared().readTree(ended.out());
    assertThat(said.at("/persons_raised").asInt()).isEqualTo(expected.raised).isPositive();
    assertThat(said.at("/persons_lowered").asInt()).isEqualTo(expected.lowered).isPositive();
    assertThat(said.at("/persons_with_other_bases").asInt())
        .isEqualTo(expected.raised + expected.lowered);
    assertMoney(said.at("/base_total/before"), expected.before);
    assertMoney(said.at("/base_total/after"), expected.after);
    assertMoney(said.at("/base_total/difference"), expected.after.subtract(expected.before));
    assertMoney(said.at("/employer_due/after"), expected.due);
    assertMoney(
        said.at("/total_due/before"),
        said.at("/employer_due/before")
            .decimalValue()
            .add(said.at("/personal_due/before").decimalValue()));
    assertThat(said.at("/flagged/before").asInt()).isEqualTo(3);
    assertThat(said.at("/flagged/after").asInt()).isEqualTo(expected.flagged().size());
    List<String> fresh = new ArrayList<>();
    said.at("/flagged/new_employers").forEach(each -> fresh.add(each.at("/employer").asString()));
    assertThat(fresh).isNotEmpty().isSubsetOf(expected.flagged()).doesNotContain("0370700037");
    assertThat(said.at("/employers_otherwise_in_ledger").asInt()).isZero();
    assertThat(said.at("/tried/0/key").asString()).isEqualTo("limits.lower");
    assertThat(said.at("/tried/0/before").asString()).isEqualTo("4242.00");
  }

  private static void assertMoney(JsonNode node, BigDecimal amount) {
    assertThat(node.decimalValue()).isEqualByComparingTo(amount);
  }

  @Test
  void signalsAreCountedBeforeAndAfterAndTheWorkbookHasALineForEachEmployerChanged()
      throws IOException {
    Workplace place = night("");
    Path workbook = place.output().resolve("trial.xlsx");
    Workplace.Ended ended =
        tried(
            "jobs/audit.yaml",
            "--lang",
            "en",
            "--output",
            workbook.toString(),
            "--set",
            "signals.base-drop.threshold=0.51",
            "--set",
            "signals.fewer-people.on=false",
            "--set",
            "signals.below-tax.threshold=11");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isZero();
    assertThat(ended.out())
        .contains("2 → 0 employers, 2 gone")
        .contains("1 → switched off employers, 1 gone")
        .contains("2 → 1 employers, 1 gone")
        .contains("Employers flagged: 3 → 3 (0)")
        .contains("Bases that change: 0 employers, 0 people");
    assertThat(Tables.sheet(place.output().resolve("trial.xlsx"), "单位变化", "单位编号"))
        .extracting(row -> row.get("单位编号") + " " + row.get("线索增减"))
        .containsExactly(
            "0370700001 消除：缴费基数较上年大幅下降",
            "0370700002 消除：缴费基数较上年大幅下降；消除：申报人数少于上年",
            "0370700039 消除：申报工资低于个税工资");
    for (String sheet : List.of("试算汇总", "单位变化")) {
      assertThat(Tables.column(place.output().resolve("trial.xlsx"), sheet))
          .anySatisfy(line -> assertThat(line).contains("试算").contains("不是正式结果"))
          .anySatisfy(
              line -> assertThat(line).contains("signals.base-drop.threshold 由 35% 改为 51%"));
    }
    Map<String, String> signal =
        Tables.sheet(place.output().resolve("trial.xlsx"), "试算汇总", "项目").stream()
            .filter(row -> row.get("项目").contains("申报工资低于个税工资"))
            .findFirst()
            .orElseThrow();
    assertThat(signal).containsEntry("试算前（个）", "2").containsEntry("增减（个）", "-1");
  }

  @Test
  void theWorkbooksLinesAddUpToItsSums() throws IOException {
    Workplace place = night("limits");
    Path workbook = place.output().resolve("trial.xlsx");
    assertThat(tried("--set", "limits.lower=4400", "--output", workbook.toString()).status())
        .isZero();
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Map<String, String> row :
        Tables.sheet(place.output().resolve("trial.xlsx"), "单位变化", "单位编号")) {
      for (String column : List.of("基数增减", "单位应缴增减", "个人应缴增减", "应缴合计增减")) {
        sums.merge(column, new BigDecimal(row.get(column)), BigDecimal::add);
      }
    }
    Map<String, String> differences = new TreeMap<>();
    Tables.sheet(place.output().resolve("trial.xlsx"), "试算汇总", "项目")
        .forEach(row -> differences.put(row.get("项目"), row.get("增减（元）")));
    assertThat(sums.get("基数增减")).isEqualByComparingTo(differences.get("缴费基数合计（月）"));
    assertThat(sums.get("单位应缴增减")).isEqualByComparingTo(differences.get("单位应缴（月）"));
    assertThat(sums.get("应缴合计增减")).isEqualByComparingTo(differences.get("应缴合计（月）"));
    assertThat(sums.get("基数增减")).isPositive();
  }

  @Test
  void anEmployersNameThatLooksLikeAFormulaStaysText() throws IOException {
    Workplace place = new Workplace(folder);
    Files.createDirectories(place.inbox());
    Path file =
        Files.writeString(
            place.inbox().resolve("a.csv"),
            "单位编号,单位名称,姓名,证件号码,月均工资\nE1,=HYPERLINK(1),张三,370702199001010012,4300\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-25T09:00:00Z")));
    assertThat(place.night("roster=").status()).isZero();
    Path workbook = folder.resolve("trial.xlsx");
    assertThat(
            tried("--set", "limits.lower=4400", "--set", "roster=", "--output", workbook.toString())
                .status())
        .isZero();
    try (Workbook book = WorkbookFactory.create(workbook.toFile(), null, true)) {
      int found = 0;
      for (Row row : book.getSheet("单位变化")) {
        Cell name = row.getCell(1);
        if (name != null && name.toString().startsWith("=")) {
          assertThat(name.getCellType()).isEqualTo(CellType.STRING);
          assertThat(name.getCellStyle().getQuotePrefixed()).isTrue();
          found++;
        }
      }
      assertThat(found).isEqualTo(1);
    }
  }

  @Test
  void whatCannotBeTriedIsRefusedInBothLanguages() throws IOException {
    night("limits/1-of-1-flagged.xlsx");
    assertRefused("limits.lower=30000", "高于上限", "is above the upper limit");
    assertRefused("limits.lower=four", "不是金额", "is not an amount");
    assertRefused("limit.lower=4500", "limits.lower, limits.upper", "signals.(base-drop|");
    assertRefused("rates.employer=8%", "不是比例", "is not a fraction");
    assertRefused("signals.base-drop.measure=2", "可以试算的键", "business-date, database");
    assertRefused("year=2024", "没有写要试算的数字", "No figure to try");
    assertRefused("business-date=2024-02-30", "不是日期", "business-date");
  }

  private void assertRefused(String pair, String chinese, String english) {
    Workplace.Ended zh = tried("--set", pair);
    assertThat(zh.status()).isEqualTo(2);
    assertThat(zh.err()).contains(chinese).doesNotContain("Exception");
    Workplace.Ended en = tried("--lang", "en", "--set", pair);
    assertThat(en.status()).isEqualTo(2);
    assertThat(en.err()).contains(english);
    assertThat(en.out()).isEmpty();
  }

  @Test
  void aLedgerThatIsNotThereOrHasNothingOfTheYearIsRefusedAndNoneIsMade() throws IOException {
    assertThat(tried("--set", "limits.lower=4500").status()).isEqualTo(2);
    assertThat(folder.resolve("ledger.mv.db")).doesNotExist();
    night("refused-rows/wage-in-words.xlsx");
    Workplace.Ended nothing = tried("--lang", "en", "--set", "limits.lower=4500");
    assertThat(nothing.status()).isEqualTo(2);
    assertThat(nothing.err()).contains("no declarations of policy weifang-employee-medical");
    Path text = folder.resolve("trial.csv");
    assertThat(tried("--set", "limits.lower=4500", "--output", text.toString()).status())
        .isEqualTo(2);
    assertThat(text).doesNotExist();
  }

  @Test
  void theHelpHasAnExample() {
    Workplace.Ended help = Workplace.command("policy", "try", "--help", "--lang", "en");
    assertThat(help.status()).isZero();
    assertThat(help.out()).contains("policy try --set limits.lower=4500").contains("--output");
  }

  /** Ten times as many people as the heap would hold as rows. */
  @Test
  void aLargeEmployerPassesThroughALittleHeap() throws Exception {
    Workplace place = new Workplace(folder);
    Files.createDirectories(place.inbox());
    StringBuilder lines = new StringBuilder("单位编号,姓名,证件号码,月均工资\n");
    int people = 150_000;
    for (int i = 0; i < people; i++) {
      lines.append("E1,张三,").append(number(i)).append(',').append(4000 + i % 1000).append('\n');
    }
    Path file = Files.writeString(place.inbox().resolve("large.csv"), lines);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-25T09:00:00Z")));
    assertThat(place.night("roster=").status()).isZero();
    OwnProcess.Ended ended =
        OwnProcess.run(
            folder,
            "48m",
            Map.of(),
            List.of(
                "policy",
                "try",
                DECLARATION,
                "--json",
                "--set",
                "roster=",
                "--set",
                "limits.lower=4500",
                "--set",
                "database=" + database()));
    assertThat(ended.status()).as(ended.said()).isZero();
    JsonNode said = JsonMapper.shared().readTree(ended.said());
    assertThat(said.at("/persons").asInt()).isEqualTo(people);
    assertThat(said.at("/persons_raised").asInt()).isEqualTo(people / 2);
    // Wages 4000 to 4499 become 4500; before, those under 4242 stood at 4242.
    assertMoney(
        said.at("/base_total/difference"),
        BigDecimal.valueOf(people / 1000L)
            .multiply(BigDecimal.valueOf(242L * 258 + 258L * 259 / 2)));
  }

  private static String number(int person) {
    String first =
        "370700%s%03d"
            .formatted(
                LocalDate.of(1970, 1, 1).plusDays(person / 1000).toString().replace("-", ""),
                person % 1000);
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (first.charAt(i) - '0') * weights[i];
    }
    return first + "10X98765432".charAt(sum % 11);
  }
}
