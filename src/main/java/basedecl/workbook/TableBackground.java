package basedecl.workbook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Hands what is written to a second thread, in order, so that reading rows and compressing them
 * take turns on two cores: compressing is half the work of a large table. The first {@value
 * #STRAIGHT} bytes go straight through: a small workbook starts no thread. At most {@value
 * #BUFFERS} buffers wait. A failure of the second thread is thrown by the next call.
 */
final class TableBackground extends OutputStream {

  static final int STRAIGHT = 1 << 20;
  private static final int BUFFERS = 16;

  private final OutputStream out;
  private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BUFFERS);
  private volatile Optional<Throwable> failure = Optional.empty();
  private Optional<ExecutorService> thread = Optional.empty();
  private long written;

  TableBackground(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (written + length <= STRAIGHT) {
      out.write(bytes, offset, length);
      written += length;
      return;
    }
    int from = offset;
    int left = length;
    while (left > 0) {
      byte[] buffer = freeBuffer();
      int count = Math.min(left, buffer.length);
      System.arraycopy(bytes, from, buffer, 0, count);
      thread().execute(() -> pass(buffer, count));
      from += count;
      left -= count;
    }
    written += length;
  }

  /** Waits until everything has been passed on. */
  void settle() throws IOException {
    if (thread.isPresent()) {
      BlockingQueue<Boolean> reached = new ArrayBlockingQueue<>(1);
      thread.get().execute(() -> reached.add(true));
      take(reached);
      checkFailure();
    }
  }

  /** Ends the second thread after what waits for it. */
  @Override
  public void close() throws IOException {
    if (thread.isPresent()) {
      ExecutorService ending = thread.get();
      ending.shutdown();
      try {
        ending.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("Interrupted while a table was written");
      }
    }
  }

  private void pass(byte[] buffer, int count) {
    try {
      if (failure.isEmpty()) {
        out.write(buffer, 0, count);
      }
    } catch (IOException | RuntimeException | Error e) {
      failure = Optional.of(e);
    } finally {
      free.add(buffer);
    }
  }

  private ExecutorService thread() {
    if (thread.isEmpty()) {
      thread =
          Optional.of(
              Executors.newSingleThreadExecutor(
                  task -> {
                    Thread started = new Thread(task, "table-compression");
                    started.setDaemon(true);
                    return started;
                  }));
    }
    return thread.get();
  }

  private byte[] freeBuffer() throws IOException {
    checkFailure();
    if (thread.isEmpty()) {
      for (int i = 0; i < BUFFERS; i++) {
        free.add(new byte[TableBytes.SIZE]);
      }
      thread();
    }
    return take(free);
  }

  private static <T> T take(BlockingQueue<T> queue) throws IOException {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while a table was written");
    }
  }

  private void checkFailure() throws IOException {
    Optional<Throwable> failed = failure;
    if (failed.isPresent()) {
      throw new IOException("The table could not be written", failed.get());
    }
  }
}
