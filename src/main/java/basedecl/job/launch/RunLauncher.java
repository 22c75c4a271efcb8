package basedecl.job.launch;

import basedecl.job.metrics.Watch;
import basedecl.job.run.FailureCause;
import basedecl.job.run.Progress;
import basedecl.job.run.StopSignal;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.message.Message;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Runs one job once for a command line: opens log and ledger, runs, tells the operator how it
 * ended, and lets a signal end the run in good order.
 */
public final class RunLauncher {

  /** Done, a night with refused declarations included. */
  public static final int DONE = 0;

  /** Did not finish and can be run again. */
  public static final int FAILED = 1;

  private static final Logger LOG = LoggerFactory.getLogger(RunLauncher.class);

  private final Operator operator;
  private final Map<String, String> environment;

  public RunLauncher(Operator operator, Map<String, String> environment) {
    this.operator = operator;
    this.environment = environment;
  }

  /**
   * Runs the job; returns the exit status. Asked to stop, it ends after the current chunk; the
   * process then waits until the run is put away and the ledger closed.
   */
  public int run(Order order) {
    Watch watch = Watch.overRun(order.settings());
    StopSignal stop = new StopSignal();
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> stopAndWait(stop, ended), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try (watch) {
      return run(order, stop, watch);
    } finally {
      ended.countDown();
      removeHook(hook);
    }
  }

  private int run(Order order, StopSignal stop, Watch watch) {
    Optional<Message> noFolder = order.createFolders();
    if (noFolder.isPresent()) {
      operator.warn(noFolder.get());
      return FAILED;
    }
    LogFile.open(order.folder().log(), environment.containsKey("BASEDECL_DEBUG"));
    String url = order.url();
    try (HikariDataSource database =
            LedgerDatabase.openMigrated(url, LedgerRuns.connections(), environment);
        Progress progress = new Progress(operator.terminal())) {
      watch.over("ledger", database);
      int status =
          tell(new LedgerRuns(database, operator.language(), watch).run(order, stop, progress));
      watch.ended(status);
      return status;
    } catch (FlywayException | DataAccessException e) {
      LOG.error("The ledger could not be opened", e);
      operator.warn(notOpened(e, order));
      return FAILED;
    } finally {
      LogFile.close();
    }
  }

  private static Message notOpened(Exception failure, Order order) {
    if (FailureCause.isBusy(failure)) {
      return LedgerHolder.busy(order.url());
    }
    boolean disk = FailureCause.of(List.of(failure), order.isOnServer()) == FailureCause.DISK;
    return Message.of(disk ? "job.database-disk" : "job.database-failed", order.url());
  }

  private int tell(RunOutcome outcome) {
    if (outcome instanceof RunOutcome.Ended ended) {
      ended.summary().forEach(operator::say);
    }
    Message sentence = outcome.sentence(operator.language());
    if (outcome.isDone()) {
      operator.say(sentence);
      return DONE;
    }
    operator.warn(sentence);
    return FAILED;
  }

  /**
   * On SIGTERM: end after the current chunk, wait for the run to be put away, and leave with the
   * status of a run that can be run again; the virtual machine's own would be 143.
   */
  private static void stopAndWait(StopSignal stop, CountDownLatch ended) {
    stop.request();
    try {
      if (!ended.await(10, TimeUnit.MINUTES)) {
        LOG.error("The run did not end within ten minutes of being asked to");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(FAILED);
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.info("Stopping as asked");
    }
  }
}
