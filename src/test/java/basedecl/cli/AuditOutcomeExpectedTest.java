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
 * The samples' assessments against {@code samples/expected/audit-outcome}, which was worked out
 * without the program, and the same on MariaDB byte for byte.
 */
@Tag("database")
@Tag("run")
@NullUnmarked
class AuditOutcomeExpectedTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final String WORKBOOK = "audit-outcome-2024.xlsx";
  private static final String[] TEXTS = {"单位编号", "单位名称", "姓名", "证件号码", "所属期起", "所属期止", "依据"};

  @TempDir Path folder;

  @Test
  void theSamplesAssessmentsAreAsExpectedOnBothDatabases() throws Exception {
    Path one = Files.createDirectories(folder.resolve("h2"));
    Path two = Files.createDirectories(folder.resolve("mariadb"));
    assessed(one, "jdbc:h2:file:" + one.resolve("ledger"), Map.of());
    assessed(two, MARIADB.url(), Map.of("BASEDECL_DB_USER", "root"));
    Path output = one.resolve("output");
    assertSheet(output, "核定明细", "单位编号", "lines-2024.csv");
    assertSheet(output, "单位汇总", "单位编号", "employers-2024.csv");
    assertSheet(output, "问题清单", "序号", "problems-2024.csv");
    assertThat(Tables.sheet(output.resolve("year-end-2024.xlsx"), "结转汇总", "单位编号"))
        .extracting(row -> row.get("来源"))
        .contains("申报", "稽核核定", "核定", "名册");
    for (String file :
        List.of(
            WORKBOOK,
            "declaration-changes-2024.xlsx",
            "late-fees-2024.xlsx",
            "year-end-2024.xlsx",
            "roster-2025.csv")) {
      assertThat(two.resolve("output").resolve(file))
          .hasBinaryContent(Files.readAllBytes(output.resolve(file)));
    }
  }

  private void assessed(Path ground, String database, Map<String, String> environment)
      throws Exception {
    Workplace place = new Workplace(ground);
    place.deliver("limits", "plain");
    run(ground, database, environment, "declaration", "inbox=" + place.inbox());
    run(ground, database, environment, "audit-outcome");
    run(
        ground,
        database,
        environment,
        "declaration",
        "inbox=" + Files.createDirectories(ground.resolve("empty")),
        "business-date=2024-03-21");
    run(ground, database, environment, "late-fee", "business-date=2024-04-30");
    run(ground, database, environment, "year-end");
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

  /** The columns that the expected table has, in its order; money and counts as numbers. */
  private static void assertSheet(Path output, String sheet, String first, String expected)
      throws IOException {
    List<Map<String, String>> wanted =
        Tables.plain(Tables.csv(Path.of("samples/expected/audit-outcome", expected)), TEXTS);
    assertThat(wanted).as(expected).isNotEmpty();
    List<Map<String, String>> found = new ArrayList<>();
    for (Map<String, String> row :
        Tables.plain(Tables.sheet(output.resolve(WORKBOOK), sheet, first), TEXTS)) {
      Map<String, String> chosen = new LinkedHashMap<>();
      wanted.get(0).keySet().forEach(column -> chosen.put(column, row.get(column)));
      found.add(chosen);
    }
    assertThat(found).as(sheet).isEqualTo(wanted);
  }
}
