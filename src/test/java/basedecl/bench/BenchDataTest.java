package basedecl.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchDataTest {

  @TempDir Path folder;

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherOneOthers() throws IOException {
    new BenchData(NightPlan.many(800, 40, 7), folder.resolve("a")).write();
    new BenchData(NightPlan.many(800, 40, 7), folder.resolve("b")).write();
    new BenchData(NightPlan.many(800, 40, 8), folder.resolve("c")).write();
    Map<String, Integer> written = digests(folder.resolve("a"));
    assertThat(written.keySet())
        .contains("roster.csv", "inbox/000/3707000001.xlsx", "second/000/3707000001.xlsx")
        .contains("inbox/000/3707000008.xls", "inbox/000/3707000010.csv");
    assertThat(digests(folder.resolve("b"))).isEqualTo(written);
    assertThat(digests(folder.resolve("c"))).isNotEqualTo(written);
  }

  @Test
  void aSecondNightChangesOneFileInAHundred() throws IOException {
    new BenchData(NightPlan.many(2_000, 200, 7), folder).write();
    Map<String, Integer> first = digests(folder.resolve("inbox"));
    Map<String, Integer> second = digests(folder.resolve("second"));
    assertThat(second.keySet()).isEqualTo(first.keySet());
    assertThat(second.entrySet().stream().filter(file -> !first.entrySet().contains(file)))
        .hasSize(2);
    assertThat(digests(folder.resolve("changed"))).hasSize(2);
  }

  @Test
  void mostEmployersAreSmallAndSomeVeryLarge() {
    NightPlan city = NightPlan.many(1_000_000, 10_000, 42);
    int[] sizes = IntStream.range(0, city.employers()).map(city::size).toArray();
    assertThat(city.people()).isEqualTo(1_000_000);
    assertThat(Arrays.stream(sizes).min()).hasValue(1);
    assertThat(Arrays.stream(sizes).filter(size -> size < 60).count()).isGreaterThan(6_000);
    assertThat(Arrays.stream(sizes).filter(size -> size > 20_000).count()).isEqualTo(5);
  }

  @Test
  void aNightOfAnySizeHasThePeopleItWasAskedFor() {
    for (int people : List.of(1, 7, 99, 1_000)) {
      for (int employers : List.of(1, 3, 7)) {
        if (people >= employers) {
          assertThat(NightPlan.many(people, employers, 1).people()).isEqualTo(people);
        }
      }
    }
  }

  private static Map<String, Integer> digests(Path folder) throws IOException {
    Map<String, Integer> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return digests;
  }
}
