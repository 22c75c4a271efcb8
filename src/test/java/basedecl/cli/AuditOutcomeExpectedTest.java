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
 * The samples' assessments against {@code samples/expected/audit-outcome}, which was worked out
 * without the program, and the same on MariaDB byte for byte.
 */
@Tag("database")
@Tag("run")
@NullUnmarked
class AuditOutcomeExpectedTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final String WORKBOOK = "audit-outcome-2024.xlsx";
  private static final ExpectedSheets EXPECTED =
      new ExpectedSheets(
          "audit-outcome", List.of("单位编号", "单位名称", "姓名", "证件号码", "所属期起", "所属期止", "依据"), List.of());

  @TempDir Path folder;

  @Test
  void theSamplesAssessmentsAreAsExpectedOnBothDatabases() throws Exception {
    Path one = Files.createDirectories(folder.resolve("h2"));
    Path two = Files.createDirectories(folder.resolve("mariadb"));
    assessed(OwnRuns.onH2(one));
    assessed(OwnRuns.onMariaDb(two, MARIADB.url()));
    Path output = one.resolve("output");
    EXPECTED.same(output.resolve(WORKBOOK), "核定明细", "单位编号", "lines-2024.csv");
    EXPECTED.same(output.resolve(WORKBOOK), "单位汇总", "单位编号", "employers-2024.csv");
    EXPECTED.same(output.resolve(WORKBOOK), "问题清单", "序号", "problems-2024.csv");
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

  private static void assessed(OwnRuns runs) throws Exception {
    Workplace place = new Workplace(runs.ground());
    place.deliver("limits", "plain");
    runs.run("declaration", "inbox=" + place.inbox());
    runs.run("audit-outcome");
    runs.run(
        "declaration",
        "inbox=" + Files.createDirectories(runs.ground().resolve("empty")),
        "business-date=2024-03-21");
    runs.run("late-fee", "business-date=2024-04-30");
    runs.run("year-end");
  }
}
