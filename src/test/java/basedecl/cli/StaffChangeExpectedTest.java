package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.testing.MariaDbServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The samples' staff changes against {@code samples/expected/staff-changes}, which was worked out
 * without the program, and the same on MariaDB byte for byte.
 */
@Tag("database")
@Tag("run")
@NullUnmarked
class StaffChangeExpectedTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final String WORKBOOK = "staff-changes-2024.xlsx";
  private static final String[] TEXTS = {"单位编号", "姓名", "证件号码", "生效月份", "缴费月份", "费款所属期"};

  @TempDir Path folder;

  @Test
  void theSamplesChangesAreAsExpectedOnBothDatabases() throws Exception {
    Path one = Files.createDirectories(folder.resolve("h2"));
    Path two = Files.createDirectories(folder.resolve("mariadb"));
    changed(one, "jdbc:h2:file:" + one.resolve("ledger"), Map.of());
    changed(two, MARIADB.url(), Map.of("BASEDECL_DB_USER", "root"));
    Path output = one.resolve("output");
    assertSheet(output.resolve(WORKBOOK), "人员增减", "单位编号", "changes-2024.csv");
    assertSheet(output.resolve(WORKBOOK), "单位汇总", "单位编号", "employers-2024.csv");
    assertSheet(output.resolve(WORKBOOK), "问题清单", "序号", "problems-2024.csv");
    assertSheet(output.resolve("late-fees-2024.xlsx"), "滞纳金", "单位编号", "dues-2024.csv");
    assertSheet(output.resolve("summary-2024.xlsx"), "汇总表", "单位编号", "summary-2024-04.csv");
    for (String file : List.of(WORKBOOK, "summary-2024.xlsx", "late-fees-2024.xlsx")) {
      assertThat(two.resolve("output").resolve(file))
          .hasBinaryContent(Files.readAllBytes(output.resolve(file)));
    }
  }

  private void changed(Path ground, String database, Map<String, String> environment)
      throws Exception {
    Workplace place = new Workplace(ground);
    place.deliver("plain");
    run(ground, database, environment, "declaration", "inbox=" + place.inbox());
    run(ground, database, environment, "staff-changes");
    run(
        ground,
        database,
        environment,
        "declaration",
        "inbox=" + Files.createDirectories(ground.resolve("empty")),
        "business-date=2024-04-09");
    run(ground, database, environment, "late-fee", "business-date=2024-06-26");
  }

  private void run(
      Path ground, String database, Map<String, String> environment, String job, String... settings)
      throws Exception {
    List<String> words = new ArrayList<>(List.of("run", "jobs/" + job + ".yaml"));
    List<String> all = new ArrayList<>(List.of(settings));
    all.addAll(
        List.of(
            "work=" + ground.resolve("work"),
            "output=" + ground.resolve("output"),
            "database=" + database));
    all.forEach(setting -> words.addAll(List.of("--set", setting)));
    OwnProcess.Ended ended = OwnProcess.run(folder, "512m", environment, words);
    assertThat(ended.status()).as(ended.said()).isZero();
  }

  /** The rows and columns that the expected table has; money and counts as numbers. */
  private static void assertSheet(Path workbook, String sheet, String first, String expected)
      throws IOException {
    List<Map<String, String>> wanted =
        Tables.plain(Tables.csv(Path.of("samples/expected/staff-changes", expected)), TEXTS);
    assertThat(wanted).as(expected).isNotEmpty();
    List<Map<String, String>> found = new ArrayList<>();
    for (Map<String, String> row : Tables.plain(Tables.sheet(workbook, sheet, first), TEXTS)) {
      Map<String, String> chosen = new LinkedHashMap<>();
      wanted.get(0).keySet().forEach(column -> chosen.put(column, row.get(column)));
      found.add(chosen);
    }
    if (workbook.endsWith(WORKBOOK)) {
      assertThat(found).as(sheet).isEqualTo(wanted);
    } else {
      assertThat(found).as(sheet).containsAll(wanted);
    }
  }
}
