package basedecl.desk;

import basedecl.job.desk.DeskRuns;
import basedecl.message.Language;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** A desk's runs without its pages, for Weifang's employees in 2024. */
public final class RunsUnderTest {

  private RunsUnderTest() {}

  /** What every job takes from the desk. */
  public static Map<String, String> keys(Path folder, LocalDate day) {
    return Map.of(
        "policy", "weifang-employee-medical",
        "year", "2024",
        "business-date", day.toString(),
        "roster", "samples/roster/employers.csv",
        "work", folder.resolve("work").toString(),
        "output", folder.resolve("output").toString(),
        "database", "jdbc:h2:mem:unused");
  }

  /**
   * @param ledger migrated, with connections for a run
   */
  public static DeskRuns begin(DataSource ledger, Path folder, LocalDate day) {
    return DeskRuns.begin(
        ledger,
        new DeskRuns.Setup(
            keys(folder, day),
            folder.resolve("work"),
            Language.ZH,
            Optional.empty(),
            Duration.ofMinutes(2)),
        Clock.system(ZoneId.systemDefault()));
  }
}
