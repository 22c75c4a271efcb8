package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sample city's year of {@code samples/year/run.sh}, line by line: what was collected, what
 * came, what is owed and late, of every employer, month and kind, to the cent.
 */
@Tag("run")
@NullUnmarked
class YearOfTwelveMonthsTest {

  private static final Path INPUTS = Path.of("samples/year");
  private static final String MERGED = "0370700806";
  private static final String[] KINDS = {"medical", "large-amount", "maternity", "civil-servant"};

  @TempDir static Path folder;

  private static final Map<String, String> SAID = new TreeMap<>();
  private static SlowYear slow;

  @BeforeAll
  static void theYearRuns() throws IOException {
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    copyInbox();
    slow = new SlowYear(INPUTS.resolve("roster.csv"));
    for (YearScript.Line line : new YearScript().jobs(folder)) {
      Workplace.Ended ended = Workplace.command(line.words().toArray(String[]::new));
      assertThat(ended.status()).as(line + ": " + ended.said()).isZero();
      SAID.merge(line.job(), ended.out(), String::concat);
      if (line.day().startsWith("2024")) {
        reckon(line);
      }
    }
  }

  private static void reckon(YearScript.Line line) throws IOException {
    switch (line.job()) {
      case "declaration" ->
          slow.declared(INPUTS.resolve("inbox").resolve(line.day().substring(0, 7)));
      case "staff-changes" -> slow.changed(Path.of(line.setting("changes")));
      case "limit-change" -> slow.limitsChangedFrom(line.setting("from"));
      case "employer-changes" -> slow.merged(Path.of(line.setting("changes")));
      case "collection" -> assertCollected(line);
      default -> {}
    }
  }

  /** Whatever was told so far comes to what is owed as it is known now. */
  private static void assertCollected(YearScript.Line line) throws IOException {
    String kind = kind(line);
    int last = SlowYear.month(kind.equals("medical") ? line.day() : "2024-12");
    Map<String, BigDecimal> owed = slow.duesUpTo(kind, last);
    if (kind.equals("medical")) {
      for (int month = 1; month < last; month++) {
        int each = month;
        slow.imputed(each).forEach((who, due) -> owed.put(SlowYear.key(who, each), due));
      }
    }
    assertThat(batches(kind, "单位应缴", "个人应缴")).as(line.toString()).isEqualTo(plain(owed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"medical", "large-amount", "maternity", "civil-servant"})
  void whatWasCollectedIsWhatIsOwedAndWhatCameIsWhatWasPaid(String kind) throws IOException {
    Map<String, BigDecimal> owed = plain(slow.duesUpTo(kind, 12));
    assertThat(batches(kind, "单位应缴", "个人应缴")).isEqualTo(owed);
    assertThat(fees(kind, "应缴合计")).isEqualTo(owed);
    Map<String, BigDecimal> paid = new TreeMap<>();
    receipts(kind).forEach(row -> paid.merge(key(row), came(row), (one, other) -> one.add(other)));
    assertThat(reconciled(kind)).isEqualTo(plain(receivedByLine(kind)));
    for (Map<String, String> row : feeRows(kind)) {
      BigDecimal received = paid.getOrDefault(key(row), BigDecimal.ZERO);
      assertThat(number(row, "已缴金额"))
          .as(key(row))
          .isEqualByComparingTo(received.add(number(row, "抵缴转入")).subtract(number(row, "退费抵缴转出")));
      assertThat(number(row, "应缴合计").add(number(row, "多缴金额")).add(number(row, "应追回金额")))
          .as(key(row))
          .isEqualByComparingTo(
              number(row, "已缴金额").add(number(row, "欠缴金额")).add(number(row, "缓缴金额")));
    }
  }

  /** A batch lists people of the lines that are new or another, each with the whole month. */
  @Test
  void thePeopleOfABatchComeToItsLinesOneByOne() throws IOException {
    Map<String, BigDecimal> soFar = new TreeMap<>();
    int months = 0;
    for (Path batch : batchFiles("medical")) {
      Map<String, BigDecimal> people = new TreeMap<>();
      Path workbook = Path.of(batch.toString().replace(".csv", ".xlsx"));
      if (Tables.hasSheet(workbook, "征集人员明细")) {
        for (Map<String, String> row : Tables.sheet(workbook, "征集人员明细", "单位编号")) {
          people.merge(key(row), number(row, "单位应缴").add(number(row, "个人应缴")), BigDecimal::add);
        }
      }
      Set<String> lines = new TreeSet<>();
      for (Map<String, String> row : Tables.csv(batch)) {
        soFar.merge(key(row), number(row, "单位应缴").add(number(row, "个人应缴")), BigDecimal::add);
        lines.add(key(row));
      }
      assertThat(lines).as(batch.toString()).containsAll(people.keySet());
      for (Map.Entry<String, BigDecimal> month : people.entrySet()) {
        assertThat(month.getValue())
            .as(batch + " " + month.getKey())
            .isEqualByComparingTo(soFar.get(month.getKey()));
        months++;
      }
    }
    assertThat(months).isGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"medical", "large-amount", "maternity", "civil-servant"})
  void lateFeesAreThoseOfTheDaysOnWhichMoneyWasMissing(String kind) throws IOException {
    for (Map<String, String> row : feeRows(kind)) {
      assertThat(number(row, "滞纳金")).as(key(row)).isEqualByComparingTo(slowFee(kind, row));
    }
    if (kind.equals("medical")) {
      assertThat(batches(kind, "滞纳金")).isEqualTo(fees(kind, "滞纳金"));
    }
  }

  @Test
  void nobodyCountsTwiceInAMonthAndTheOneMergedOwesNothingMore() throws IOException {
    for (int month = 1; month <= 12; month++) {
      assertThat(slow.ids(month)).doesNotHaveDuplicates();
    }
    for (String kind : KINDS) {
      Map<String, BigDecimal> counts = new TreeMap<>();
      IntStream.rangeClosed(1, 12)
          .forEach(
              month ->
                  slow.counts(kind, month)
                      .forEach(
                          (who, n) -> counts.put(SlowYear.key(who, month), new BigDecimal(n))));
      assertThat(batches(kind, "缴费人数")).as(kind).isEqualTo(plain(counts));
      assertThat(fees(kind, "应缴合计").keySet())
          .as(kind)
          .noneMatch(key -> key.compareTo(MERGED + " 2024-08") > 0 && key.startsWith(MERGED));
    }
  }

  @Test
  void theNextYearBeginsWithDecember() throws IOException {
    Map<String, BigDecimal> december = slow.dues("medical", 12);
    List<Map<String, String>> roster = nextRoster();
    for (Map<String, String> row : roster) {
      String employer = row.get("单位编号");
      if (employer.equals(MERGED)) {
        assertThat(List.of(row.get("上月缴费额"), row.get("上年缴费基数合计"), row.get("上年申报人数")))
            .containsOnly("");
        continue;
      }
      assertThat(number(row, "上月缴费额")).isEqualByComparingTo(december.get(employer));
      assertThat(number(row, "上年缴费基数合计")).isEqualByComparingTo(slow.bases(employer, 12));
      assertThat(number(row, "上年申报人数").intValue())
          .isEqualTo(slow.counts("medical", 12).get(employer));
    }
    SlowYear next = new SlowYear(INPUTS.resolve("roster.csv"));
    next.limitsChangedFrom("2025-01");
    next.declared(INPUTS.resolve("inbox/2025-01"));
    Map<String, BigDecimal> january = new TreeMap<>(next.dues("medical", 1));
    for (Map<String, String> row : roster) {
      if (!row.get("上月缴费额").isEmpty()) {
        january.putIfAbsent(
            row.get("单位编号"), SlowYear.fen(number(row, "上月缴费额").multiply(new BigDecimal("1.1"))));
      }
    }
    Map<String, BigDecimal> owed = new TreeMap<>();
    Tables.sheet(folder.resolve("output/late-fees-2025.xlsx"), "滞纳金", "单位编号")
        .forEach(row -> owed.put(row.get("单位编号"), number(row, "应缴合计")));
    assertThat(owed).isEqualTo(plain(january));
  }

  @Test
  void thoseWhoPayAlonePaidWhatTheyChose() {
    assertThat(SAID.get("flexible-election")).contains("本次新增基数选择 4 份");
    assertThat(SAID.get("flexible-payment")).contains("本次登记：缴费 3 笔", "没有中断");
  }

  /** What a month's due lacked day by day, each slice rounded. */
  private static BigDecimal slowFee(String kind, Map<String, String> month) throws IOException {
    record Paid(LocalDate day, BigDecimal amount) {}
    List<Paid> payments = new ArrayList<>();
    for (Map<String, String> row : receipts(kind)) {
      if (key(row).equals(key(month))) {
        payments.add(new Paid(LocalDate.parse(row.get("到账日期")), came(row)));
      }
    }
    if (number(month, "抵缴转入").signum() > 0) {
      payments.add(new Paid(LocalDate.of(2024, 6, 10), number(month, "抵缴转入")));
    }
    payments.sort(Comparator.comparing(Paid::day));
    boolean deferred =
        kind.equals("medical")
            && month.get("单位编号").equals("0370700805")
            && List.of("2024-04", "2024-05", "2024-06").contains(month.get("费款所属期"));
    LocalDate since =
        deferred ? LocalDate.of(2024, 9, 30) : LocalDate.parse(month.get("费款所属期") + "-25");
    BigDecimal open = number(month, "应缴合计");
    BigDecimal fee = BigDecimal.ZERO;
    for (Paid paid : payments) {
      if (paid.day().isAfter(since) && open.signum() > 0) {
        BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(since, paid.day()));
        fee = fee.add(SlowYear.fen(open.multiply(days).multiply(new BigDecimal("0.0005"))));
        since = paid.day();
      }
      open = open.subtract(paid.amount());
    }
    return fee;
  }

  private static List<Map<String, String>> receipts(String kind) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(INPUTS.resolve("receipts").resolve(kind))) {
      for (Path file : files.sorted().toList()) {
        rows.addAll(Tables.csv(file));
      }
    }
    return rows;
  }

  /** What came towards the due: without the part that is late fee. */
  private static BigDecimal came(Map<String, String> receipt) {
    return number(receipt, "到账金额").subtract(number(receipt, "其中滞纳金"));
  }

  private static Map<String, BigDecimal> receivedByLine(String kind) throws IOException {
    Map<String, BigDecimal> sums = new TreeMap<>();
    receipts(kind)
        .forEach(
            row ->
                sums.merge(row.get("批次") + " " + key(row), number(row, "到账金额"), BigDecimal::add));
    return sums;
  }

  private static Map<String, BigDecimal> reconciled(String kind) throws IOException {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (String sheet : List.of("一致", "金额不符")) {
      for (Map<String, String> row :
          Tables.sheet(output(kind).resolve("reconciliation-2024.xlsx"), sheet, "批次")) {
        sums.merge(row.get("批次") + " " + key(row), number(row, "到账金额"), BigDecimal::add);
      }
    }
    return plain(sums);
  }

  /** Figures of the lines of all batches so far, by employer and month. */
  private static Map<String, BigDecimal> batches(String kind, String... figures)
      throws IOException {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Path file : batchFiles(kind)) {
      for (Map<String, String> row : Tables.csv(file)) {
        for (String figure : figures) {
          sums.merge(key(row), number(row, figure), BigDecimal::add);
        }
      }
    }
    return plain(sums);
  }

  /** The files of the batches in the order of their numbers. */
  private static List<Path> batchFiles(String kind) throws IOException {
    try (Stream<Path> files = Files.list(output(kind))) {
      return files
          .filter(each -> each.toString().matches(".*collection-2024-.*csv"))
          .sorted(Comparator.comparing(file -> number(file)))
          .toList();
    }
  }

  private static int number(Path batch) {
    return Integer.parseInt(batch.toString().replaceAll(".*-(\\d+)\\.csv", "$1"));
  }

  private static List<Map<String, String>> feeRows(String kind) throws IOException {
    return Tables.sheet(output(kind).resolve("late-fees-2024.xlsx"), "滞纳金", "单位编号");
  }

  private static Map<String, BigDecimal> fees(String kind, String figure) throws IOException {
    Map<String, BigDecimal> figures = new TreeMap<>();
    feeRows(kind).forEach(row -> figures.put(key(row), number(row, figure)));
    return plain(figures);
  }

  private static List<Map<String, String>> nextRoster() throws IOException {
    Path plain = folder.resolve("roster-without-mark.csv");
    Files.writeString(
        plain, Files.readString(folder.resolve("output/roster-2025.csv")).replace("\ufeff", ""));
    return Tables.csv(plain);
  }

  private static Path output(String kind) {
    Path output = folder.resolve("output");
    return kind.equals("medical") ? output : output.resolve(kind);
  }

  private static String kind(YearScript.Line line) {
    String policy = line.setting("policy");
    return policy.isEmpty() ? "medical" : policy.replace("weifang-employee-", "");
  }

  private static String key(Map<String, String> row) {
    return row.get("单位编号") + " " + row.get("费款所属期");
  }

  private static BigDecimal number(Map<String, String> row, String column) {
    String text = row.get(column);
    return (text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text)).setScale(2);
  }

  /** In one form, without what came to nothing: a month collected ahead and taken back. */
  private static Map<String, BigDecimal> plain(Map<String, BigDecimal> figures) {
    Map<String, BigDecimal> plain = new TreeMap<>();
    figures.forEach((key, figure) -> plain.put(key, figure.setScale(2)));
    plain.values().removeIf(figure -> figure.signum() == 0);
    return plain;
  }

  private static void copyInbox() throws IOException {
    Path from = INPUTS.resolve("inbox");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve("inbox").resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
        Files.setLastModifiedTime(target, FileTime.from(Instant.parse("2024-01-01T00:00:00Z")));
      }
    }
  }
}
