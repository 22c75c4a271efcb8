package basedecl.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What further workers add to a night on MariaDB. For each number of them a fresh ledger and fresh
 * processes, each with one thread and kept to a share of a core from its first moment. They read a
 * part of the night first, since a worker that lives for years is not measured by its first minute:
 * each of them as much as any worker of any number. Then the ledger is emptied, and they read the
 * whole night, which is what is measured. Workbooks are left out; run and server are not limited.
 */
final class WorkersBench {

  /** One employer in so many is read by each worker beforehand. */
  private static final int WARMING = 8;

  /** Larger ones would leave other workers cold. */
  private static final int LARGEST_WARMING = 10;

  private static final String FIRST = "2024-01-26";
  private static final String SECOND = "2024-01-27";
  private static final String THIRD = "2024-01-28";

  /** Of the employers, those read while another worker comes. */
  private static final int JOINED = 2;

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
    try (CoreLimit limit = CoreLimit.here(settings.percent())) {
      System.out.println(
          "workers  limited to " + settings.percent() + " % of a core each by " + limit.way());
      for (int workers : settings.workers()) {
        measurements.add(median(workers, workers == most, limit), BenchTables.machine());
      }
    }
  }

  private WorkersMeasured median(int workers, boolean last, CoreLimit limit) throws IOException {
    List<WorkersMeasured> repeated = new ArrayList<>();
    for (int i = 0; i < settings.runs(); i++) {
      WorkersMeasured measured = measured(workers, last && i == 0, limit);
      say(measured);
      repeated.add(measured);
    }
    List<WorkersMeasured> whole =
        repeated.stream()
            .filter(WorkersMeasured::isWhole)
            .sorted(Comparator.comparingDouble(WorkersMeasured::seconds))
            .toList();
    return whole.isEmpty() ? repeated.get(0) : whole.get(whole.size() / 2);
  }

  private WorkersMeasured measured(int workers, boolean last, CoreLimit limit) throws IOException {
    try {
      return night(workers, last, limit);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", interrupted);
    } catch (Exception failed) {
      return WorkersMeasured.failed(
          workers, settings.percent(), limit.way(), String.valueOf(failed.getMessage()));
    }
  }

  private WorkersMeasured night(int workers, boolean last, CoreLimit limit) throws Exception {
    Bench.clear(folder);
    Files.createDirectories(folder);
    BenchDatabase database = BenchDatabase.fresh("MariaDB", "workers", folder);
    double load = MeasuredProcess.load();
    List<Integer> all = IntStream.range(0, plan.employers()).boxed().toList();
    WorkersMeasured night;
    try (HikariDataSource ledger = database.ledger(2)) {
      try (WorkersNight nights =
          new WorkersNight(launcher, folder, data, database, ledger, limit, settings.timeout())) {
        nights.begin(workers);
        for (int done = 0; done < workers; done += WARMING) {
          List<Integer> warming = small(Math.min(WARMING, workers - done));
          nights.run(paths(warming), FIRST, peopleOf(warming));
          database.empty(ledger);
        }
        WorkersNight.Taken taken = nights.run(paths(all), SECOND, peopleOf(all));
        if (taken.workers() < workers) {
          throw new IOException("only " + taken.workers() + " workers read");
        }
        double joined = 0;
        if (workers == 1) {
          database.empty(ledger);
          joined = joined(nights);
        }
        night =
            new WorkersMeasured(
                workers,
                settings.percent(),
                limit.way(),
                peopleOf(all),
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
      if (last) {
        stores(database);
      }
    }
    Bench.clear(folder);
    return night;
  }

  /** A figure beside the night's, which stands without it. */
  private double joined(WorkersNight nights) throws InterruptedException {
    try {
      return nights.joined(paths(small(JOINED)), THIRD);
    } catch (IOException failed) {
      System.out.println("workers  one more: FAILED, " + failed.getMessage());
      return 0;
    }
  }

  private void stores(BenchDatabase database) {
    for (int connections : settings.workers()) {
      try {
        StoreMeasured stored = StoreLimit.measure(database, connections, STORED);
        say(stored);
        measurements.add(stored, BenchTables.machine());
      } catch (IOException | SQLException failed) {
        System.out.println("store    " + connections + ": FAILED, " + failed.getMessage());
      }
    }
  }

  /** So many shares of the employers that are not large. */
  private List<Integer> small(int shares) {
    int large = LARGEST_WARMING * (settings.largest() / plan.employers());
    return IntStream.range(0, plan.employers())
        .filter(employer -> employer % WARMING < shares && plan.size(employer) <= large)
        .boxed()
        .toList();
  }

  private List<String> paths(List<Integer> employers) {
    return employers.stream().map(plan::path).toList();
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
                + " busy, %.0f %% by others%s%s",
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
