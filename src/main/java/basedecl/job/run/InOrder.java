package basedecl.job.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Works done side by side whose results are taken one by one, in the order of the works. So many
 * are begun ahead of the one that is asked for, and no more, so that results do not pile up. After
 * a failure none is begun; those under way come to their end, since a thread that is interrupted in
 * a file of an H2 ledger would close it.
 */
public final class InOrder<T> implements AutoCloseable {

  private final ExecutorService pool;
  private final Iterator<SideBySide.Work<T>> works;
  private final int ahead;
  private final Deque<Future<T>> begun = new ArrayDeque<>();

  /**
   * @param ahead works that are under way or done and not asked for yet
   */
  public InOrder(String name, int threads, int ahead, Iterator<SideBySide.Work<T>> works) {
    this.works = works;
    this.ahead = ahead;
    this.pool = SideBySide.threads(name, threads);
  }

  /**
   * The next result; waits for it. Empty behind the last.
   *
   * @throws IOException the work's failure
   */
  public Optional<T> next() throws IOException {
    while (begun.size() < ahead && works.hasNext()) {
      SideBySide.Work<T> work = works.next();
      begun.add(pool.submit(work::result));
    }
    return begun.isEmpty() ? Optional.empty() : Optional.of(SideBySide.result(begun.remove()));
  }

  /** Begins nothing more and waits for what is under way. */
  @Override
  public void close() throws IOException {
    begun.forEach(each -> each.cancel(/* mayInterruptIfRunning= */ false));
    SideBySide.end(pool);
  }
}
