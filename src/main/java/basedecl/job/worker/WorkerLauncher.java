package basedecl.job.worker;

import basedecl.job.launch.LogFile;
import basedecl.job.launch.Operator;
import basedecl.job.metrics.Watch;
import basedecl.job.run.StopSignal;
import basedecl.job.run.WorkFolder;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.run.Lease;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a worker for a command line until a signal asks it to leave. */
public final class WorkerLauncher {

  /** Left in good order. */
  public static final int LEFT = 0;

  private static final Logger LOG = LoggerFactory.getLogger(WorkerLauncher.class);

  /** As long as a lease outlives its owner's last word. */
  private static final Duration LONGEST_SILENCE =
      Duration.ofSeconds(Lease.SECONDS_WITHOUT_HEARTBEAT);

  /** Less than a statement waits for a lock (50 s): what a frozen worker wrote holds nobody up. */
  private static final Duration LONGEST_SILENCE_WRITING = Duration.ofSeconds(30);

  private final Operator operator;
  private final Map<String, String> environment;

  public WorkerLauncher(Operator operator, Map<String, String> environment) {
    this.operator = operator;
    this.environment = environment;
  }

  /**
   * Refuses settings that no worker can work by.
   *
   * @throws RefusedException naming what cannot work
   */
  public static void check(JobSettings settings) {
    String url = settings.text(CommonKeys.DATABASE);
    if (!settings.values().containsKey(CommonKeys.WORKERS.name())) {
      throw new RefusedException(Message.of("remote.job-reads-alone", settings.job()));
    }
    if (LedgerDatabase.isH2(url)) {
      throw new RefusedException(Message.of("remote.worker-needs-mariadb", url));
    }
  }

  /** Works until asked to leave; returns the exit status. */
  public int run(JobSettings settings, int threads, Worker.Orders orders) throws IOException {
    String name = Lease.self();
    Watch watch = Watch.overWorker(settings, name);
    WorkFolder work = new WorkFolder(settings.path(CommonKeys.WORK));
    work.create();
    LogFile.open(work.logOf(name), environment.containsKey("BASEDECL_DEBUG"));
    StopSignal stop = new StopSignal();
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> stopAndWait(stop, ended), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    String url = settings.text(CommonKeys.DATABASE);
    try (watch;
        HikariDataSource ledger =
            LedgerDatabase.openAmongOthers(
                url, Worker.connections(threads), environment, LONGEST_SILENCE_WRITING, true);
        HikariDataSource requests =
            LedgerDatabase.openAmongOthers(url, threads, environment, LONGEST_SILENCE, false)) {
      watch.over("ledger", ledger);
      watch.over("requests", requests);
      operator.say(Message.of("remote.waits", name, Integer.toString(threads)));
      new Worker(
              name,
              threads,
              ledger,
              requests,
              orders,
              operator.language(),
              operator::say,
              stop,
              watch)
          .work();
      operator.say(Message.of("remote.left"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
      LogFile.close();
    }
    return LEFT;
  }

  private static void stopAndWait(StopSignal stop, CountDownLatch ended) {
    stop.request();
    try {
      if (!ended.await(2, TimeUnit.MINUTES)) {
        LOG.error("The worker did not leave within two minutes of being asked to");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(LEFT);
  }
}
