package basedecl.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What any program has to do that turns this inbox into this ledger and these workbooks, and
 * nothing else, by the fastest means: unpack the files without reading them and store as many rows
 * of the same columns ({@link FloorRows}), then compress and write the product's own sheets ({@link
 * FloorOutputs}). Two threads each. It parses nothing, checks nothing, hashes nothing and knows no
 * versions.
 */
public final class Floor {

  private static final int THREADS = 2;

  private Floor() {}

  /**
   * Does it.
   *
   * @param arguments inbox, folder of unpacked outputs, target folder, JDBC address, user, people,
   *     employers, seed
   */
  public static void main(String[] arguments) throws Exception {
    long begin = System.nanoTime();
    int people = Integer.parseInt(arguments[5]);
    int employers = Integer.parseInt(arguments[6]);
    long seed = Long.parseLong(arguments[7]);
    NightPlan plan =
        employers == 1 ? NightPlan.one(people, seed) : NightPlan.many(people, employers, seed);
    FloorRows.store(plan, Path.of(arguments[0]), arguments[3], arguments[4]);
    long stored = System.nanoTime();
    FloorOutputs.write(Path.of(arguments[1]), Path.of(arguments[2]));
    MeasuredProcess.tellPhase("unpack and store", begin, stored);
    MeasuredProcess.tellPhase("compress and write", stored, System.nanoTime());
  }

  /** The same work in two threads, to its end. */
  static void inThreads(Callable<Boolean> work) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Boolean>> ends = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        ends.add(pool.submit(work));
      }
      for (Future<Boolean> end : ends) {
        end.get();
      }
    } catch (ExecutionException failed) {
      throw new IOException("A thread failed", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", interrupted);
    } finally {
      pool.shutdownNow();
    }
  }
}
