package basedecl.reference;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cli.InProcess;
import basedecl.reference.RandomYear.Change;
import basedecl.reference.RandomYear.Declared;
import basedecl.reference.RandomYear.Lim;
import basedecl.reference.RandomYear.Line;
import basedecl.reference.RandomYear.StaffChanged;
import basedecl.reference.RandomYear.TakenUp;
import basedecl.reference.SlowStaff.Member;
import basedecl.spreadsheet.CellText;
import basedecl.testing.MariaDbServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("database")
@Tag("run")
class SlowReferenceTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  @TempDir Path folder;

  /** Every second night is on MariaDB. More of them: {@code -Dbasedecl.reference.nights=100}. */
  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("basedecl.reference.nights", 4));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theWorkbooksOfARandomNightSayWhatTheSlowReferenceSays(long seed) throws IOException {
    List<SentFile> files = RandomNight.of(seed);
    deliver(files);
    InProcess.Ended ended = InProcess.run(words(database(seed)));
    assertThat(ended.status()).as(ended.said()).isZero();
    SlowReference reference = new SlowReference(files);
    assertThat(rows("summary-2024.xlsx", "汇总表", "单位编号")).isEqualTo(reference.summary());
    assertThat(rows("detail-2024.xlsx", "明细表", "序号")).isEqualTo(reference.detail());
    assertThat(rows("flagged-2024.xlsx", "按下限缴费人员", "单位编号")).isEqualTo(reference.flagged());
  }

  /** Every third year is on MariaDB. More of them: {@code -Dbasedecl.reference.job-years=100}. */
  static LongStream years() {
    return LongStream.rangeClosed(1001, 1000 + Long.getLong("basedecl.reference.job-years", 8));
  }

  /** The other years, without ledger and files, are those of {@link SlowYearTest}. */
  @ParameterizedTest
  @MethodSource("years")
  void sheetsAndExplanationsOfARandomYearOfJobsSayWhatTheSlowReferenceSays(long seed)
      throws IOException {
    hold(
        RandomYear.of(seed),
        seed % 3 == 0 ? MARIADB.anotherDatabase() : "jdbc:h2:file:" + folder.resolve("ledger"));
  }

  /** Back after limit-change ran; and added by a correction of the January after the year. */
  @Test
  void whoeverComesBackPaysByTheLimitsTakenUpAndTheNextJanuaryAddsNoMonth() throws IOException {
    RandomYear any = RandomYear.of(0);
    Line stays = new Line(0, new BigDecimal("3000.00"), 0, 0);
    Line leaves = new Line(1, new BigDecimal("3100.00"), 0, 0);
    Line late = new Line(2, new BigDecimal("9000.00"), 0, 0);
    hold(
        new RandomYear(
            0,
            List.of(
                new Lim(1, "4242.00", "21207.00", LocalDate.of(2023, 12, 25)),
                new Lim(7, "4500.00", "22500.00", LocalDate.of(2024, 6, 20))),
            any.rates(),
            2,
            "HALF_UP",
            any.fees(),
            any.waivers(),
            2,
            List.of(
                new Declared(LocalDate.of(2024, 1, 24), 0, List.of(stays, leaves)),
                new Declared(
                    LocalDate.of(2024, 1, 24), 1, List.of(new Line(10, late.wage(), 0, 0))),
                change(LocalDate.of(2024, 5, 8), false, 5),
                new TakenUp(LocalDate.of(2024, 6, 26), 7),
                change(LocalDate.of(2024, 9, 9), true, 9),
                new Declared(
                    LocalDate.of(2025, 1, 6), 1, List.of(new Line(10, late.wage(), 0, 0), late))),
            LocalDate.of(2025, 1, 10)),
        "jdbc:h2:file:" + folder.resolve("ledger"));
  }

  private static StaffChanged change(LocalDate day, boolean joins, int month) {
    BigDecimal wage = new BigDecimal("3100.00");
    return new StaffChanged(day, List.of(new Change(0, 1, joins, month, wage)));
  }

  private void hold(RandomYear year, String database) throws IOException {
    YearOfJobs jobs = new YearOfJobs(year, folder, database);
    jobs.run();
    SlowYear slow = new SlowYear(year);
    for (int month : List.of(1, 4, 7, 10, 12)) {
      new MonthInSheets(year, slow, month).hold(jobs.sheetsOf(month));
    }
    new MonthInSheets(year, slow, RandomYear.stated(year.end()).getMonthValue())
        .hold(jobs.sheets());
    for (int employer = 0; employer < year.employers(); employer++) {
      String code = RandomNight.code(employer);
      new YearAsExplained(year, slow, employer).holds(jobs.explained("--employer", code));
      for (Member one : looked(slow.people(employer))) {
        new YearAsExplained(year, slow, employer)
            .holds(
                jobs.explained("--employer", code, "--person", RandomNight.idNumber(one.person())),
                one);
      }
    }
  }

  /** The first and the last line: whoever joined stands behind those declared. */
  private static Set<Member> looked(List<Member> people) {
    return new LinkedHashSet<>(List.of(people.get(0), people.get(people.size() - 1)));
  }

  private String database(long seed) {
    return seed % 2 == 0 ? MARIADB.anotherDatabase() : "jdbc:h2:file:" + folder.resolve("ledger");
  }

  private List<String> rows(String workbook, String sheet, String firstTitle) throws IOException {
    return CellText.rows(folder.resolve("output").resolve(workbook), sheet, firstTitle);
  }

  /** Each file a second after the one before: that is the order in which they count. */
  private void deliver(List<SentFile> files) throws IOException {
    StringBuilder roster = new StringBuilder("单位编号,单位名称,经办机构\n");
    for (int employer = 0; employer < 20; employer++) {
      roster.append(RandomNight.code(employer)).append(',').append(RandomNight.name(employer));
      roster.append(",市直\n");
    }
    Files.writeString(folder.resolve("roster.csv"), roster);
    Instant time = Instant.parse("2024-01-25T09:00:00Z");
    for (SentFile file : files) {
      Path target = folder.resolve("inbox").resolve(file.path());
      SentFileWriter.write(file, target);
      time = time.plusSeconds(1);
      Files.setLastModifiedTime(target, FileTime.from(time));
    }
  }

  private String[] words(String database) {
    List<String> words = new ArrayList<>(List.of("run", "jobs/declaration.yaml"));
    for (String pair :
        List.of(
            "inbox=" + folder.resolve("inbox"),
            "roster=" + folder.resolve("roster.csv"),
            "work=" + folder.resolve("work"),
            "output=" + folder.resolve("output"),
            "database=" + database)) {
      words.addAll(List.of("--set", pair));
    }
    return words.toArray(String[]::new);
  }
}
