package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;

/** A folder with a ledger of its own in which commands are run, and what they left there. */
@NullUnmarked
final class Workplace {

  static final Path SAMPLES = Path.of("samples");

  private final Path folder;
  private int inboxes;

  Workplace(Path folder) {
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    this.folder = folder;
  }

  /** What a command printed and how it ended. */
  record Ended(int status, String out, String err) {

    /** All that it printed. */
    String said() {
      return out + err;
    }
  }

  static Ended command(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Main.execute(
            words,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return new Ended(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  Path folder() {
    return folder;
  }

  Path inbox() {
    return folder.resolve("inbox");
  }

  Path output() {
    return folder.resolve("output");
  }

  String database() {
    return "jdbc:h2:file:" + folder.resolve("ledger").toAbsolutePath();
  }

  /** Runs {@code jobs/NAME.yaml} on this folder; further settings win. */
  Ended run(String job, String... settings) {
    List<String> words = new ArrayList<>(List.of("run", "jobs/" + job + ".yaml"));
    set(words, "work=" + folder.resolve("work"), "output=" + output());
    set(words, "database=" + database());
    set(words, settings);
    return command(words.toArray(String[]::new));
  }

  /** Runs another command on this folder's ledger. */
  Ended onLedger(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    set(all, "database=" + database());
    return command(all.toArray(String[]::new));
  }

  private static void set(List<String> words, String... settings) {
    for (String setting : settings) {
      words.addAll(List.of("--set", setting));
    }
  }

  /** Runs the declaration job over {@link #inbox()}; further settings win. */
  Ended night(String... settings) {
    return run(
        "declaration",
        Stream.concat(Stream.of("inbox=" + inbox()), Arrays.stream(settings))
            .toArray(String[]::new));
  }

  /** Runs a job, which must end well. */
  Ended well(String job, String... settings) {
    Ended ended = run(job, settings);
    assertThat(ended.status()).as(ended.said()).isZero();
    return ended;
  }

  /** Runs an intake, which must end well, over a folder on a day; further settings win. */
  void intake(String job, String date, Path inbox, String... settings) {
    well(
        job,
        Stream.concat(
                Stream.of("inbox=" + inbox, "business-date=" + date, "settle-seconds=1"),
                Stream.of(settings))
            .toArray(String[]::new));
  }

  /** Runs an intake over one file with these lines. */
  void declare(String job, String date, String... lines) throws IOException {
    Path inbox = anotherInbox();
    Files.write(inbox.resolve("declared.csv"), List.of(lines));
    intake(job, date, inbox);
  }

  /** Puts files or whole folders of the samples into the inbox, all of one old age. */
  void deliver(String... names) throws IOException {
    Files.createDirectories(inbox());
    for (String name : names) {
      Path source = SAMPLES.resolve("inbox").resolve(name);
      try (Stream<Path> files = Files.walk(source)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path target = inbox().resolve(SAMPLES.resolve("inbox").relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
          Files.setLastModifiedTime(target, FileTime.from(Instant.parse("2024-01-25T09:00:00Z")));
        }
      }
    }
  }

  /** An inbox of its own with copies of folders of samples, for a run to take its files from. */
  Path inboxOf(String... parts) throws IOException {
    Path inbox = anotherInbox();
    for (String part : parts) {
      try (Stream<Path> files = Files.list(SAMPLES.resolve(part))) {
        for (Path file : files.toList()) {
          Files.copy(file, inbox.resolve(file.getFileName()));
        }
      }
    }
    return inbox;
  }

  Path anotherInbox() throws IOException {
    return Files.createDirectories(folder.resolve("inbox-" + ++inboxes));
  }

  /** Writes a file to hand over. */
  Path file(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, List.of(lines));
  }

  List<Map<String, String>> receipts() throws IOException {
    return Tables.csv(output().resolve("receipts.csv"));
  }

  /** The rows of a sheet of an output below its header. */
  List<Map<String, String>> sheet(String workbook, String sheetName, String firstColumn)
      throws IOException {
    return Tables.sheet(output().resolve(workbook), sheetName, firstColumn);
  }
}
