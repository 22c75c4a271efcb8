package basedecl.file;

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
 * Hands what is written to a thread of its own, in order, so that what makes the bytes and what is
 * done with them, compressing or digesting, share the cores. The first {@value #STRAIGHT} bytes go
 * straight through: a small file starts no thread. At most {@value #BUFFERS} buffers of {@value
 * #BUFFER} bytes wait. A failure of the thread is thrown by the next call.
 */
public final class BackgroundStream extends OutputStream {

  static final int STRAIGHT = 1 << 20;
  private static final int BUFFERS = 16;
  private static final int BUFFER = 1 << 16;

  private final String name;
  private final OutputStream out;
  private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BUFFERS);
  private volatile Optional<Throwable> failure = Optional.empty();
  private Optional<ExecutorService> thread = Optional.empty();
  private long written;

  /**
   * @param name of the thread
   * @param out is written to by that thread alone once it runs, and not closed
   */
  public BackgroundStream(String name, OutputStream out) {
    this.name = name;
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
  public void settle() throws IOException {
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
        throw new InterruptedIOException("Interrupted while a file was written");
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
                    Thread started = new Thread(task, name);
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
        free.add(new byte[BUFFER]);
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
      throw new InterruptedIOException("Interrupted while a file was written");
    }
  }

  private void checkFailure() throws IOException {
    Optional<Throwable> failed = failure;
    if (failed.isPresent()) {
      throw new IOException("The file could not be written", failed.get());
    }
  }
}
