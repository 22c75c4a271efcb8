package basedecl.cli;

import basedecl.spreadsheet.CellText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs command lines in this process on a folder of its own, as a user would. */
final class JobRun {

  private final Path folder;
  private String out = "";
  private String err = "";

  JobRun(Path folder) {
    this.folder = folder;
  }

  /** Runs a job file of {@code jobs/}; {@code pairs} are {@code KEY=VALUE}. */
  int job(String name, String... pairs) {
    List<String> words = new ArrayList<>(List.of("run", "jobs/" + name + ".yaml"));
    words.addAll(List.of("--set", "work=" + folder.resolve("work"), "--set", "output=" + output()));
    return command(words, pairs);
  }

  /** Runs another command on the same ledger. */
  int command(List<String> command, String... pairs) {
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of("--set", "database=jdbc:h2:file:" + folder.resolve("ledger")));
    for (String pair : pairs) {
      words.addAll(List.of("--set", pair));
    }
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream warned = new ByteArrayOutputStream();
    int status =
        Main.execute(
            words.toArray(String[]::new),
            new PrintStream(printed, true, StandardCharsets.UTF_8),
            new PrintStream(warned, true, StandardCharsets.UTF_8),
            false);
    out = printed.toString(StandardCharsets.UTF_8);
    err = warned.toString(StandardCharsets.UTF_8);
    return status;
  }

  /** What {@code quote} said. */
  record Quote(int status, String out, String err) {}

  /** Runs {@code quote}, which needs no ledger, as known on a day of 2023. */
  static Quote quote(String... options) {
    List<String> words = new ArrayList<>(List.of("quote", "--set", "business-date=2023-02-01"));
    words.addAll(List.of(options));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream warned = new ByteArrayOutputStream();
    int status =
        Main.execute(
            words.toArray(String[]::new),
            new PrintStream(printed, true, StandardCharsets.UTF_8),
            new PrintStream(warned, true, StandardCharsets.UTF_8),
            false);
    return new Quote(
        status, printed.toString(StandardCharsets.UTF_8), warned.toString(StandardCharsets.UTF_8));
  }

  Path output() {
    return folder.resolve("output");
  }

  String out() {
    return out;
  }

  String err() {
    return err;
  }

  /** The rows under the header of a sheet, cells joined by {@code |}. */
  List<String> rows(String file, String sheet, String firstTitle) throws IOException {
    return CellText.rows(output().resolve(file), sheet, firstTitle);
  }

  List<String> lines(String file) throws IOException {
    return Files.readAllLines(output().resolve(file));
  }

  /** Writes a file to hand over. */
  Path file(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, Arrays.asList(lines));
  }
}
