package basedecl.desk.submission;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Has forgotten what is not kept for ever, at the start and then every hour. */
public final class Housekeeping implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration BETWEEN = Duration.ofHours(1);

  private final List<Chore> chores;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "desk-housekeeping");
            thread.setDaemon(true);
            return thread;
          });

  /** Something of which what is old is forgotten. */
  @FunctionalInterface
  public interface Chore {
    void forgetOld() throws IOException;
  }

  public Housekeeping(List<Chore> chores) {
    this.chores = List.copyOf(chores);
    var unused =
        clock.scheduleWithFixedDelay(this::forget, 0, BETWEEN.toSeconds(), TimeUnit.SECONDS);
  }

  private void forget() {
    chores.forEach(Housekeeping::forgetOf);
  }

  /** What fails is tried again the next time. */
  private static void forgetOf(Chore chore) {
    try {
      chore.forgetOld();
    } catch (IOException | DataAccessException | TransactionException e) {
      LOG.warn("What is old could not be forgotten: {}", e.getClass().getName());
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
