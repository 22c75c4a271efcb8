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
 * The samples' staff changes against {@code samples/expected/staff-changes}, which was worked out
 * without the program, and the same on MariaDB byte for byte.
 */
@Tag("database")
@Tag("run")
@NullUnmarked
class StaffChangeExpectedTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final String WORKBOOK = "staff-changes-2024.xlsx";
  private static final ExpectedSheets EXPECTED =
      new ExpectedSheets(
          "staff-changes", List.of("单位编号", "姓名", "证件号码", "生效月份", "缴费月份", "费款所属期"), List.of());

  @TempDir Path folder;

  @Test
  void theSamplesChangesAreAsExpectedOnBothDatabases() throws Exception {
    Path one = Files.createDirectories(folder.resolve("h2"));
    Path two = Files.createDirectories(folder.resolve("mariadb"));
    changed(OwnRuns.onH2(one));
    changed(OwnRuns.onMariaDb(two, MARIADB.url()));
    Path output = one.resolve("output");
    EXPECTED.same(output.resolve(WORKBOOK), "人员增减", "单位编号", "changes-2024.csv");
    EXPECTED.same(output.resolve(WORKBOOK), "单位汇总", "单位编号", "employers-2024.csv");
    EXPECTED.same(output.resolve(WORKBOOK), "问题清单", "序号", "problems-2024.csv");
    EXPECTED.among(output.resolve("late-fees-2024.xlsx"), "滞纳金", "单位编号", "dues-2024.csv");
    EXPECTED.among(output.resolve("summary-2024.xlsx"), "汇总表", "单位编号", "summary-2024-04.csv");
    for (String file : List.of(WORKBOOK, "summary-2024.xlsx", "late-fees-2024.xlsx")) {
      assertThat(two.resolve("output").resolve(file))
          .hasBinaryContent(Files.readAllBytes(output.resolve(file)));
    }
  }

  private static void changed(OwnRuns runs) throws Exception {
    Workplace place = new Workplace(runs.ground());
    place.deliver("plain");
    runs.run("declaration", "inbox=" + place.inbox());
    runs.run("staff-changes");
    runs.run(
        "declaration",
        "inbox=" + Files.createDirectories(runs.ground().resolve("empty")),
        "business-date=2024-04-09");
    runs.run("late-fee", "business-date=2024-06-26");
  }
}
