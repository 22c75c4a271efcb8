package basedecl.job.remote;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.job.run.Progress;
import basedecl.job.run.StopSignal;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.remote.CallLedger;
import basedecl.ledger.remote.PieceLedger;
import basedecl.ledger.remote.WorkerLedger;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.CannotCreateTransactionException;

class ProgressWatchTest {

  @TempDir Path folder = Path.of("");

  /** Otherwise a run that was asked to stop would wait for its workers for ever. */
  @Test
  void whatCouldNotBeTakenBackForTheDatabaseIsTakenBackTheNextTime() throws Exception {
    CountDownLatch asked = new CountDownLatch(2);
    StopSignal stop = new StopSignal();
    stop.request();
    try (HikariDataSource database =
            LedgerDatabase.openMigrated("jdbc:h2:file:" + folder.resolve("ledger"), 2, Map.of());
        Progress progress = new Progress(false);
        ProgressWatch watch =
            new ProgressWatch(
                ledgers(LedgerDatabase.template(database)),
                1,
                progress,
                stop,
                Duration.ofMinutes(1),
                () -> {
                  asked.countDown();
                  throw new CannotCreateTransactionException("cut off");
                })) {
      assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(watch.hasLostPatience()).isFalse();
    }
  }

  private static RemoteLedgers ledgers(JdbcTemplate jdbc) {
    return new RemoteLedgers(
        new CallLedger(jdbc),
        new PieceLedger(jdbc),
        new WorkerLedger(jdbc),
        new IntakeLedger(jdbc),
        new StagingLedger(jdbc));
  }
}
