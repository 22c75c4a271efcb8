package basedecl.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the desk holds on this machine: a desk as an operator starts it, on the ledger of a night,
 * with clerks who have accounts and browsers of their own. wrk makes the load of checks and pages,
 * browsers that of submissions. Prints a table and writes it beside the data; asserts nothing.
 */
public final class DeskBench {

  private static final String DAY = "2024-01-26";
  private static final String OWN_PASSWORD = "七里山塘 lantern 4 swims";
  private static final Pattern ONE_TIME = Pattern.compile("[2-9a-z]{4}(?:-[2-9a-z]{4}){3}");
  private static final int CLERKS = 8;
  private static final int BROWSERS_OF_ONE = 3;
  private static final int SUBMISSIONS_A_SECOND = 20;
  private static final int WARM_SUBMISSIONS = 4;
  private static final int ROWS = 50;
  private static final int LARGE = 10_000;
  private static final List<String> PAGES = List.of("/", "/declare", "/declare/upload");

  private final String program;
  private final Path folder;
  private final int people;
  private final int employers;
  private final int length;
  private final int warm;
  private final HttpClient client = BenchClerk.client();
  private final StringBuilder table = new StringBuilder();

  private DeskBench(Map<String, String> words) {
    this.program = words.getOrDefault("program", "bin/base-declaration");
    this.folder = Path.of(words.getOrDefault("folder", "target/bench/desk")).toAbsolutePath();
    this.people = Integer.parseInt(words.getOrDefault("people", "20000"));
    this.employers = Integer.parseInt(words.getOrDefault("employers", "2000"));
    this.length = Integer.parseInt(words.getOrDefault("seconds", "10"));
    this.warm = Integer.parseInt(words.getOrDefault("warm", "20"));
  }

  /**
   * Measures.
   *
   * @param arguments any of {@code people=20000 employers=2000 seconds=10 warm=20 folder=…
   *     program=…}
   */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> words = new java.util.TreeMap<>();
    Arrays.stream(arguments)
        .map(word -> word.split("=", 2))
        .filter(pair -> pair.length == 2 && !pair[1].isBlank())
        .forEach(pair -> words.put(pair[0], pair[1].strip()));
    new DeskBench(words).measure();
  }

  private void measure() throws Exception {
    clear();
    firstNight();
    List<String> passwords = accounts();
    line("Measured on " + BenchTables.machine() + "; the load before: " + load() + ".");
    line("");
    try (MeasuredDesk desk = MeasuredDesk.start(desk(), folder.resolve("desk.log"))) {
      List<BenchClerk> clerks = signIn(desk.port(), passwords);
      List<WrkRun.Session> small = uploads(clerks, ROWS);
      List<WrkRun.Session> large = uploads(clerks.subList(0, 4), LARGE);
      // What is compiled with the first thousand requests is not measured.
      checks(desk, small, CLERKS, warm);
      checks(desk, large, 4, length);
      pages(desk, clerks, warm);
      line("| | aim | a second | p50 ms | p95 ms | p99 ms | failed | CPU ms each |");
      line("|---|---|--:|--:|--:|--:|--:|--:|");
      row("start, ready", "5 s", 1, desk.cpuToReady(), "", millis(desk.secondsToReady()));
      row("check of 50 rows, 8 at a time", "100 a second, p95 300 ms", desk, small, CLERKS);
      row("check of 10,000 rows, 4 at a time", "p95 2,000 ms", desk, large, 4);
      double before = desk.cpu();
      WrkRun pages = pages(desk, clerks, length);
      row("pages, 8 at a time", "300 a second", pages, desk.cpu() - before);
      submissions(desk, passwords);
      line("");
      line("Peak resident memory: %.0f MiB (aim: below 1,024).".formatted(desk.peakMib()));
    }
    System.out.print(table);
    Files.writeString(folder.resolve("results.md"), table);
  }

  private void clear() throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
    Files.createDirectories(folder);
  }

  /** The ledger is that of a city that has declared once. */
  private void firstNight() throws IOException {
    new BenchData(NightPlan.many(people, employers, 42), folder).write();
    List<String> command = new ArrayList<>(List.of(program, "run", "jobs/declaration.yaml"));
    command.addAll(common());
    command.addAll(set("inbox", folder.resolve("inbox").toString()));
    command.addAll(set("workbooks", "none"));
    require(MeasuredProcess.run(command, Map.of(), folder.resolve("night.log"), 1_800), "night");
  }

  /** An account for each clerk, of some employers each; their one-time passwords. */
  private List<String> accounts() throws IOException {
    List<String> passwords = new ArrayList<>();
    for (int i = 0; i < CLERKS; i++) {
      List<String> command = new ArrayList<>(List.of(program, "account", "add", name(i)));
      command.addAll(List.of("--role", "clerk", "--employer"));
      command.addAll(employersOf(i));
      command.addAll(set("database", database()));
      Path said = folder.resolve("account.log");
      require(MeasuredProcess.run(command, Map.of(), said, 120), "account");
      Matcher password = ONE_TIME.matcher(Files.readString(said));
      if (!password.find()) {
        throw new IOException("No one-time password");
      }
      passwords.add(password.group());
    }
    return passwords;
  }

  private static void require(MeasuredProcess.Taken taken, String log) throws IOException {
    if (taken.status() != 0) {
      throw new IOException("Status %d, see %s.log".formatted(taken.status(), log));
    }
  }

  private List<BenchClerk> signIn(int port, List<String> passwords) throws Exception {
    List<BenchClerk> clerks = new ArrayList<>();
    for (int i = 0; i < CLERKS; i++) {
      BenchClerk clerk = BenchClerk.signedIn(client, port, name(i), passwords.get(i));
      clerk.choosePassword(passwords.get(i), OWN_PASSWORD);
      clerk.fill("/declare", Map.of("employer", employersOf(i).get(0)));
      clerks.add(clerk);
    }
    return clerks;
  }

  /** What each of the clerks sends over and over: the workbook of its first employer. */
  private List<WrkRun.Session> uploads(List<BenchClerk> clerks, int rows) throws Exception {
    List<WrkRun.Session> uploads = new ArrayList<>();
    for (int i = 0; i < clerks.size(); i++) {
      byte[] workbook = Files.readAllBytes(workbook(number(i, 0), rows, 0));
      String token = clerks.get(i).token("/declare/upload");
      String check = BenchClerk.location(clerks.get(i).upload(token, workbook));
      if (!clerks.get(i).get(check).body().contains("/declare/confirm/")) {
        throw new IOException("The workbook is not good: " + check);
      }
      Path body =
          Files.write(
              folder.resolve("upload-%d-%d".formatted(rows, i)),
              BenchClerk.multipart(token, workbook));
      uploads.add(new WrkRun.Session(clerks.get(i).cookie(), Optional.of(body)));
    }
    return uploads;
  }

  private Path workbook(int employer, int rows, int version) throws IOException {
    Path file = folder.resolve("workbook-%d-%d-%d.xlsx".formatted(employer, rows, version));
    new NightFile(NightPlan.even(rows, employers), employer, version).write(file);
    return file;
  }

  private WrkRun checks(MeasuredDesk desk, List<WrkRun.Session> uploads, int atATime, int seconds)
      throws IOException {
    return WrkRun.run(
        folder.resolve("wrk"), desk.port(), uploads, List.of("/declare/upload"), atATime, seconds);
  }

  private WrkRun pages(MeasuredDesk desk, List<BenchClerk> clerks, int seconds) throws IOException {
    List<WrkRun.Session> sessions =
        clerks.stream().map(clerk -> new WrkRun.Session(clerk.cookie(), Optional.empty())).toList();
    return WrkRun.run(folder.resolve("wrk"), desk.port(), sessions, PAGES, CLERKS, seconds);
  }

  private void submissions(MeasuredDesk desk, List<String> passwords) throws Exception {
    List<BenchClerk> browsers = new ArrayList<>();
    for (int browser = 0; browser < BROWSERS_OF_ONE; browser++) {
      for (int i = 0; i < passwords.size(); i++) {
        browsers.add(BenchClerk.signedIn(client, desk.port(), name(i), OWN_PASSWORD));
      }
    }
    int each = declaredByOne() / BROWSERS_OF_ONE;
    // The first run of a job compiles and loads what the others have.
    var unused =
        new SubmissionLoad(browsers, SUBMISSIONS_A_SECOND)
            .run(declarations(Math.min(each, WARM_SUBMISSIONS), 2));
    List<List<SubmissionLoad.Declaration>> declarations = declarations(each, 1);
    double before = desk.cpu();
    SubmissionLoad.Came came = new SubmissionLoad(browsers, SUBMISSIONS_A_SECOND).run(declarations);
    double cpu = desk.cpu() - before;
    int done = came.receipts().size();
    row("submission, to its receipt", "", done, cpu, failed(came), times(came.receipts()));
    row("to its acceptance", "20 a second, 10 s", 0, 0, "", times(came.verdicts()));
  }

  /** For each browser as many declarations, of employers that no other browser declares. */
  private List<List<SubmissionLoad.Declaration>> declarations(int each, int version)
      throws IOException {
    List<List<SubmissionLoad.Declaration>> declarations = new ArrayList<>();
    for (int browser = 0; browser < BROWSERS_OF_ONE; browser++) {
      for (int i = 0; i < CLERKS; i++) {
        List<SubmissionLoad.Declaration> own = new ArrayList<>();
        for (int k = browser * each; k < (browser + 1) * each; k++) {
          Path workbook = workbook(number(i, k), ROWS, version);
          own.add(new SubmissionLoad.Declaration(employersOf(i).get(k), workbook));
        }
        declarations.add(own);
      }
    }
    return declarations;
  }

  private static String failed(SubmissionLoad.Came came) {
    return Integer.toString(came.failed() + came.refused());
  }

  private int declaredByOne() {
    int each = (SUBMISSIONS_A_SECOND * length + CLERKS - 1) / CLERKS;
    return (each + BROWSERS_OF_ONE - 1) / BROWSERS_OF_ONE * BROWSERS_OF_ONE;
  }

  private static String name(int clerk) {
    return "clerk" + clerk;
  }

  private int number(int clerk, int employer) {
    return employer * CLERKS + clerk;
  }

  private List<String> employersOf(int clerk) {
    NightPlan plan = NightPlan.even(ROWS, employers);
    return IntStream.range(0, declaredByOne()).mapToObj(k -> plan.code(number(clerk, k))).toList();
  }

  private String database() {
    return "jdbc:h2:file:" + folder.resolve("ledger");
  }

  private List<String> desk() {
    List<String> command = new ArrayList<>(List.of(program, "desk", "jobs/desk.yaml"));
    command.addAll(common());
    command.addAll(set("port", "0"));
    return command;
  }

  private List<String> common() {
    return Stream.of(
            set("roster", folder.resolve("roster.csv").toString()),
            set("work", folder.resolve("work").toString()),
            set("output", folder.resolve("output").toString()),
            set("business-date", DAY),
            set("database", database()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> set(String key, String value) {
    return List.of("--set", key + "=" + value);
  }

  private static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
  }

  private void row(
      String what, String aim, MeasuredDesk desk, List<WrkRun.Session> uploads, int atATime)
      throws IOException {
    double before = desk.cpu();
    WrkRun run = checks(desk, uploads, atATime, length);
    row(what, aim, run, desk.cpu() - before);
  }

  private void row(String what, String aim, WrkRun run, double cpu) {
    row(
        what,
        aim,
        run.good(),
        cpu,
        Long.toString(run.bad()),
        String.format(Locale.ROOT, "%.0f", run.perSecond()),
        millis(run.p50()),
        millis(run.p95()),
        millis(run.p99()));
  }

  /**
   * @param times a second, p50, p95, p99; or some of these
   */
  private void row(
      String what, String aim, long count, double cpu, String failed, String... times) {
    List<String> four = new ArrayList<>(Arrays.asList(times));
    while (four.size() < 4) {
      four.add(0, "");
    }
    line(
        "| %s | %s | %s | %s | %s |"
            .formatted(
                what,
                aim,
                String.join(" | ", four),
                failed,
                count == 0 ? "" : String.format(Locale.ROOT, "%.1f", cpu * 1_000 / count)));
  }

  private static String[] times(List<Double> sorted) {
    return Stream.of(0.5, 0.95, 0.99)
        .map(share -> sorted.isEmpty() ? "" : millis(sorted.get((int) (sorted.size() * share))))
        .toArray(String[]::new);
  }

  private static String millis(double seconds) {
    return String.format(Locale.ROOT, "%,.0f", seconds * 1_000);
  }

  private void line(String line) {
    table.append(line).append('\n');
  }
}
