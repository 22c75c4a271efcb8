package basedecl.job.run;

import basedecl.ledger.run.Lease;
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
    beats =
        timer.scheduleAtFixedRate(
            () -> beat(lease, fence, stop),
            Lease.HEARTBEAT_SECONDS,
            Lease.HEARTBEAT_SECONDS,
            TimeUnit.SECONDS);
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

  @Override
  public void close() {
    beats.cancel(true);
    timer.shutdownNow();
  }
}
