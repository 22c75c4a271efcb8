package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random nights, each of which finds in the work folder what the nights before it kept of the
 * detail, some of it damaged: the workbooks are byte by byte those of a run that finds nothing.
 */
@Tag("run")
@NullUnmarked
class KeptStretchesNightsTest {

  private static final String HEADER = "单位编号,单位名称,姓名,证件类型,证件号码,月均工资";
  private static final List<String> WORKBOOKS =
      List.of("detail-2024.xlsx", "flagged-2024.xlsx", "summary-2024.xlsx");
  private static final int EMPLOYERS = 40;

  @TempDir Path folder;
  private Workplace place;
  private Path roster;
  private Random random;
  private final Map<Integer, Integer> people = new TreeMap<>();

  /** Another one each time; a failure names it. */
  static LongStream seeds() {
    return LongStream.of(new Random().nextInt(1_000_000));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theWorkbooksAreThoseOfARunThatFindsNothingKept(long seed) throws IOException {
    random = new Random(seed);
    place = new Workplace(folder);
    roster();
    for (int i = 0; i < EMPLOYERS; i += 2) {
      people.put(i, 100 + random.nextInt(400));
    }
    night("2024-01-26", List.copyOf(people.keySet()));
    Map<String, Long> kept = kept();
    assertThat(kept).as("stretches").hasSizeGreaterThan(3);

    // Another wage of somebody: nobody moves, one stretch is made anew.
    night("2024-01-27", List.of(EMPLOYERS / 2));
    Map<String, Long> after = kept();
    assertThat(after).hasSameSizeAs(kept);
    after.keySet().removeAll(kept.keySet());
    assertThat(after).as("made anew").hasSize(1);

    // Some people more here, fewer there, a new employer; half a file, a changed one, a wrong one.
    damage();
    int larger = 2 * random.nextInt(EMPLOYERS / 2);
    people.merge(larger, 3, Integer::sum);
    int smaller = EMPLOYERS - 2;
    people.merge(smaller, -2, Integer::sum);
    people.put(31, 50);
    night("2024-02-20", List.of(larger, smaller, 31));

    // A month of other figures than the stored ones, and back.
    damage();
    quietNight("2024-03-05", "period=2024-03");
    quietNight("2024-03-05", "period=2024-02");
  }

  private void night(String date, List<Integer> employers) throws IOException {
    Path inbox = place.anotherInbox();
    for (int employer : employers) {
      List<String> lines = new ArrayList<>(List.of(HEADER));
      boolean low = employer % 3 == 0;
      for (int i = 0; i < people.get(employer); i++) {
        lines.add(
            "U%02d,单位%d,员工%d,护照,E%02d%06d,%d.%02d"
                .formatted(
                    employer,
                    employer,
                    i,
                    i % 50 == 0 ? 99 : employer,
                    i,
                    (low ? 1_000 : 4_000) + random.nextInt(low ? 2_000 : 30_000),
                    random.nextInt(100)));
      }
      Files.write(inbox.resolve("U%02d.csv".formatted(employer)), lines);
    }
    ended(run(date, inbox, "work=" + folder.resolve("work")));
    holdAgainstNothingKept(date);
  }

  /** A night to which nothing comes. */
  private void quietNight(String date, String... settings) throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    ended(run(date, empty, with(settings, "work=" + folder.resolve("work"))));
    holdAgainstNothingKept(date, settings);
  }

  /** The same ledger once more, by a run with another work folder. */
  private void holdAgainstNothingKept(String date, String... settings) throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path nothing = Files.createTempDirectory(folder, "nothing");
    ended(
        run(
            date,
            empty,
            with(
                settings,
                "work=" + nothing.resolve("work"),
                "output=" + nothing.resolve("output"))));
    for (String workbook : WORKBOOKS) {
      assertThat(place.output().resolve(workbook))
          .as(date + " " + workbook)
          .hasSameBinaryContentAs(nothing.resolve("output").resolve(workbook));
    }
  }

  private static String[] with(String[] settings, String... more) {
    return Stream.concat(Stream.of(settings), Stream.of(more)).toArray(String[]::new);
  }

  private Workplace.Ended run(String date, Path inbox, String... settings) {
    return place.run(
        "declaration",
        with(
            settings,
            "inbox=" + inbox,
            "business-date=" + date,
            "roster=" + roster,
            "settle-seconds=1"));
  }

  private static void ended(Workplace.Ended ended) {
    assertThat(ended.status()).as(ended.said()).isZero();
  }

  private void damage() throws IOException {
    List<Path> files = stretches();
    byte[] first = Files.readAllBytes(files.get(0));
    Files.write(files.get(1), first);
    byte[] half = Files.readAllBytes(files.get(2));
    Files.write(files.get(2), Arrays.copyOf(half, random.nextInt(half.length)));
    first[random.nextInt(first.length)] ^= 1;
    Files.write(files.get(0), first);
  }

  private Map<String, Long> kept() throws IOException {
    Map<String, Long> kept = new HashMap<>();
    for (Path each : stretches()) {
      kept.put(each.getFileName().toString(), Files.size(each));
    }
    return kept;
  }

  private List<Path> stretches() throws IOException {
    try (Stream<Path> files =
        Files.list(folder.resolve("work/stretches/weifang-employee-medical/2024"))) {
      return files.sorted().toList();
    }
  }

  private void roster() throws IOException {
    List<String> lines = new ArrayList<>(List.of("单位编号,单位名称,经办机构,上月缴费额"));
    for (int i = 0; i < EMPLOYERS; i++) {
      lines.add("U%02d,单位%d,市直,1000".formatted(i, i));
    }
    roster = place.file("roster.csv", lines.toArray(String[]::new));
  }
}
