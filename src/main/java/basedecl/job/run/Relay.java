package basedecl.job.run;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Passes what one thread reads to another that works on it, in order, so that reading a ledger and
 * writing a workbook overlap. At most {@value #BATCHES} batches of {@value #BATCH} wait. A failure
 * of the work is thrown by a later call of the reading thread, {@link #finish()} at the latest.
 */
public final class Relay<T> implements AutoCloseable {

  private static final int BATCH = 500;
  private static final int BATCHES = 8;

  /** The work to be done on each item; may fail as an output fails. */
  public interface Work<T> {
    void on(T item) throws IOException;
  }

  private final BlockingQueue<List<T>> waiting = new ArrayBlockingQueue<>(BATCHES);
  private final Thread thread;
  private volatile Optional<Throwable> failure = Optional.empty();
  private List<T> batch = new ArrayList<>(BATCH);

  public Relay(String name, Work<T> work) {
    thread = new Thread(() -> work(work), name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Hands an item over; waits where the work is behind. */
  public void add(T item) throws IOException {
    batch.add(item);
    if (batch.size() == BATCH) {
      pass();
    }
  }

  /** Waits until everything handed over has been worked on. */
  public void finish() throws IOException {
    if (!batch.isEmpty()) {
      pass();
    }
    end();
    checkFailure();
  }

  /** Ends the second thread; what it has not worked on yet is left. */
  @Override
  public void close() throws IOException {
    if (thread.isAlive()) {
      failure = failure.or(() -> Optional.of(new InterruptedIOException("Given up")));
      end();
    }
  }

  private void pass() throws IOException {
    checkFailure();
    put(batch);
    batch = new ArrayList<>(BATCH);
  }

  /** An empty batch is the last. */
  private void end() throws IOException {
    put(List.of());
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private void put(List<T> items) throws IOException {
    try {
      waiting.put(items);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private void work(Work<T> work) {
    try {
      for (List<T> items = waiting.take(); !items.isEmpty(); items = waiting.take()) {
        if (failure.isEmpty()) {
          try {
            for (T item : items) {
              work.on(item);
            }
          } catch (IOException | RuntimeException | Error e) {
            failure = Optional.of(e);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void checkFailure() throws IOException {
    Optional<Throwable> failed = failure;
    if (failed.isPresent()) {
      if (failed.get() instanceof IOException io) {
        throw io;
      }
      if (failed.get() instanceof RuntimeException unexpected) {
        throw unexpected;
      }
      throw new IOException("The work on what was read failed", failed.get());
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("Interrupted while work was passed on");
  }
}
