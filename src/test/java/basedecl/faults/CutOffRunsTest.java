package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.ledger.database.LedgerDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs that were cut off, and that somebody meddled with before they were given again. */
@Tag("run")
class CutOffRunsTest {

  private static final String COMMITTED = ">com.zaxxer.hikari.pool.ProxyConnection#commit:after:1";
  private static final String STORED =
      "basedecl.job.intake.DeclarationItemWriter#write:after:1" + COMMITTED;
  private static final String CLAIMED =
      "basedecl.ledger.intake.IntakeLedger#markClaimed:after:1" + COMMITTED;
  private static final String PUBLISHED =
      "basedecl.ledger.intake.PublishingLedger#publish:after:1" + COMMITTED;

  @TempDir static Path folder = Path.of("");

  private static DisturbedNight night = new DisturbedNight(Path.of(""));

  @BeforeAll
  static void agent() throws IOException {
    night = new DisturbedNight(FaultAgent.jar(folder));
  }

  private static void assertDone(Ground.Ending ending) {
    assertThat(ending.status()).as(ending.said()).isZero();
  }

  @Test
  void aRunGoneOnWithOnAnotherDayKeepsNoFigureOfTheDayBeforeThoughItIsKilledOnceMore()
      throws Exception {
    Ground undisturbed = Ground.onH2(folder.resolve("one-day")).withInbox();
    assertDone(undisturbed.run(inJuly(undisturbed)));
    Ground ground = Ground.onH2(folder.resolve("two-days")).withInbox();
    night.kill(ground, List.of(STORED));
    night.kill(
        ground, inJuly(ground), List.of("basedecl.job.intake.ClaimTasklet#execute:before:1"));
    assertDone(ground.run(inJuly(ground)));
    assertThat(Undisturbed.of(ground).differences(Undisturbed.of(undisturbed))).isEmpty();
  }

  private static Errand inJuly(Ground ground) {
    return Errand.declaration(ground).with("business-date", "2024-07-01");
  }

  /** It marked every file by itself, and the run not at all. */
  @Test
  void aRunThatAnEarlierVersionWasCutOffInIsGoneOnWith() throws Exception {
    Ground undisturbed = Ground.onH2(folder.resolve("of-one-version")).withInbox();
    assertDone(undisturbed.run());
    for (String cut : List.of(CLAIMED, "basedecl.job.run.WorkFolder#move:after:5", STORED)) {
      Ground ground = Ground.onH2(folder.resolve("of-two-versions-" + cut.hashCode())).withInbox();
      night.kill(ground, List.of(cut));
      try (HikariDataSource ledger =
          LedgerDatabase.open(ground.database(), 1, ground.environment())) {
        JdbcTemplate jdbc = new JdbcTemplate(ledger);
        jdbc.update(
            "UPDATE intake_file SET state = 'CLAIMED' WHERE state = 'CLAIMING' AND sequence_no <="
                + " (SELECT claimed_through FROM ledger_run)");
        jdbc.update("UPDATE ledger_run SET claimed_through = 0");
      }
      assertDone(ground.run());
      assertThat(Undisturbed.of(ground).differences(Undisturbed.of(undisturbed))).isEmpty();
    }
  }

  @Test
  void aFileTakenAwayFromTheWorkFolderIsRefusedAndTheOthersGoOn() throws Exception {
    Ground ground = Ground.onH2(folder.resolve("taken-away"));
    ground.putSample("limits/8-of-11-at-lower-flagged.xlsx");
    ground.putSample("plain/employees-gbk.csv");
    night.kill(ground, List.of(CLAIMED));
    Files.delete(ground.work().resolve("claimed").resolve("000000001"));
    assertDone(ground.run());
    assertThat(receipts(ground))
        .containsExactly(
            "limits/8-of-11-at-lower-flagged.xlsx REJECTED FILE_DAMAGED",
            "plain/employees-gbk.csv ACCEPTED ");
    assertThat(ground.output().resolve("receipts/limits/8-of-11-at-lower-flagged.xlsx")).exists();
    ground.putSample("limits/8-of-11-at-lower-flagged.xlsx");
    assertDone(ground.run());
    assertThat(receipts(ground)).containsExactly("limits/8-of-11-at-lower-flagged.xlsx ACCEPTED ");
  }

  @Test
  void aRefusedFileTakenAwayBeforeItWasMarkedIsAnsweredByItsListAlone() throws Exception {
    Ground ground = Ground.onH2(folder.resolve("taken-away-later"));
    ground.putSample("refused-rows/every-kind-of-mistake.csv");
    night.kill(ground, List.of(PUBLISHED));
    Files.delete(ground.work().resolve("claimed").resolve("000000001"));
    assertDone(ground.run());
    assertThat(ground.output().resolve("receipts/refused-rows/every-kind-of-mistake.csv.xlsx"))
        .exists();
  }

  @Test
  void twoFilesOfOnePathInOneRunAreAnsweredEachForItself() throws Exception {
    Ground ground = Ground.onH2(folder.resolve("one-path"));
    ground.put("a.csv", sample("plain/employees-gbk.csv"));
    night.kill(ground, List.of(CLAIMED));
    ground.put("a.csv", sample("refused-rows/every-kind-of-mistake.csv"));
    assertDone(ground.run());
    assertThat(receipts(ground)).first().isEqualTo("a.csv ACCEPTED ");
    assertThat(receipts(ground)).hasSizeGreaterThan(1).last().asString().contains("REJECTED");
    try (Stream<Path> answers = Files.list(ground.output().resolve("receipts"))) {
      assertThat(answers).hasSize(1);
    }
    assertThat(Files.readString(ground.output().resolve("manifest.json")))
        .contains("\"files\" : 2");
  }

  private static byte[] sample(String name) throws IOException {
    return Files.readAllBytes(Path.of("samples", "inbox").resolve(name));
  }

  /** File, verdict and codes of each line. */
  private static List<String> receipts(Ground ground) throws IOException {
    return Files.readAllLines(ground.output().resolve("receipts.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(cells -> cells[0] + " " + cells[2] + " " + cells[10])
        .toList();
  }

  @Test
  void billsOfARunThatWasCutOffAreWrittenThoughADryRunGoesOnWithIt() throws Exception {
    Ground undisturbed = Ground.onH2(folder.resolve("bills"));
    Ground ground = Ground.onH2(folder.resolve("bills-cut-off"));
    for (Ground each : List.of(undisturbed, ground)) {
      HandedOver.to(each);
      assertDone(each.run(Errand.of("flexible-election", each)));
    }
    assertDone(undisturbed.run(Errand.of("top-up", undisturbed)));
    List<String> bills = Files.readAllLines(undisturbed.output().resolve("bills.csv"));
    assertThat(bills).hasSizeGreaterThan(2);
    night.kill(
        ground,
        Errand.of("top-up", ground),
        List.of("basedecl.ledger.flexible.TopUpLedger#insert:after:1" + COMMITTED));
    assertDone(ground.run(Errand.of("top-up", ground).with("dry-run", "true")));
    assertThat(Files.readAllLines(ground.output().resolve("bills.csv"))).isEqualTo(bills);
  }
}
