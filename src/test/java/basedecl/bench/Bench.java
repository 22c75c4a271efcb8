package basedecl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures the product, the {@link Floor} and the {@link UsualProgram} on the same inboxes, each as
 * a process of its own from its start to its end, and writes {@code target/bench/results.json} and
 * {@code results.md}. A part that fails is told, and the others go on.
 */
public final class Bench {

  static final Path RESULTS = Path.of("target", "bench", "results.json");
  private static final Path RUNS = Path.of("target", "bench", "run");
  private static final Path LAUNCHER = Path.of("bin", "base-declaration");
  private static final String NIGHT_ONE = "2024-01-26";
  private static final String NIGHT_TWO = "2024-01-27";
  private static final String NIGHT_THREE = "2024-01-28";

  private final BenchSettings settings;
  private final Measurements measurements;

  /** The product's last one, which a second night goes on with. */
  private BenchDatabase ledger;

  private Bench(BenchSettings settings) throws IOException {
    this.settings = settings;
    this.measurements = Measurements.at(RESULTS);
  }

  /**
   * Measures.
   *
   * @param arguments {@code NAME=VALUE}, see {@link BenchSettings}
   */
  public static void main(String[] arguments) throws IOException {
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    Bench bench = new Bench(BenchSettings.of(arguments));
    bench.measure();
    String tables = BenchTables.of(bench.measurements);
    Files.writeString(RESULTS.resolveSibling("results.md"), tables);
    Files.writeString(
        RESULTS.resolveSibling("performance.svg"), BenchPicture.of(bench.measurements));
    Files.writeString(RESULTS.resolveSibling("workers.svg"), WorkersPicture.of(bench.measurements));
    System.out.println(tables);
    // MariaDB's driver leaves a timer behind.
    System.exit(0);
  }

  private void measure() throws IOException {
    for (String database : settings.databases()) {
      for (int size : settings.sizes()) {
        night(database, size);
      }
      if (settings.has("peer")
          && settings.peerPeople() < settings.largest()
          && !settings.sizes().contains(settings.peerPeople())) {
        peer(database, settings.peerPeople());
      }
      if (settings.has("one")) {
        one(database, settings.largest());
      }
    }
    if (settings.has("workers")) {
      workers();
    }
  }

  private void workers() throws IOException {
    if (!settings.databases().contains("MariaDB")) {
      System.out.println("workers  left out: they need MariaDB");
      return;
    }
    int size = settings.largest();
    int employers = settings.employersFor(size);
    Path data = data(size, employers, false);
    NightPlan plan = NightPlan.many(size, employers, settings.seed());
    new WorkersBench(settings, measurements, plan, data, RUNS.resolve("workers"), launcher())
        .measure();
  }

  /** The product over an inbox, the nights after it, and whatever it is compared with. */
  private void night(String database, int size) throws IOException {
    boolean last = size == settings.largest();
    boolean nights = settings.has("second") && last;
    if (settings.has("product") || settings.has("floor") || nights) {
      attempt("product", database, size, run -> product(run, "inbox", NIGHT_ONE));
    }
    Path folder = folder(database, size);
    if (nights) {
      attempt("second", database, size, run -> product(run, "second", NIGHT_TWO));
      attempt("changed", database, size, run -> product(run, "changed", NIGHT_THREE));
    }
    if (settings.has("floor")) {
      attempt("floor", database, size, run -> floor(run, folder));
    }
    if (settings.has("peer") && size <= settings.peerPeople()) {
      peer(database, size);
    }
    clear(folder);
  }

  private void peer(String database, int size) throws IOException {
    attempt("peer", database, size, this::usual);
    clear(folder(database, size));
  }

  private void one(String database, int size) throws IOException {
    attempt("one", database, size, run -> product(run, "inbox", NIGHT_ONE));
    clear(folder(database, size));
  }

  /** One process to be measured: what it is, and the people and files it finds. */
  private record Run(String subject, String database, int people, int employers, Path data) {}

  private interface Measured {
    Measurement of(Run run) throws Exception;
  }

  /** Repeats it as often as asked for and keeps the median; later nights cannot be repeated. */
  private void attempt(String subject, String database, int size, Measured measured)
      throws IOException {
    int employers = subject.equals("one") ? 1 : settings.employersFor(size);
    boolean once = subject.equals("second") || subject.equals("changed");
    List<Measurement> repeated = new ArrayList<>();
    try {
      Path data = data(size, employers, subject.equals("one"));
      Run run = new Run(subject, database, size, employers, data);
      for (int i = 0; i < (once ? 1 : settings.runs()); i++) {
        Measurement measurement = measured.of(run);
        say(measurement);
        repeated.add(measurement);
      }
      repeated.sort(Comparator.comparingDouble(Measurement::wall));
      measurements.add(repeated.get(repeated.size() / 2), BenchTables.machine());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", interrupted);
    } catch (Exception failed) {
      Measurement failure =
          Measurement.failed(
              subject, database, size, employers, String.valueOf(failed.getMessage()));
      say(failure);
      measurements.add(failure, BenchTables.machine());
    }
  }

  private static void say(Measurement m) {
    System.out.println(
        m.isWhole()
            ? String.format(
                Locale.ROOT,
                "%-8s %-7s %,9d people: %7.2f s, cpu %6.2f s, peak %5.0f MiB, %,8.0f rows/s, load before %.1f",
                m.subject(),
                m.database(),
                m.people(),
                m.wall(),
                m.cpu(),
                m.peakMib(),
                m.rowsPerSecond(),
                m.load())
            : m.subject() + " " + m.database() + " " + m.people() + ": FAILED, " + m.failure());
  }

  /** The inbox of a size, made where it is missing. */
  private Path data(int size, int employers, boolean one) throws IOException {
    Path data =
        settings
            .folder()
            .resolve((one ? "one-" : "") + size + "-" + employers + "-" + settings.seed());
    if (!Files.exists(data.resolve("roster.csv"))) {
      NightPlan plan =
          one
              ? NightPlan.one(size, settings.seed())
              : NightPlan.many(size, employers, settings.seed());
      new BenchData(plan, data).write();
    }
    return data;
  }

  private static Path folder(String database, int size) {
    return RUNS.resolve(database.toLowerCase(Locale.ROOT) + "-" + size);
  }

  private Measurement product(Run run, String night, String businessDate) throws Exception {
    Path folder = folder(run.database(), run.people());
    boolean first = night.equals("inbox");
    if (first) {
      ledger = freshBeside(run, folder, "ledger");
    }
    BenchDatabase database = ledger;
    Path inbox = folder.resolve("inbox");
    clear(inbox);
    long files = copy(run.data().resolve(night), inbox);
    List<String> command = new ArrayList<>(launcher());
    command.addAll(List.of("run", "jobs/declaration.yaml", "--lang", "en"));
    Map<String, Object> keys =
        new java.util.TreeMap<>(
            Map.of(
                "inbox", inbox,
                "roster", run.data().resolve("roster.csv"),
                "work", folder.resolve("work"),
                "output", folder.resolve("output"),
                "database", database.url(),
                "business-date", businessDate));
    if (run.subject().equals("one")) {
      keys.put("max-file-bytes", 500_000_000);
      keys.put("max-inflated-bytes", 2_000_000_000);
      keys.put("max-file-seconds", 1_000);
    }
    keys.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
    double serverCpu = database.serverCpu();
    MeasuredProcess.Taken taken =
        MeasuredProcess.run(
            command, database.environment(), folder.resolve("product.log"), settings.timeout());
    double serverTook = database.serverCpu() - serverCpu;
    check(taken, folder.resolve("product.log"));
    if (database.people() != run.people()) {
      throw new IOException("the ledger holds " + database.people() + " people");
    }
    return measurement(
        run, files, taken, serverTook, database.steps(taken.started(), taken.wall()));
  }

  private Measurement floor(Run run, Path product) throws Exception {
    Path folder = product.resolveSibling(product.getFileName() + "-floor");
    BenchDatabase database = freshBeside(run, folder, "floor");
    Path raw = folder.resolve("raw");
    FloorOutputs.unpack(product.resolve("output"), raw);
    List<String> command = java(List.of("-XX:+UseParallelGC"), Floor.class);
    command.addAll(
        List.of(
            run.data().resolve("inbox").toString(),
            raw.toString(),
            folder.resolve("written").toString(),
            database.durableUrl(),
            database.user(),
            Integer.toString(run.people()),
            Integer.toString(run.employers()),
            Long.toString(settings.seed())));
    Measurement measurement = own(run, folder, database, command);
    clear(folder);
    return measurement;
  }

  private Measurement usual(Run run) throws Exception {
    Path folder = RUNS.resolve("peer-" + run.people());
    BenchDatabase database = freshBeside(run, folder, "peer");
    List<String> command = java(List.of(), UsualProgram.class);
    command.addAll(
        List.of(
            run.data().resolve("inbox").toString(),
            folder.resolve("output").toString(),
            database.url(),
            database.user()));
    Measurement measurement = own(run, folder, database, command);
    clear(folder);
    return measurement;
  }

  private static BenchDatabase freshBeside(Run run, Path folder, String name) throws Exception {
    clear(folder);
    Files.createDirectories(folder);
    return BenchDatabase.fresh(run.database(), name, folder);
  }

  private Measurement own(Run run, Path folder, BenchDatabase database, List<String> command)
      throws Exception {
    double serverCpu = database.serverCpu();
    Path log = folder.resolve("said.log");
    MeasuredProcess.Taken taken =
        MeasuredProcess.run(command, database.environment(), log, settings.timeout());
    check(taken, log);
    return measurement(
        run, run.employers(), taken, database.serverCpu() - serverCpu, taken.phases());
  }

  private static Measurement measurement(
      Run run,
      long files,
      MeasuredProcess.Taken taken,
      double serverCpu,
      List<MeasuredProcess.Phase> phases) {
    return new Measurement(
        run.subject(),
        run.database(),
        run.people(),
        files,
        taken.wall(),
        taken.cpu(),
        serverCpu,
        taken.peakMib(),
        taken.load(),
        phases,
        "");
  }

  private static void check(MeasuredProcess.Taken taken, Path log) throws IOException {
    if (taken.status() != 0) {
      String said = Files.readString(log, java.nio.charset.StandardCharsets.UTF_8);
      throw new IOException(
          "ended with status "
              + taken.status()
              + ": "
              + said.substring(Math.max(0, said.length() - 500)).trim());
    }
  }

  /** As an operator starts it: by the launcher where there is one. */
  private static List<String> launcher() {
    return Files.isExecutable(LAUNCHER)
        ? List.of(LAUNCHER.toString())
        : List.of(javaProgram(), "-jar", "target/base-declaration.jar");
  }

  private static List<String> java(List<String> options, Class<?> main) {
    List<String> command = new ArrayList<>(List.of(javaProgram()));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    return command;
  }

  private static String javaProgram() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** A copy by second names, which the product moves away; the number of files. */
  private static long copy(Path from, Path to) throws IOException {
    long files = 0;
    for (Path file : walk(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        BenchData.link(file, target);
        files++;
      }
    }
    return files;
  }

  static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> inside = new ArrayList<>(walk(folder));
      java.util.Collections.reverse(inside);
      for (Path file : inside) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static List<Path> walk(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList();
    }
  }
}
