package basedecl.job.run;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/**
 * Works of one step side by side, so many at a time. After a failure none is begun; those under way
 * come to their end, since a thread that is interrupted in a file of an H2 ledger would close it.
 */
public final class SideBySide {

  private static final int LONGEST_MINUTES = 10;

  private SideBySide() {}

  /** May fail as an output fails. */
  public interface Work<T> {
    T result() throws IOException;
  }

  /**
   * @return the results in the order of the works
   * @throws IOException the first failure, in that order
   */
  public static <T> List<T> all(String name, int threads, List<Work<T>> works) throws IOException {
    AtomicBoolean failed = new AtomicBoolean();
    ExecutorService pool = threads(name, threads);
    try {
      List<Future<T>> begun = new ArrayList<>();
      for (Work<T> work : works) {
        begun.add(pool.submit(() -> unlessFailed(work, failed)));
      }
      return results(begun);
    } finally {
      failed.set(true);
      pool.shutdown();
    }
  }

  /**
   * Two works, the first on a thread of its own; waits for both.
   *
   * @throws IOException the second one's failure, else the first one's
   */
  public static <A, B, T> T both(
      String name, Work<A> beside, Work<B> here, BiFunction<A, B, T> together) throws IOException {
    ExecutorService thread = threads(name, 1);
    try {
      Future<A> begun = thread.submit(beside::result);
      B second = here.result();
      return together.apply(result(begun), second);
    } finally {
      end(thread);
    }
  }

  /** Threads of one name that do not keep the process from ending. */
  public static ExecutorService threads(String name, int count) {
    return Executors.newFixedThreadPool(
        count,
        work -> {
          Thread thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * What a work came to; waits for it.
   *
   * @throws IOException the work's failure
   */
  public static <T> T result(Future<T> work) throws IOException {
    try {
      return work.get();
    } catch (ExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /**
   * Begins nothing more and waits for what is under way.
   *
   * @throws IOException if it does not come to its end within ten minutes
   */
  public static void end(ExecutorService threads) throws IOException {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        throw new IOException("A work does not come to its end");
      }
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** What a wait that was interrupted ends with. */
  public static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("Interrupted while works went on side by side");
  }

  private static <T> T unlessFailed(Work<T> work, AtomicBoolean failed) throws IOException {
    if (failed.get()) {
      throw new InterruptedIOException("Another work failed");
    }
    try {
      return work.result();
    } catch (IOException | RuntimeException | Error e) {
      failed.set(true);
      throw e;
    }
  }

  /** Waits for every one of them, so that nothing goes on once the step has failed. */
  private static <T> List<T> results(List<Future<T>> begun) throws IOException {
    List<T> results = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (Future<T> each : begun) {
      try {
        results.add(each.get());
      } catch (ExecutionException e) {
        failures.add(e.getCause() == null ? e : e.getCause());
      } catch (InterruptedException e) {
        throw interrupted();
      }
    }
    if (failures.isEmpty()) {
      return results;
    }
    throw failure(first(failures));
  }

  /** What failed, rather than what was not begun because of it. */
  private static Throwable first(List<Throwable> failures) {
    return failures.stream()
        .filter(each -> !(each instanceof InterruptedIOException))
        .findFirst()
        .orElse(failures.get(0));
  }

  private static IOException failure(Throwable first) {
    if (first instanceof RuntimeException unexpected) {
      throw unexpected;
    }
    return first instanceof IOException io ? io : new IOException("A work failed", first);
  }
}
