package basedecl.job.declaration;

import basedecl.job.run.SideBySide;
import basedecl.job.run.SideBySide.Work;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Does works in turn on a thread of its own, behind the thread that hands them over: at most
 * {@value #BEHIND} are left to do, so that what they hold does not pile up. What they did is seen
 * by whoever has called {@link #finish}.
 */
final class Follower implements Closeable {

  private static final int BEHIND = 2;

  private final ExecutorService thread;
  private final Deque<Future<?>> left = new ArrayDeque<>();

  Follower(String name) {
    thread = SideBySide.threads(name, 1);
  }

  /**
   * Hands a work over; waits while too many are left to do.
   *
   * @throws IOException the failure of an earlier work
   */
  void then(Work<?> work) throws IOException {
    while (left.size() >= BEHIND) {
      SideBySide.result(left.remove());
    }
    left.add(thread.submit(work::result));
  }

  /**
   * Waits for all that was handed over.
   *
   * @throws IOException the first failure
   */
  void finish() throws IOException {
    while (!left.isEmpty()) {
      SideBySide.result(left.remove());
    }
  }

  /** Gives up what was not begun and waits for what is under way. */
  @Override
  public void close() throws IOException {
    left.forEach(each -> each.cancel(/* mayInterruptIfRunning= */ false));
    SideBySide.end(thread);
  }
}
