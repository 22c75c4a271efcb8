package basedecl.desk.submission;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Forgets old uploads, at the start and then every hour. */
public final class Housekeeping implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration BETWEEN = Duration.ofHours(1);

  private final Submissions submissions;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "desk-housekeeping");
            thread.setDaemon(true);
            return thread;
          });

  public Housekeeping(Submissions submissions) {
    this.submissions = submissions;
    var unused =
        clock.scheduleWithFixedDelay(this::forget, 0, BETWEEN.toSeconds(), TimeUnit.SECONDS);
  }

  /** What fails is tried again the next time. */
  private void forget() {
    try {
      submissions.forgetOld();
    } catch (IOException | DataAccessException e) {
      LOG.warn("Old uploads could not be forgotten: {}", e.getClass().getName());
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
