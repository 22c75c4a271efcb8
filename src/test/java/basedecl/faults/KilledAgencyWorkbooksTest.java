package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night with {@code output-by: agency} killed while several agencies' workbooks are put in their
 * places, and run again, leaves what the night nobody disturbed leaves.
 */
@Tag("database")
@Tag("run")
class KilledAgencyWorkbooksTest {

  @TempDir Path folder = Path.of("");

  @Test
  void aNightKilledAmongTheAgenciesIsGoneOnWith() throws Exception {
    Ground undisturbed = Ground.onH2(folder.resolve("undisturbed")).withInbox();
    assertThat(undisturbed.run(byAgency(undisturbed)).status()).isZero();

    Ground killed = Ground.onH2(folder.resolve("killed")).withInbox();
    new DisturbedNight(FaultAgent.jar(folder))
        .kill(
            killed,
            byAgency(killed),
            List.of("basedecl.report.declaration.SummaryWorkbook#write:after:4"));
    assertThat(killed.output().resolve("agencies")).isNotEmptyDirectory();
    assertThat(killed.output().resolve("manifest.json")).doesNotExist();

    Ground.Ending ended = killed.run(byAgency(killed));
    assertThat(ended.status()).as(ended.said()).isZero();
    assertThat(Undisturbed.of(killed).differences(Undisturbed.of(undisturbed))).isEmpty();
  }

  private static Errand byAgency(Ground ground) {
    return Errand.declaration(ground).with("output-by", "agency");
  }
}
