package basedecl.job.declaration;

import basedecl.job.run.SideBySide;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One long work whose result is taken piece by piece while a thread of its own makes the next: at
 * most two pieces are held, however long the work. It is never interrupted, since a thread that is
 * interrupted in a file of an H2 ledger would close it; given up, it ends with its next piece.
 */
final class InPieces<T> implements Closeable {

  private final BlockingQueue<Optional<T>> made = new ArrayBlockingQueue<>(1);
  private final ExecutorService thread;
  private final Future<?> work;
  private volatile boolean closed;

  /** Where pieces go, in order. */
  interface Taking<T> {
    void take(T piece) throws IOException;
  }

  /** The work. */
  interface Making<T> {
    void into(Taking<T> taking) throws IOException;
  }

  /** Begins the work. */
  InPieces(String name, Making<T> making) {
    thread = SideBySide.threads(name, 1);
    work =
        thread.submit(
            () -> {
              making.into(piece -> put(Optional.of(piece)));
              put(Optional.empty());
              return null;
            });
  }

  /**
   * The next piece; waits for it. Empty behind the last.
   *
   * @throws IOException the work's failure
   */
  Optional<T> next() throws IOException {
    try {
      while (true) {
        Optional<T> next = made.poll(100, TimeUnit.MILLISECONDS);
        if (next != null) {
          return next;
        }
        if (work.isDone() && made.isEmpty()) {
          SideBySide.result(work);
          return Optional.empty();
        }
      }
    } catch (InterruptedException e) {
      throw SideBySide.interrupted();
    }
  }

  private void put(Optional<T> piece) throws IOException {
    try {
      while (!made.offer(piece, 100, TimeUnit.MILLISECONDS)) {
        if (closed) {
          throw new IOException("Nobody waits for this work any more");
        }
      }
    } catch (InterruptedException e) {
      throw SideBySide.interrupted();
    }
  }

  /** Gives the work up and waits for it. */
  @Override
  public void close() throws IOException {
    closed = true;
    SideBySide.end(thread);
  }
}
