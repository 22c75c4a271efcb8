package basedecl.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What further workers add to a night on MariaDB. For each number of them a fresh ledger and fresh
 * processes, each with one thread and kept to a share of a core from its first moment. They read a
 * small night first, since a worker that lives for years is not measured by its first minute: each
 * of them about as much as any worker of any number. Then they read the night that is measured, the
 * same files for each number. Workbooks are left out; run and server are not limited.
 */
final class WorkersBench {

  /** One employer in so many is read by each worker in the small night. */
  private static final int WARMING = 32;

  /** Larger ones would leave other workers cold. */
  private static final int LARGEST_WARMING = 10;

  private static final String FIRST = "2024-01-26";
  private static final String SECOND = "2024-01-27";
  private static final String THIRD = "2024-01-28";

  /** Rows that are stored again to see what the database takes, at most. */
  private static final int STORED = 500_000;

  private final BenchSettings settings;
  private final Measurements measurements;
  private final NightPlan plan;
  private final Path data;
  private final Path folder;
  private final List<String> launcher;

  WorkersBench(
      BenchSettings settings,
      Measurements measurements,
      NightPlan plan,
      Path data,
      Path folder,
      List<String> launcher) {
    this.settings = settings;
    this.measurements = measurements;
    this.plan = plan;
    this.data = data;
    this.folder = folder;
    this.launcher = launcher;
  }

  void measure() throws IOException {
    int most = settings.workers().get(settings.workers().size() - 1);
    if (most > WARMING / 2) {
      throw new IllegalArgumentException("WORKERS are at most " + WARMING / 2);
    }
    try (CoreLimit limit = CoreLimit.here(settings.percent())) {
      System.out.println(
          "workers  limited to " + settings.percent() + " % of a core each by " + limit.way());
      for (int workers : settings.workers()) {
        WorkersMeasured measured = measured(workers, most, limit);
        say(measured);
        measurements.add(measured, BenchTables.machine());
      }
    }
  }

  private WorkersMeasured measured(int workers, int most, CoreLimit limit) throws IOException {
    try {
      return night(workers, most, limit);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", interrupted);
    } catch (Exception failed) {
      return WorkersMeasured.failed(
          workers, settings.percent(), limit.way(), String.valueOf(failed.getMessage()));
    }
  }

  private WorkersMeasured night(int workers, int most, CoreLimit limit) throws Exception {
    Bench.clear(folder);
    Files.createDirectories(folder);
    BenchDatabase database = BenchDatabase.fresh("MariaDB", "workers", folder);
    double load = MeasuredProcess.load();
    List<Integer> warming = employers(0, workers);
    List<Integer> measured = employers(most, WARMING);
    WorkersMeasured night;
    try (HikariDataSource ledger = database.ledger(2)) {
      try (WorkersNight nights =
          new WorkersNight(launcher, folder, data, database, ledger, limit, settings.timeout())) {
        nights.begin(workers);
        nights.run(warming.stream().map(plan::path).toList(), FIRST, peopleOf(warming));
        WorkersNight.Taken taken =
            nights.run(measured.stream().map(plan::path).toList(), SECOND, peopleOf(measured));
        if (taken.workers() < workers) {
          throw new IOException("only " + taken.workers() + " workers read");
        }
        List<Integer> rest = employers(workers, most);
        double joined =
            workers == 1 && !rest.isEmpty()
                ? nights.joined(rest.stream().map(plan::path).toList(), THIRD)
                : 0;
        night =
            new WorkersMeasured(
                workers,
                settings.percent(),
                limit.way(),
                peopleOf(measured),
                taken.seconds(),
                taken.workersCpu(),
                taken.serverCpu(),
                taken.runCpu(),
                taken.busy(),
                Runtime.getRuntime().availableProcessors(),
                load,
                joined,
                "");
      }
      if (night.used() > 1.1) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "the limit did not hold: the workers took %.0f %% of what they were allowed",
                night.used() * 100));
      }
      if (workers == most) {
        for (int connections : settings.workers()) {
          StoreMeasured stored = StoreLimit.measure(database, connections, STORED);
          say(stored);
          measurements.add(stored, BenchTables.machine());
        }
      }
    }
    Bench.clear(folder);
    return night;
  }

  /** The employers of these shares; the largest ones are in the last share always. */
  private List<Integer> employers(int from, int to) {
    int large = LARGEST_WARMING * (settings.largest() / plan.employers());
    return IntStream.range(0, plan.employers())
        .filter(
            employer -> {
              int share = plan.size(employer) > large ? WARMING - 1 : employer % WARMING;
              return share >= from && share < to;
            })
        .boxed()
        .toList();
  }

  private long peopleOf(List<Integer> employers) {
    return employers.stream().mapToLong(plan::size).sum();
  }

  private void say(WorkersMeasured m) {
    if (!m.isWhole()) {
      System.out.println("workers  " + m.workers() + ": FAILED, " + m.failure());
      return;
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "workers  %d: %,d rows in %.2f s, %,.0f rows/s, %,.0f rows a second of their processor"
                + " time, took %.0f %% of their share; server %.2f cores, run %.2f; machine %.0f %%"
                + " busy, %.0f %% of it with others%s%s",
            m.workers(),
            m.rows(),
            m.seconds(),
            m.rowsPerSecond(),
            m.rowsPerCpuSecond(),
            m.used() * 100,
            m.serverCpu() / m.seconds(),
            m.runCpu() / m.seconds(),
            m.busyShare() * 100,
            m.othersShare() * 100,
            m.isBoundByMachine() ? "; THE MACHINE IS THE LIMIT" : "",
            m.joined() > 0
                ? String.format(
                    Locale.ROOT, "; a worker that came in the middle read after %.2f s", m.joined())
                : ""));
  }

  private static void say(StoreMeasured m) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "store    %d connections: %,d rows in %.2f s, %,.0f rows/s, server %.2f cores, %.2f µs a"
                + " row; machine %.0f %% busy",
            m.connections(),
            m.rows(),
            m.seconds(),
            m.rowsPerSecond(),
            m.serverCpu() / m.seconds(),
            m.serverMicrosPerRow(),
            m.busy() / m.seconds() / m.cores() * 100));
  }
}
