package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.job.desk.DeskLedger;
import basedecl.job.desk.DeskRuns;
import basedecl.job.desk.JobRequest;
import basedecl.job.desk.Nightly;
import basedecl.job.desk.RunDesk;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.message.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** A desk over the ledger and folders of a {@link Ground}. */
final class DeskGround implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final DeskLedger ledger;
  private final DeskRuns runs;

  private DeskGround(DeskLedger ledger, DeskRuns runs) {
    this.ledger = ledger;
    this.runs = runs;
  }

  static DeskGround open(Ground ground) {
    return open(ground, Optional.empty(), Clock.system(ZoneId.systemDefault()));
  }

  static DeskGround open(Ground ground, Optional<Nightly> nightly, Clock clock) {
    Map<String, String> common =
        Map.of(
            "policy", "weifang-employee-medical",
            "year", "2024",
            "business-date", "2024-01-26",
            "roster", "samples/roster/employers.csv",
            "work", ground.work().toString(),
            "output", ground.output().toString(),
            "database", ground.database());
    DeskLedger ledger = DeskLedger.open(ground.database(), 2, ground.environment(), clock);
    DeskRuns runs =
        DeskRuns.begin(
            ledger.database(),
            new DeskRuns.Setup(common, ground.work(), Language.ZH, nightly, LONGEST),
            clock);
    return new DeskGround(ledger, runs);
  }

  /** The declaration job over the ground's inbox. */
  static JobRequest declaration(Ground ground) {
    return new JobRequest("declaration", Map.of("inbox", ground.inbox().toString()));
  }

  DeskRuns runs() {
    return runs;
  }

  JdbcTemplate jdbc() {
    return LedgerDatabase.template(ledger.database());
  }

  /** How a run ended that was asked for. */
  RunDesk.Ended ended(RunDesk.Asked asked) {
    until(() -> runs.ended(asked.number()).isPresent());
    return runs.ended(asked.number()).orElseThrow();
  }

  /** Waits until nothing is under way and nothing waits. */
  void untilIdle() {
    until(() -> runs.open().isEmpty());
  }

  static void until(BooleanSupplier reached) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime() - end).as("it comes to this in time").isNegative();
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public void close() {
    runs.close();
    ledger.close();
  }
}
