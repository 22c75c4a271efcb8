package basedecl.job.launch;

import basedecl.job.run.StopSignal;
import basedecl.ledger.run.Lease;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Renews the lease while the run lasts, and asks the run to stop when it is lost. */
final class Heartbeat implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  /** As long as a connection or a lock is waited for. */
  private static final int LONGEST_BEAT_SECONDS = 60;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "heartbeat");
            thread.setDaemon(true);
            return thread;
          });
  private final ScheduledFuture<?> beats;
  private volatile boolean lost;

  Heartbeat(Lease lease, long fence, StopSignal stop) {
    this(lease, fence, stop, Duration.ofSeconds(Lease.HEARTBEAT_SECONDS));
  }

  Heartbeat(Lease lease, long fence, StopSignal stop, Duration between) {
    beats =
        timer.scheduleAtFixedRate(
            () -> beat(lease, fence, stop),
            between.toMillis(),
            between.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Whether another run has taken over. */
  boolean isLost() {
    return lost;
  }

  private void beat(Lease lease, long fence, StopSignal stop) {
    try {
      if (!lease.renew(fence)) {
        lost = true;
        stop.request();
      }
    } catch (DataAccessException e) {
      LOG.warn("The heartbeat could not be written: {}", e.getClass().getName());
    }
  }

  /**
   * Waits for a beat under way. It is never interrupted: an interrupt in the middle of a statement
   * closes the file of an H2 ledger under everybody who has it open.
   */
  @Override
  public void close() {
    beats.cancel(false);
    timer.shutdown();
    try {
      if (!timer.awaitTermination(LONGEST_BEAT_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("A heartbeat is still being written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
