package basedecl.desk.account;

import basedecl.desk.page.DeskSettings;
import basedecl.job.account.By;
import basedecl.job.account.ClerkImport;
import basedecl.job.account.ClerkImport.Plan;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the accounts of all employers beside the pages, since a city's take minutes: one import at
 * a time, so that no two sheets say different passwords for one account.
 */
final class Imports implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
  private static final int PATIENCE_SECONDS = 15;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "desk-import");
            made.setDaemon(true);
            return made;
          });

  private final ClerkImport clerks;
  private final Sheets sheets;
  private final DeskSettings desk;
  private State state = State.NONE;

  Imports(ClerkImport clerks, Sheets sheets, DeskSettings desk) {
    this.clerks = clerks;
    this.sheets = sheets;
    this.desk = desk;
  }

  /** How far an import is. */
  enum State {
    NONE,
    UNDER_WAY,
    /** Nothing was made; the log says why. */
    FAILED
  }

  synchronized State state() {
    return state;
  }

  private synchronized void be(State now) {
    state = now;
  }

  /** Begins one, unless one is under way or its last sheet was not fetched yet. */
  synchronized void begin(long account, String address, By by) {
    if (state != State.UNDER_WAY && sheets.waiting(account).isEmpty()) {
      state = State.UNDER_WAY;
      thread.execute(() -> work(account, address, by));
    }
  }

  private void work(long account, String address, By by) {
    State end = State.FAILED;
    try {
      Plan plan = clerks.plan();
      if (!plan.places().isEmpty()) {
        clerks.make(plan, sheets.making(account), desk.businessDate(), address, by);
        sheets.made(account);
      }
      end = State.NONE;
    } catch (IOException | RuntimeException e) {
      LOG.error("The accounts of employers could not be made: {}", e.getClass().getName());
    } finally {
      be(end);
    }
  }

  /** Waits a little for the one under way; never interrupted, which would close an H2 ledger. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("An import of accounts is cut off; none of them is made");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
