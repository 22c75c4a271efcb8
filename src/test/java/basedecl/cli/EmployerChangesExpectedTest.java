package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.testing.MariaDbServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  private static final ExpectedSheets EXPECTED =
      new ExpectedSheets(
          "employer-changes",
          List.of("单位编号", "承继单位编号", "原单位编号", "费款所属期", "单位名称", "变动前", "变动后", "关联单位", "依据", "来源"),
          List.of("生效日期"));

  @TempDir Path folder;

  @Test
  void theSamplesChangesAreAsExpectedOnBothDatabases() throws Exception {
    Path one = Files.createDirectories(folder.resolve("h2"));
    Path two = Files.createDirectories(folder.resolve("mariadb"));
    changed(OwnRuns.onH2(one));
    changed(OwnRuns.onMariaDb(two, MARIADB.url()));
    Path workbook = one.resolve("output").resolve(WORKBOOK);
    EXPECTED.same(workbook, "单位变动", "单位编号", "changes-2024.csv");
    EXPECTED.same(workbook, "承继欠费", "承继单位编号", "inherited-2024.csv");
    EXPECTED.same(workbook, "问题清单", "序号", "problems-2024.csv");
    assertThat(two.resolve("output").resolve(WORKBOOK))
        .hasBinaryContent(Files.readAllBytes(workbook));
  }

  private static void changed(OwnRuns runs) throws Exception {
    Workplace place = new Workplace(runs.ground());
    place.deliver("");
    runs.run("declaration", "inbox=" + place.inbox());
    runs.run("late-fee");
    runs.run("employer-changes");
  }
}
