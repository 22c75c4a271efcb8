package basedecl.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The samples: {@code inbox/} with a file for each case and defect, {@code roster/employers.csv},
 * and {@code expected/}, what a night and an audit over them should leave. Made up from a seed, so
 * that they can be made again byte for byte ({@code make samples}).
 */
public final class SampleInbox {

  private static final long SEED = 20_240_125L;
  private static final int SILENT_EMPLOYERS = 9;

  private SampleInbox() {}

  /** Writes the samples into the folder named, {@code samples} where none is. */
  public static void main(String[] arguments) {
    write(Path.of(arguments.length == 0 ? "samples" : arguments[0]));
  }

  /** Every file of the samples by its path within {@code samples/}. */
  public static Map<String, byte[]> files() {
    SamplePeople people = new SamplePeople(SEED);
    SampleEmployers employers = new SampleEmployers(SEED);
    List<SampleFile> inbox = new ArrayList<>();
    inbox.addAll(new GoodFiles(people, employers).all());
    inbox.addAll(new Corrections(people, employers).all());
    inbox.addAll(new BadRows(people, employers).all());
    inbox.addAll(new BadFiles(people, employers).all());
    for (int i = 0; i < SILENT_EMPLOYERS; i++) {
      employers.next();
    }

    Map<String, byte[]> files = new TreeMap<>();
    inbox.forEach(file -> files.put("inbox/" + file.path(), file.bytes()));
    files.put(
        "roster/employers.csv",
        SampleBytes.withBom(csv(roster(employers.all(), handed("last-year.csv")))));
    SampleNight night = new SampleNight(inbox, employers.all());
    night.tables().forEach((name, table) -> files.put("expected/" + name, csv(table)));
    new SampleAudit(
            night.declared(), employers.all(), handed("tax-wages.csv"), handed("last-year.csv"))
        .tables()
        .forEach((name, table) -> files.put("expected/" + name, csv(table)));
    return files;
  }

  /** A file of {@code samples/audit/}, which is written by hand. */
  private static String handed(String name) {
    try {
      return Files.readString(Path.of("samples", "audit", name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static void write(Path folder) {
    try {
      for (String part : List.of("inbox", "roster", "expected/audit")) {
        clear(folder.resolve(part));
      }
      for (Map.Entry<String, byte[]> file : files().entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.resolveSibling("."));
        Files.write(path, file.getValue());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> old = Files.walk(folder)) {
      for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Last year's bases are those that {@code last-year.csv} has as well, where it has any. */
  private static List<List<String>> roster(List<SampleEmployer> employers, String lastYear) {
    Map<String, String> bases =
        lastYear
            .lines()
            .skip(1)
            .map(line -> line.split(",", -1))
            .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("单位编号", "单位名称", "统一社会信用代码", "经办机构", "公务员医疗补助", "参加养老保险", "上月缴费额", "上年缴费基数合计"));
    for (SampleEmployer employer : employers) {
      rows.add(
          List.of(
              employer.code(),
              employer.name(),
              employer.creditCode(),
              employer.agency(),
              employer.subsidy(),
              employer.pensionInsured(),
              employer.lastMonthAmount(),
              employer.lastYearBaseTotal().isEmpty()
                  ? ""
                  : bases.getOrDefault(employer.code(), employer.lastYearBaseTotal())));
    }
    return rows;
  }

  private static byte[] csv(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      List<String> fields = row.stream().map(field -> SampleBytes.quoted(field, ',')).toList();
      text.append(String.join(",", fields)).append("\r\n");
    }
    return SampleBytes.utf8(text.toString());
  }
}
