package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** Runs jobs in a folder of their own, on an H2 ledger, and reads what they leave. */
final class Nights {

  static final int DONE = 0;
  private static final Path SAMPLES = Path.of("samples");

  private final Path folder;
  private int inboxes;

  Nights(Path folder) {
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    this.folder = folder;
  }

  /** How a run ended, and everything it said. */
  record Ended(int status, String said) {}

  Path folder() {
    return folder;
  }

  Path output() {
    return folder.resolve("output");
  }

  /** Runs {@code jobs/NAME.yaml} with these keys laid over it. */
  Ended run(String job, String... settings) {
    List<String> arguments = new ArrayList<>(List.of("run", "jobs/" + job + ".yaml"));
    List<String> all =
        new ArrayList<>(
            List.of(
                "work=" + folder.resolve("work"),
                "output=" + output(),
                "database=jdbc:h2:file:" + folder.resolve("ledger")));
    all.addAll(List.of(settings));
    for (String setting : all) {
      arguments.add("--set");
      arguments.add(setting);
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int status = Main.execute(arguments.toArray(String[]::new), out, out, false);
    return new Ended(status, said.toString(StandardCharsets.UTF_8));
  }

  /** Runs an intake over one file with these lines. */
  void declare(String job, String date, String... lines) throws IOException {
    Path inbox = Files.createDirectories(folder.resolve("inbox-" + ++inboxes));
    Files.writeString(inbox.resolve("declared.csv"), String.join("\n", lines) + "\n");
    run(job, date, inbox);
  }

  void run(String job, String date, Path inbox) {
    Ended ended = run(job, "inbox=" + inbox, "business-date=" + date, "settle-seconds=1");
    assertThat(ended.status()).as(ended.said()).isEqualTo(DONE);
  }

  /** A copy of a folder of samples, for the run to take its files from. */
  Path sampleInbox(String part) throws IOException {
    Path inbox = Files.createDirectories(folder.resolve("inbox-" + ++inboxes));
    try (var files = Files.list(SAMPLES.resolve(part))) {
      for (Path file : files.toList()) {
        Files.copy(file, inbox.resolve(String.valueOf(file.getFileName())));
      }
    }
    return inbox;
  }

  Path file(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, String.join("\n", lines) + "\n");
    return file;
  }

  /** The rows of a table as they look, header row first; it begins with {@code firstTitle}. */
  static List<List<String>> table(Path workbook, String sheet, String firstTitle)
      throws IOException {
    DataFormatter looks = new DataFormatter();
    List<List<String>> rows = new ArrayList<>();
    try (InputStream in = Files.newInputStream(workbook);
        Workbook book = WorkbookFactory.create(in)) {
      Sheet found = book.getSheet(sheet);
      assertThat(found).as(sheet).isNotNull();
      int width = 0;
      for (Row row : found) {
        if (rows.isEmpty() && !looks.formatCellValue(row.getCell(0)).equals(firstTitle)) {
          continue;
        }
        width = rows.isEmpty() ? row.getLastCellNum() : width;
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
          cells.add(looks.formatCellValue(row.getCell(i)).replace(",", ""));
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  /** A table's rows by their first cell, each by its titles. */
  static Map<String, Map<String, String>> byFirst(Path workbook, String sheet, String firstTitle)
      throws IOException {
    List<List<String>> table = table(workbook, sheet, firstTitle);
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (List<String> cells : table.subList(1, table.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        row.put(table.get(0).get(i), cells.get(i));
      }
      rows.put(cells.get(0), row);
    }
    return rows;
  }

  /** The lines of an expected table. */
  static List<List<String>> expected(String name) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(SAMPLES.resolve("expected").resolve(name))) {
      rows.add(List.of(line.replace("\ufeff", "").split(",", -1)));
    }
    return rows;
  }
}
