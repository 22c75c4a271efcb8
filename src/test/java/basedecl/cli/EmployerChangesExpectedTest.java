package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.testing.MariaDbServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
 * The samples' changes of employers against {@code samples/expected/employer-changes}, which was
 * worked out without the program, and the same on MariaDB byte for byte.
 */
@Tag("database")
@Tag("run")
@NullUnmarked
class EmployerChangesExpectedTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final String WORKBOOK = "employer-changes-2024.xlsx";
  private static final String[] TEXTS = {
    "单位编号", "承继单位编号", "原单位编号", "费款所属期", "单位名称", "变动前", "变动后", "关联单位", "依据", "来源"
  };

  @TempDir Path folder;

  @Test
  void theSamplesChangesAreAsExpectedOnBothDatabases() throws Exception {
    Path one = Files.createDirectories(folder.resolve("h2"));
    Path two = Files.createDirectories(folder.resolve("mariadb"));
    changed(one, "jdbc:h2:file:" + one.resolve("ledger"), Map.of());
    changed(two, MARIADB.url(), Map.of("BASEDECL_DB_USER", "root"));
    Path output = one.resolve("output");
    assertSheet(output, "单位变动", "单位编号", "changes-2024.csv");
    assertSheet(output, "承继欠费", "承继单位编号", "inherited-2024.csv");
    assertSheet(output, "问题清单", "序号", "problems-2024.csv");
    assertThat(two.resolve("output").resolve(WORKBOOK))
        .hasBinaryContent(Files.readAllBytes(output.resolve(WORKBOOK)));
  }

  private void changed(Path ground, String database, Map<String, String> environment)
      throws Exception {
    Workplace place = new Workplace(ground);
    place.deliver("");
    run(ground, database, environment, "declaration", "inbox=" + place.inbox());
    run(ground, database, environment, "late-fee");
    run(ground, database, environment, "employer-changes");
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

  /** A day as it is shown, which the sheet keeps as a number. */
  private static String shown(String column, Map<String, String> row) {
    String value = row.get(column);
    return column.equals("生效日期")
        ? LocalDate.of(1899, 12, 30).plusDays(Long.parseLong(value)).toString()
        : value;
  }

  /** The columns that the expected table has, in its order; money and counts as numbers. */
  private static void assertSheet(Path output, String sheet, String first, String expected)
      throws IOException {
    List<Map<String, String>> wanted =
        Tables.plain(Tables.csv(Path.of("samples/expected/employer-changes", expected)), TEXTS);
    assertThat(wanted).as(expected).isNotEmpty();
    List<Map<String, String>> found = new ArrayList<>();
    for (Map<String, String> row :
        Tables.plain(Tables.sheet(output.resolve(WORKBOOK), sheet, first), TEXTS)) {
      Map<String, String> chosen = new LinkedHashMap<>();
      wanted.get(0).keySet().forEach(column -> chosen.put(column, shown(column, row)));
      found.add(chosen);
    }
    assertThat(found).as(sheet).isEqualTo(wanted);
  }
}
