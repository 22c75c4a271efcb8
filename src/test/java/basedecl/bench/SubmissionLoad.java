package basedecl.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Clerks who submit, so many a second whatever becomes of them: choose the employer, upload, look
 * at the check, confirm, pledge, look at the receipt, and look at its state every two seconds, as
 * its page does, until it is final.
 */
final class SubmissionLoad {

  private static final long LOOK_MILLIS = 2_000;
  private static final int PATIENCE_SECONDS = 60;

  private final List<Clerk> clerks;
  private final int aSecond;
  private final List<Double> receipts = Collections.synchronizedList(new ArrayList<>());
  private final List<Double> verdicts = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final ScheduledExecutorService looks = Executors.newScheduledThreadPool(8);

  /** A browser, and the thread in which it does one thing after the other. */
  private record Clerk(BenchClerk browser, ExecutorService thread) {}

  /** What is declared for an employer. */
  record Declaration(String employer, Path workbook) {}

  /**
   * What came of it.
   *
   * @param receipts seconds from the first page to the receipt
   * @param verdicts seconds from the receipt to the page that says accepted
   * @param failed whatever was answered otherwise, or not in time
   * @param refused not accepted in the end
   */
  record Came(List<Double> receipts, List<Double> verdicts, int failed, int refused) {}

  SubmissionLoad(List<BenchClerk> browsers, int aSecond) {
    this.clerks =
        browsers.stream()
            .map(browser -> new Clerk(browser, Executors.newSingleThreadExecutor()))
            .toList();
    this.aSecond = aSecond;
  }

  /**
   * Submits them all, each by one who may.
   *
   * @param ofClerk the declarations of each clerk in turn
   */
  Came run(List<List<Declaration>> ofClerk) {
    int all = ofClerk.stream().mapToInt(List::size).sum();
    open.set(all);
    long begin = System.nanoTime();
    for (int i = 0; i < all; i++) {
      LockSupport.parkNanos(begin + i * 1_000_000_000L / aSecond - System.nanoTime());
      Clerk clerk = clerks.get(i % clerks.size());
      Declaration declaration = ofClerk.get(i % clerks.size()).get(i / clerks.size());
      long due = System.nanoTime();
      clerk.thread().execute(() -> submit(clerk.browser(), declaration, due));
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (open.get() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(50_000_000);
    }
    clerks.forEach(clerk -> clerk.thread().shutdownNow());
    looks.shutdownNow();
    return new Came(sorted(receipts), sorted(verdicts), failed.get() + open.get(), refused.get());
  }

  private static List<Double> sorted(List<Double> seconds) {
    List<Double> sorted = new ArrayList<>(seconds);
    sorted.sort(null);
    return sorted;
  }

  private void submit(BenchClerk clerk, Declaration declaration, long due) {
    try {
      clerk.fill("/declare", Map.of("employer", declaration.employer()));
      HttpResponse<String> upload =
          clerk.upload(clerk.token("/declare/upload"), Files.readAllBytes(declaration.workbook()));
      String check = BenchClerk.location(upload);
      require(clerk.get(check));
      String confirm = check.replace("/check/", "/confirm/");
      HttpResponse<String> pledged = clerk.fill(confirm, Map.of("pledge", "yes"));
      String receipt = BenchClerk.location(pledged);
      require(clerk.get(receipt));
      long shown = System.nanoTime();
      receipts.add((shown - due) / 1e9);
      lookLater(clerk, receipt + "/state", shown);
    } catch (IOException e) {
      fail(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookLater(BenchClerk clerk, String page, long shown) {
    var unused = looks.schedule(() -> look(clerk, page, shown), LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look(BenchClerk clerk, String page, long shown) {
    try {
      String state = require(clerk.get(page)).body();
      if (state.contains("hx-get")) {
        lookLater(clerk, page, shown);
        return;
      }
      if (state.contains("notice good")) {
        verdicts.add((System.nanoTime() - shown) / 1e9);
      } else {
        refused.incrementAndGet();
      }
      open.decrementAndGet();
    } catch (IOException e) {
      fail(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fail(IOException e) {
    if (failed.incrementAndGet() == 1) {
      System.err.println("The first submission that failed: " + e.getMessage());
    }
    open.decrementAndGet();
  }

  private static HttpResponse<String> require(HttpResponse<String> page) throws IOException {
    if (page.statusCode() != 200) {
      throw new IOException(page.uri().getPath() + " answered " + page.statusCode());
    }
    return page;
  }
}
