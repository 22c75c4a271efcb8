package basedecl.bench;

import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.remote.WorkerLedger;
import basedecl.ledger.remote.WorkerRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Worker processes at one ledger, and the runs that hand out files to them. Whatever ends it, no
 * process of it is left.
 */
final class WorkersNight implements AutoCloseable {

  private static final int PAUSE_MILLIS = 100;
  private static final int START_SECONDS = 180;
  private static final int LEAVE_SECONDS = 60;

  private final List<String> launcher;
  private final Path folder;
  private final Path data;
  private final BenchDatabase database;
  private final JdbcTemplate jdbc;
  private final WorkerLedger workersThere;
  private final CoreLimit limit;
  private final int timeout;
  private final List<Process> workers = new ArrayList<>();
  private final List<Process> all = new ArrayList<>();
  private final Thread atLast = new Thread(this::leaveNothing, "kill");

  /**
   * A night that workers read, from the first piece begun to the last one ended.
   *
   * @param workers that read of it
   */
  record Taken(
      int workers,
      double seconds,
      double workersCpu,
      double serverCpu,
      double runCpu,
      double busy) {}

  /** Processor seconds so far, at a moment. */
  private record Sample(Instant at, double workers, double server, double run, double busy) {}

  WorkersNight(
      List<String> launcher,
      Path folder,
      Path data,
      BenchDatabase database,
      DataSource ledger,
      CoreLimit limit,
      int timeout) {
    this.launcher = launcher;
    this.folder = folder;
    this.data = data;
    this.database = database;
    this.jdbc = new JdbcTemplate(ledger);
    this.workersThere = new WorkerLedger(LedgerDatabase.template(ledger));
    this.limit = limit;
    this.timeout = timeout;
    Runtime.getRuntime().addShutdownHook(atLast);
  }

  /** Starts so many limited workers, and waits until all of them can be handed something. */
  void begin(int number) throws IOException, InterruptedException {
    limit.begin(number);
    for (int i = 0; i < number; i++) {
      worker(i, limit.limited(i, worker()));
    }
    waitForWorkers();
  }

  private void worker(int number, List<String> command) throws IOException {
    workers.add(start(command, log("worker-" + number)));
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private void waitForWorkers() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (workersThere.all().stream().filter(WorkerRecord::isHeardOf).count() < workers.size()) {
      allLive();
      if (System.nanoTime() > end) {
        throw new IOException("the workers did not start within " + START_SECONDS + " s");
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private void allLive() throws IOException {
    for (int i = 0; i < workers.size(); i++) {
      if (!workers.get(i).isAlive()) {
        throw new IOException("worker " + i + " ended: " + lastOf(log("worker-" + i)));
      }
    }
  }

  private List<String> worker() {
    return command(List.of("worker", "jobs/declaration-mariadb.yaml", "--threads", "1"), Map.of());
  }

  private List<String> run(String businessDate) {
    return command(
        List.of("run", "jobs/declaration-mariadb.yaml"),
        Map.of("business-date", businessDate, "workers", "remote", "workbooks", "none"));
  }

  private List<String> command(List<String> words, Map<String, String> more) {
    List<String> command = new ArrayList<>(launcher);
    command.addAll(words);
    command.addAll(List.of("--lang", "en"));
    Map<String, Object> keys =
        new TreeMap<>(
            Map.of(
                "inbox", folder.resolve("inbox"),
                "roster", data.resolve("roster.csv"),
                "work", folder.resolve("work"),
                "output", folder.resolve("output"),
                "database", database.url()));
    keys.putAll(more);
    keys.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
    return command;
  }

  private Process start(List<String> command, Path log) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(database.environment());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    synchronized (all) {
      all.add(process);
    }
    return process;
  }

  /** Lets the workers read these files; refuses a night that stored other people than these. */
  Taken run(List<String> files, String businessDate, long people)
      throws IOException, InterruptedException {
    long before = database.people();
    List<Sample> samples = night(files, businessDate);
    long stored = database.people() - before;
    if (stored != people) {
      throw new IOException("the ledger holds " + stored + " people of " + people);
    }
    return taken(samples);
  }

  private List<Sample> night(List<String> files, String businessDate)
      throws IOException, InterruptedException {
    Process run = startRun(files, businessDate);
    List<Sample> samples = new ArrayList<>();
    long begin = System.nanoTime();
    do {
      allLive();
      samples.add(sample(run));
      if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(timeout)) {
        throw new IOException("the run was killed after " + timeout + " s");
      }
    } while (!run.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    checkEnd(run, businessDate);
    return samples;
  }

  private Process startRun(List<String> files, String businessDate) throws IOException {
    Path inbox = folder.resolve("inbox");
    for (String file : files) {
      Path name = inbox.resolve(file);
      Files.createDirectories(name.getParent());
      BenchData.link(data.resolve("inbox").resolve(file), name);
    }
    return start(run(businessDate), log("run-" + businessDate));
  }

  private void checkEnd(Process run, String businessDate) throws IOException {
    if (run.exitValue() != 0) {
      throw new IOException(
          "the run ended with status "
              + run.exitValue()
              + ": "
              + lastOf(log("run-" + businessDate)));
    }
  }

  private Sample sample(Process run) throws IOException {
    return new Sample(
        Instant.now(),
        workers.stream().mapToDouble(each -> MeasuredProcess.cpuSeconds(each.pid())).sum(),
        database.serverCpu(),
        MeasuredProcess.cpuSeconds(run.pid()),
        MachineTime.busy());
  }

  private Taken taken(List<Sample> samples) {
    Instant begin = pieceMoment("MIN(s.START_TIME)", "");
    Instant end = pieceMoment("MAX(s.END_TIME)", "");
    Sample first = nearest(samples, begin);
    Sample last = nearest(samples, end);
    double seconds = Duration.between(begin, end).toMillis() / 1e3;
    // The samples lie a moment beside begin and end.
    double by = seconds / (Duration.between(first.at(), last.at()).toMillis() / 1e3);
    Integer read =
        jdbc.queryForObject(
            "SELECT COUNT(DISTINCT worker) FROM remote_piece WHERE run_id = (SELECT MAX(run_id) FROM"
                + " remote_piece)",
            Integer.class);
    return new Taken(
        read == null ? 0 : read,
        seconds,
        by * (last.workers() - first.workers()),
        by * (last.server() - first.server()),
        by * (last.run() - first.run()),
        by * (last.busy() - first.busy()));
  }

  private static Sample nearest(List<Sample> samples, Instant moment) {
    Sample nearest = samples.get(0);
    for (Sample sample : samples) {
      if (Duration.between(sample.at(), moment)
              .abs()
              .compareTo(Duration.between(nearest.at(), moment).abs())
          < 0) {
        nearest = sample;
      }
    }
    return nearest;
  }

  /** A moment of the last run's pieces, as Spring Batch wrote it down. */
  private Instant pieceMoment(String what, String which) {
    Timestamp moment =
        jdbc.queryForObject(
            "SELECT "
                + what
                + " FROM BATCH_STEP_EXECUTION s JOIN remote_piece p ON p.step_execution_id ="
                + " s.STEP_EXECUTION_ID WHERE p.run_id = (SELECT MAX(run_id) FROM remote_piece)"
                + which,
            Timestamp.class);
    return Objects.requireNonNull(moment).toInstant();
  }

  /**
   * Starts one more worker, not limited, while another reads these files.
   *
   * @return seconds from when it was first heard of to the beginning of its first piece; 0 where
   *     the night was over before
   */
  double joined(List<String> files, String businessDate) throws IOException, InterruptedException {
    List<String> before = workersThere.all().stream().map(WorkerRecord::name).toList();
    Process run = startRun(files, businessDate);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeout);
    while (run.isAlive() && !isReading()) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    worker(workers.size(), worker());
    while (!run.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
      allLive();
      if (System.nanoTime() > end) {
        throw new IOException("the run was killed after " + timeout + " s");
      }
    }
    checkEnd(run, businessDate);
    waitForWorkers();
    List<Map<String, Object>> came =
        jdbc.queryForList(
            "SELECT w.worker, w.started_at, MIN(s.START_TIME) AS first FROM worker w JOIN"
                + " remote_piece p ON p.worker = w.worker JOIN BATCH_STEP_EXECUTION s ON"
                + " s.STEP_EXECUTION_ID = p.step_execution_id GROUP BY w.worker, w.started_at");
    return came.stream()
        .filter(row -> !before.contains(String.valueOf(row.get("worker"))))
        .mapToDouble(
            row -> seconds((Timestamp) row.get("started_at"), (Timestamp) row.get("first")))
        .findFirst()
        .orElse(0);
  }

  private static double seconds(Timestamp from, Timestamp to) {
    return Duration.between(from.toInstant(), to.toInstant()).toMillis() / 1e3;
  }

  private boolean isReading() {
    return workersThere.all().stream().anyMatch(w -> w.state() == WorkerRecord.State.READING);
  }

  private static String lastOf(Path log) throws IOException {
    String said = Files.readString(log, StandardCharsets.UTF_8);
    return said.substring(Math.max(0, said.length() - 500)).trim();
  }

  /** Asks the workers to leave; what does not end is killed. */
  @Override
  public void close() throws IOException {
    workers.forEach(Process::destroy);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LEAVE_SECONDS);
    try {
      for (Process worker : workers) {
        if (!worker.waitFor(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(atLast);
    kill();
    limit.close();
  }

  private void leaveNothing() {
    kill();
    try {
      limit.close();
    } catch (IOException left) {
      System.err.println("A control group is left: " + left.getMessage());
    }
  }

  private void kill() {
    synchronized (all) {
      for (Process process : all) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      all.clear();
    }
  }
}
