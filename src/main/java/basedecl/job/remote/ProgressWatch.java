package basedecl.job.remote;

import basedecl.job.run.Progress;
import basedecl.job.run.StopSignal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Looks every second how far the workers are, shows it, and ends the waiting for them where the run
 * is to stop or none of them got on for too long.
 */
final class ProgressWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ProgressWatch.class);

  private static final long BETWEEN_MILLIS = 1_000;

  /** At most this part of the time is spent looking. */
  private static final int SELDOM = 10;

  private final RemoteLedgers ledgers;
  private final long runId;
  private final Progress progress;
  private final StopSignal stop;
  private final Duration patience;
  private final Runnable takeBack;
  private final long filesBefore;
  private final Thread thread;
  private volatile List<Long> pieces = List.of();
  private volatile boolean closed;
  private volatile boolean impatient;

  /** What grows while anybody gets on. */
  private record Reached(long files, long persons, long begun) {}

  ProgressWatch(
      RemoteLedgers ledgers,
      long runId,
      Progress progress,
      StopSignal stop,
      Duration patience,
      Runnable takeBack) {
    this.ledgers = ledgers;
    this.runId = runId;
    this.progress = progress;
    this.stop = stop;
    this.patience = patience;
    this.takeBack = takeBack;
    this.filesBefore = ledgers.intake().stored(runId);
    this.thread = new Thread(this::watch, "workers-watch");
    thread.setDaemon(true);
    thread.start();
  }

  /** The step executions that are waited for from now on. */
  void waitFor(Collection<Long> ids) {
    pieces = List.copyOf(ids);
  }

  List<Long> pieces() {
    return pieces;
  }

  boolean hasLostPatience() {
    return impatient;
  }

  private void watch() {
    Reached before = new Reached(filesBefore, -1, -1);
    long since = System.nanoTime();
    long pause = BETWEEN_MILLIS;
    try {
      while (!closed) {
        TimeUnit.MILLISECONDS.sleep(pause);
        if (closed) {
          return;
        }
        long asked = System.nanoTime();
        try {
          if (stop.isRequested() || impatient) {
            takeBack.run();
            continue;
          }
          Reached now = reached();
          progress.step(Math.max(0, now.files() - before.files()));
          if (!now.equals(before)) {
            since = asked;
          }
          before = now;
          impatient = asked - since > patience.toNanos();
        } catch (DataAccessException | TransactionException e) {
          LOG.warn("The workers could not be looked after: {}", e.getClass().getName());
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
        pause = Math.max(BETWEEN_MILLIS, SELDOM * took);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Reached reached() {
    return new Reached(
        ledgers.intake().stored(runId),
        ledgers.workers().persons(runId),
        ledgers.pieces().begun(runId));
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
