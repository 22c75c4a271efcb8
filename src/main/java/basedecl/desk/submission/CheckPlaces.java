package basedecl.desk.submission;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many files are read at a time: reading takes processor and memory, so whoever comes when all
 * places are taken waits a little and is then asked to come again.
 */
public final class CheckPlaces {

  private final Semaphore free;
  private final Duration patience;

  public CheckPlaces(int places, Duration patience) {
    this.free = new Semaphore(places, true);
    this.patience = patience;
  }

  /** Reads something. */
  public interface Reading<T> {
    T read() throws IOException;
  }

  /** No place came free in time. */
  public static final class NoPlaceException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @throws NoPlaceException where none came free in time
   */
  public <T> T in(Reading<T> reading) throws IOException {
    try {
      if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new NoPlaceException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoPlaceException();
    }
    try {
      return reading.read();
    } finally {
      free.release();
    }
  }
}
