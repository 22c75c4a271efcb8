package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.file.FileDigest;
import basedecl.testing.MariaDbServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs with {@code workbooks: none} leave the year's workbooks alone, and the run that writes them
 * afterwards states the year as one run over everything does.
 */
@Tag("database")
@Tag("run")
class RunsWithoutWorkbooksTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final List<List<String>> PARTS =
      List.of(
          List.of(
              "corrections/1-first.xlsx",
              "corrections/4-original.xlsx",
              "corrections/5-person-here.xlsx"),
          List.of(
              "corrections/4-same-bytes-again.xlsx",
              "corrections/5-person-there-too.xlsx",
              "limits/8-of-11-at-lower-flagged.xlsx"),
          List.of(
              "plain/employees-gbk.csv",
              "refused-rows/every-kind-of-mistake.csv",
              "several/one-good-one-bad-employer.xlsx"));

  @Test
  void severalRunsAndOneThatWritesComeToTheWorkbooksOfOneRunOnH2(@TempDir Path folder)
      throws IOException {
    comeToTheSame(Ground.onH2(folder.resolve("parts")), Ground.onH2(folder.resolve("whole")));
  }

  @Test
  void severalRunsAndOneThatWritesComeToTheWorkbooksOfOneRunOnMariaDb(@TempDir Path folder)
      throws IOException {
    comeToTheSame(
        Ground.on(folder.resolve("parts"), MARIADB.url(), Map.of()),
        Ground.on(folder.resolve("whole"), MARIADB.anotherDatabase(), Map.of()));
  }

  private static void comeToTheSame(Ground parts, Ground whole) throws IOException {
    Errand taking = Errand.declaration(parts).with("workbooks", "none");
    for (List<String> part : PARTS) {
      put(parts, part);
      Ground.Ending ended = parts.run(taking);
      assertThat(ended.status()).as(ended.said()).isZero();
      assertThat(ended.said()).contains("the workbooks of the year were not written");
      assertThat(workbooks(parts)).isEmpty();
    }
    assertThat(Files.readString(parts.output().resolve("manifest.json")))
        .contains("\"receipts.csv\"", "\"rows_accepted\"")
        .doesNotContain("summary-2024.xlsx", "\"totals\"", "\"not_declared\"", "\"period\"");
    assertThat(parts.output().resolve("receipts/refused-rows/every-kind-of-mistake.csv.xlsx"))
        .exists();
    assertThat(parts.run().status()).isZero();

    for (List<String> part : PARTS) {
      put(whole, part);
    }
    assertThat(whole.run().status()).isZero();

    Map<String, String> written = workbooks(whole);
    assertThat(written.keySet())
        .contains("summary-2024.xlsx", "detail-2024.xlsx")
        .anySatisfy(name -> assertThat(name).startsWith("receipts/people-twice/"));
    assertThat(workbooks(parts)).isEqualTo(written);

    put(parts, List.of("corrections/1-later-corrected.xlsx"));
    assertThat(parts.run(taking).status()).isZero();
    assertThat(yearly(workbooks(parts))).isEqualTo(yearly(written));
    assertThat(Files.readString(parts.output().resolve("manifest.json")))
        .contains("corrections/1-later-corrected.xlsx")
        .doesNotContain("summary-2024.xlsx");
  }

  private static void put(Ground ground, List<String> samples) throws IOException {
    for (String sample : samples) {
      ground.putSample(sample);
    }
  }

  /** The year's workbooks, and the lists of people whom another employer declares. */
  private static Map<String, String> workbooks(Ground ground) throws IOException {
    Map<String, String> found = new TreeMap<>();
    if (Files.exists(ground.output())) {
      try (Stream<Path> files = Files.walk(ground.output())) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String name = ground.output().relativize(file).toString();
          if (name.endsWith("2024.xlsx") || name.startsWith("receipts/people-twice/")) {
            found.put(name, FileDigest.sha256(file));
          }
        }
      }
    }
    return found;
  }

  private static Map<String, String> yearly(Map<String, String> workbooks) {
    Map<String, String> yearly = new TreeMap<>(workbooks);
    yearly.keySet().removeIf(name -> name.contains("/"));
    return yearly;
  }
}
