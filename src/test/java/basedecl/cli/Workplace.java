package basedecl.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.NullUnmarked;

/** A folder in which commands are run, and what they left there. */
@NullUnmarked
final class Workplace {

  static final Path SAMPLES = Path.of("samples");

  private final Path folder;

  Workplace(Path folder) {
    this.folder = folder;
  }

  /** What a command printed and how it ended. */
  record Ended(int status, String out, String err) {}

  static Ended command(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Main.execute(
            args,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return new Ended(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  Path inbox() {
    return folder.resolve("inbox");
  }

  Path output() {
    return folder.resolve("output");
  }

  /** Runs a job file of the project on this folder; further settings win. */
  Ended run(String jobFile, String... set) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "run",
                jobFile,
                "--set",
                "inbox=" + inbox(),
                "--set",
                "work=" + folder.resolve("work"),
                "--set",
                "output=" + output(),
                "--set",
                "database=jdbc:h2:file:" + folder.resolve("ledger").toAbsolutePath()));
    for (String pair : set) {
      args.add("--set");
      args.add(pair);
    }
    return command(args.toArray(String[]::new));
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

  static List<Map<String, String>> csv(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (CSVParser parser =
        CSVParser.parse(
            file,
            StandardCharsets.UTF_8,
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
      for (CSVRecord line : parser) {
        rows.add(new LinkedHashMap<>(line.toMap()));
      }
    }
    return rows;
  }

  List<Map<String, String>> receipts() throws IOException {
    return csv(output().resolve("receipts.csv"));
  }

  /** The rows of a sheet below its header: the first row that holds {@code firstColumn}. */
  List<Map<String, String>> sheet(String workbook, String sheetName, String firstColumn)
      throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (Workbook book = WorkbookFactory.create(output().resolve(workbook).toFile(), null, true)) {
      Sheet sheet = book.getSheet(sheetName);
      List<String> header = new ArrayList<>();
      for (Row row : sheet) {
        if (!header.isEmpty()) {
          Map<String, String> values = new LinkedHashMap<>();
          for (int i = 0; i < header.size(); i++) {
            values.put(header.get(i), text(row.getCell(i)));
          }
          rows.add(values);
        } else if (text(row.getCell(0)).equals(firstColumn)) {
          row.forEach(cell -> header.add(text(cell)));
        }
      }
    }
    return rows;
  }

  /** The texts of a sheet's first column. */
  List<String> column(String workbook, String sheetName) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Workbook book = WorkbookFactory.create(output().resolve(workbook).toFile(), null, true)) {
      book.getSheet(sheetName).forEach(row -> texts.add(text(row.getCell(0))));
    }
    return texts;
  }

  private static String text(Cell cell) {
    if (cell == null || cell.getCellType() == CellType.BLANK) {
      return "";
    }
    return cell.getCellType() == CellType.NUMERIC
        ? BigDecimal.valueOf(cell.getNumericCellValue()).stripTrailingZeros().toPlainString()
        : cell.getStringCellValue();
  }

  /** Values with numbers in one form, so that {@code 4242.00} and {@code 4242} are the same. */
  static List<Map<String, String>> plain(List<Map<String, String>> rows, String... textColumns) {
    List<String> text = List.of(textColumns);
    List<Map<String, String>> plain = new ArrayList<>();
    for (Map<String, String> row : rows) {
      Map<String, String> values = new LinkedHashMap<>();
      row.forEach(
          (name, value) ->
              values.put(
                  name,
                  !text.contains(name) && value.matches("-?\\d+(\\.\\d+)?")
                      ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                      : value));
      plain.add(values);
    }
    return plain;
  }
}
