package basedecl.faults;

import basedecl.job.launch.Operator;
import basedecl.job.launch.Order;
import basedecl.job.launch.RunLauncher;
import basedecl.job.run.Rulebook;
import basedecl.job.submitted.RosterFile;
import basedecl.message.Language;
import basedecl.policy.PolicyBook;
import basedecl.policyfile.PolicyFiles;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobFile;
import basedecl.settings.JobSettings;
import basedecl.testing.ProgramProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One night's place: an inbox of its own, work and output folders, a ledger. The same night can be
 * begun in a process of its own, to be disturbed there, and gone on with in this one.
 */
final class Ground {

  /** As in {@code make run}: one time for all files, so that their paths decide. */
  private static final Instant ARRIVED = Instant.parse("2024-01-25T09:00:00Z");

  private static final Path SAMPLES = Path.of("samples", "inbox");

  /** A file of every fate: corrected, repeated, refused in part, refused whole, warned about. */
  private static final List<String> CHOSEN =
      List.of(
          "corrections/1-first.xlsx",
          "corrections/1-later-corrected.xlsx",
          "corrections/2-accepted.xlsx",
          "corrections/2-later-refused.xlsx",
          "corrections/4-original.xlsx",
          "corrections/4-same-bytes-again.xlsx",
          "corrections/5-person-here.xlsx",
          "corrections/5-person-there-too.xlsx",
          "limits/8-of-11-at-lower-flagged.xlsx",
          "plain/employees-gbk.csv",
          "plain/employees.xls",
          "refused-files/half-copied.xlsx",
          "refused-rows/every-kind-of-mistake.csv",
          "several/one-good-one-bad-employer.xlsx");

  static {
    // The night has a log of its own.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
  }

  private static final int LONGEST_NIGHT_SECONDS = 180;

  private final Path folder;
  private final Map<String, String> places = new LinkedHashMap<>();
  private final Map<String, String> environment;

  private Ground(Path folder, String database, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
    places.put("work", folder.resolve("work").toString());
    places.put("output", folder.resolve("output").toString());
    places.put("database", database);
  }

  /** A night on an H2 file within {@code folder}. */
  static Ground onH2(Path folder) throws IOException {
    return on(folder, "jdbc:h2:file:" + folder.resolve("ledger").resolve("ledger"), Map.of());
  }

  /** A night on another ledger; user and password from {@code environment}. */
  static Ground on(Path folder, String database, Map<String, String> environment)
      throws IOException {
    Files.createDirectories(folder.resolve("tmp"));
    Files.createDirectories(folder.resolve("inbox"));
    return new Ground(folder, database, environment);
  }

  /** A file of every fate, and one too large for one chunk. */
  Ground withInbox() throws IOException {
    for (String sample : CHOSEN) {
      putSample(sample);
    }
    put("large/whole.csv", LargeDeclaration.whole());
    return this;
  }

  /** Also one whose people are taken back when its last row turns out bad. */
  Ground withLargeRefusal() throws IOException {
    put("large/last-row-bad.csv", LargeDeclaration.lastRowBad());
    return this;
  }

  void putSample(String path) throws IOException {
    put(path, Files.readAllBytes(SAMPLES.resolve(path)));
  }

  void put(String path, byte[] bytes) throws IOException {
    arrive(inbox().resolve(path), bytes);
  }

  /** A file that has stood still for long. */
  static void arrive(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, FileTime.from(ARRIVED));
  }

  Path folder() {
    return folder;
  }

  Path inbox() {
    return folder.resolve("inbox");
  }

  Path output() {
    return Path.of(places.getOrDefault("output", ""));
  }

  Path work() {
    return Path.of(places.getOrDefault("work", ""));
  }

  String database() {
    return places.getOrDefault("database", "");
  }

  Map<String, String> environment() {
    return environment;
  }

  /** The declaration night in a process of its own, with the given options of the JVM. */
  Process begin(String name, List<String> options) throws IOException {
    return begin(Errand.declaration(this), name, options);
  }

  /** A job in a process of its own. */
  Process begin(Errand errand, String name, List<String> options) throws IOException {
    List<String> ofJava = new ArrayList<>(options);
    ofJava.addAll(List.of("-Xmx512m", "-Djava.io.tmpdir=" + folder.resolve("tmp")));
    List<String> command = ProgramProcess.command(ofJava, "basedecl.cli.Main");
    command.addAll(List.of("run", errand.file().toString()));
    command.add("--lang=en");
    settings(errand).forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
    ProcessBuilder process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".txt").toFile());
    process.environment().putAll(environment);
    process.environment().put("LC_ALL", "C.UTF-8");
    return process.start();
  }

  /**
   * Waits for something these processes do; where it never comes, each has said where it stands.
   */
  static void await(BooleanSupplier done, List<Process> processes) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_NIGHT_SECONDS);
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Still waiting.\n" + String.join("\n", stacks(processes)));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static List<String> stacks(List<Process> processes) throws InterruptedException {
    List<String> stacks = new ArrayList<>();
    for (Process process : processes) {
      try {
        Process stack =
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "jstack").toString(),
                    Long.toString(process.pid()))
                .redirectErrorStream(true)
                .start();
        stacks.add(new String(stack.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException unknown) {
        stacks.add("no stack of " + process.pid());
      }
      process.destroyForcibly().waitFor();
    }
    return stacks;
  }

  /** Waits for a process of this night, which no test lets run for ever. */
  int end(String name, Process process) throws IOException, InterruptedException {
    if (!process.waitFor(LONGEST_NIGHT_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError(
          String.join(
              "\n",
              "The night " + name + " does not end; it said: " + said(name),
              stacks(List.of(process)).get(0)));
    }
    return process.exitValue();
  }

  /** What the process of that name said. */
  String said(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".txt"));
  }

  /** What a night in this process came to. */
  record Ending(int status, String said) {}

  /** The declaration night in this process. */
  Ending run() throws IOException {
    return run(Errand.declaration(this));
  }

  /** A job in this process. */
  Ending run(Errand errand) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
    int status =
        new RunLauncher(new Operator(Language.EN, print, print, false), environment)
            .run(order(errand));
    return new Ending(status, said.toString(StandardCharsets.UTF_8));
  }

  /** What the job is asked to do. */
  Order order(Errand errand) throws IOException {
    JobSettings settings =
        JobFile.read(errand.file(), settings(errand))
            .settings(errand.definition().name(), errand.definition().keys());
    PolicyBook policies = PolicyFiles.load(settings.optionalPath(CommonKeys.POLICIES));
    Rulebook rules = Rulebook.of(settings, policies);
    LocalDate businessDate = settings.businessDate(LocalDate.EPOCH);
    errand.definition().check(settings, rules, businessDate);
    return new Order(
        errand.definition(), settings, policies, rules, businessDate, RosterFile.read(settings));
  }

  Map<String, String> settings(Errand errand) {
    Map<String, String> settings = new LinkedHashMap<>(places);
    settings.putAll(errand.settings());
    return settings;
  }
}
