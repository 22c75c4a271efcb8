package basedecl.bench;

import basedecl.job.desk.DeskLedger;
import basedecl.job.desk.DeskRuns;
import basedecl.job.desk.JobRequest;
import basedecl.job.desk.RunDesk;
import basedecl.job.launch.LogFile;
import basedecl.job.launch.RunOutcome;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.message.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What submissions cost in a process that keeps the ledger open: runs without workbooks over a few
 * files each, and a steady stream of them, over a ledger that holds the first night of {@link
 * BenchData} already.
 *
 * <pre>
 * FOLDER [h2|mariadb] [SECONDS]   a folder of BenchData
 * </pre>
 */
public final class SubmissionBench {

  private static final int A_SECOND = 20;
  private static final int[] SIZES = {1, 20, 100, 200, 1, 20, 100, 200};

  private final Path folder;
  private final DeskRuns desk;
  private final JdbcTemplate jdbc;
  private final List<Path> again;
  private int next;

  private SubmissionBench(Path folder, DeskRuns desk, JdbcTemplate jdbc) throws IOException {
    this.folder = folder;
    this.desk = desk;
    this.jdbc = jdbc;
    this.again = files(folder.resolve("second"));
    // Those of earlier rounds would be duplicates.
    this.next = Math.toIntExact(count("SELECT COUNT(*) FROM intake_file")) % 10_000;
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    Path place = folder.resolve("submissions");
    Files.createDirectories(place.resolve("inbox"));
    boolean onServer = arguments.length > 1 && arguments[1].equals("mariadb");
    String database =
        onServer
            ? BenchDatabase.fresh("MariaDB", "submissions", place).url()
            : "jdbc:h2:file:" + place.resolve("ledger");
    Map<String, String> environment = onServer ? Map.of("BASEDECL_DB_USER", "root") : Map.of();
    int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 30;
    Clock clock = Clock.system(ZoneId.systemDefault());
    Map<String, String> common =
        Map.of(
            "policy",
            "weifang-employee-medical",
            "year",
            "2024",
            "business-date",
            "2024-01-26",
            "roster",
            folder.resolve("roster.csv").toString(),
            "work",
            place.resolve("work").toString(),
            "output",
            place.resolve("output").toString(),
            "database",
            database);
    LogFile.open(place.resolve("bench.log"), false);
    try (DeskLedger ledger = DeskLedger.open(database, 2, environment, clock);
        DeskRuns desk =
            DeskRuns.begin(
                ledger.database(),
                new DeskRuns.Setup(
                    common,
                    place.resolve("work"),
                    Language.EN,
                    Optional.empty(),
                    Duration.ofMinutes(5)),
                clock)) {
      SubmissionBench bench =
          new SubmissionBench(folder, desk, LedgerDatabase.template(ledger.database()));
      bench.firstNight();
      for (int size : SIZES) {
        bench.run(size);
      }
      bench.stream(seconds);
    }
  }

  private void firstNight() throws IOException {
    Path copy = folder.resolve("submissions").resolve("first");
    Files.createDirectories(copy);
    if (count("SELECT COUNT(*) FROM declaration") > 0) {
      return;
    }
    for (Path file : files(folder.resolve("inbox"))) {
      Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }
    say("first night", took(new JobRequest("declaration", taking(copy))));
    say("declarations", count("SELECT COUNT(*) FROM declaration"));
    say("people", count("SELECT COUNT(*) FROM declared_person"));
  }

  private static Map<String, String> taking(Path inbox) {
    return Map.of("inbox", inbox.toString(), "workbooks", "none", "settle-seconds", "1");
  }

  private Path inbox() {
    return folder.resolve("submissions").resolve("inbox");
  }

  /** A run over so many files that have lain there for long. */
  private void run(int size) throws IOException {
    for (int i = 0; i < size; i++) {
      Path file = inbox().resolve("r" + next + "-" + again.get(next).getFileName());
      Files.copy(again.get(next++), file);
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }
    say(size + " files", took(new JobRequest("declaration", taking(inbox()))));
  }

  /** The milliseconds of a run. */
  private long took(JobRequest request) {
    long begun = System.nanoTime();
    RunDesk.Asked asked = desk.start(request);
    while (desk.ended(asked.number()).isEmpty()) {
      LockSupport.parkNanos(1_000_000);
    }
    long millis = (System.nanoTime() - begun) / 1_000_000;
    RunOutcome outcome = desk.ended(asked.number()).orElseThrow().outcome();
    if (!outcome.isDone()) {
      throw new IllegalStateException(outcome.sentence(Language.EN).in(Language.EN));
    }
    return millis;
  }

  /** Twenty a second, each put down whole by a rename, until all are in the ledger. */
  private void stream(int seconds) throws IOException {
    JobRequest intake =
        new JobRequest("declaration", Map.of("inbox", inbox().toString(), "settle-seconds", "1"));
    Path parts = Files.createDirectories(folder.resolve("submissions").resolve("parts"));
    Map<String, Long> sent = new HashMap<>();
    List<Long> waited = new ArrayList<>();
    long begun = System.nanoTime();
    for (int i = 0; i < seconds * A_SECOND; i++) {
      LockSupport.parkNanos(begun + i * (1_000_000_000L / A_SECOND) - System.nanoTime());
      String name = "s" + next + "-" + again.get(next).getFileName();
      Path part = Files.copy(again.get(next++), parts.resolve(name));
      sent.put(name, System.nanoTime());
      Files.move(part, inbox().resolve(name), StandardCopyOption.ATOMIC_MOVE);
      desk.somethingSubmitted(intake);
      if (i % A_SECOND == 0) {
        look(sent, waited);
      }
    }
    while (!sent.isEmpty()) {
      look(sent, waited);
      LockSupport.parkNanos(100_000_000);
    }
    waited.sort(null);
    say("submissions", waited.size());
    say("p50 to a verdict", waited.get(waited.size() / 2));
    say("p95 to a verdict", waited.get(waited.size() * 95 / 100));
    say("longest to a verdict", waited.get(waited.size() - 1));
    say("runs", desk.lastEnded(RunDesk.REMEMBERED).size());
    say(
        "failed",
        desk.lastEnded(RunDesk.REMEMBERED).stream().filter(r -> !r.outcome().isDone()).count());
  }

  private void look(Map<String, Long> sent, List<Long> waited) {
    List<String> there =
        jdbc.queryForList(
            "SELECT path FROM intake_file WHERE verdict IS NOT NULL AND run_id > (SELECT MAX(run_id) -"
                + " 60 FROM ledger_run)",
            String.class);
    long now = System.nanoTime();
    for (String path : there) {
      Long when = sent.remove(path);
      if (when != null) {
        waited.add((now - when) / 1_000_000);
      }
    }
  }

  private long count(String sql) {
    Long count = jdbc.queryForObject(sql, Long.class);
    return count == null ? 0 : count;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void say(String what, long figure) {
    System.out.printf("%-24s %8d%n", what, figure);
  }
}
