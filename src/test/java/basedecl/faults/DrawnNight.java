package basedecl.faults;

import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A night by chance, of every kind of file each time: a CSV and a workbook of more people than a
 * chunk holds, one of them refused for its last row; files of several employers, corrected or not,
 * some refused; the same bytes at two places; people whom two employers declare; samples drawn from
 * all that a night may meet. Whose file comes later is chance as well.
 */
final class DrawnNight {

  /** What every night's output holds that is compared. */
  static final List<String> OUTPUTS =
      Stream.of(
              "summary-2024.xlsx",
              "detail-2024.xlsx",
              "flagged-2024.xlsx",
              "not-declared-2024.xlsx",
              "declaration-changes-2024.xlsx",
              "receipts.csv")
          .map(name -> "output/" + name)
          .toList();

  private static final Path SAMPLES = Path.of("samples", "inbox");
  private static final List<String> TITLES = List.of("单位编号", "姓名", "证件号码", "月均工资");
  private static final int DRAWN = 20;
  private static final int SHARED_FILES = 6;
  private static final int FIRST_EMPLOYER = 48;
  private static final int EMPLOYERS = 20;

  /** Few enough that some are declared by two employers. */
  private static final int POOL = 400;

  private final Random random;
  private final Map<String, byte[]> files = new TreeMap<>();

  private DrawnNight(long seed) {
    random = new Random(seed);
  }

  /** Puts the night of this seed on each of the grounds. */
  static void put(long seed, Ground... grounds) throws IOException {
    DrawnNight night = new DrawnNight(seed);
    night.draw(Files.createTempFile(grounds[0].folder().resolve("tmp"), "large", ".xlsx"));
    for (Ground ground : grounds) {
      for (Map.Entry<String, byte[]> file : night.files.entrySet()) {
        ground.put(file.getKey(), file.getValue());
      }
    }
  }

  private void draw(Path scratch) throws IOException {
    boolean badCsv = random.nextBoolean();
    add("large.csv", csv(large("0370700046", 0, badCsv)));
    add("large.xlsx", workbook(scratch, large("0370700047", LargeDeclaration.PEOPLE, !badCsv)));
    for (int i = 0; i < SHARED_FILES; i++) {
      List<String> employers =
          IntStream.range(0, 1 + random.nextInt(4))
              .mapToObj(each -> "03707000" + (FIRST_EMPLOYER + random.nextInt(EMPLOYERS)))
              .distinct()
              .toList();
      int corrections = random.nextInt(3);
      for (int version = 0; version <= corrections; version++) {
        add("shared.csv", csv(rows(employers)));
      }
    }
    byte[] twice = csv(rows(List.of("0370700069")));
    add("once.csv", twice);
    add("twice.csv", twice);
    for (Path sample : samples()) {
      add(String.valueOf(sample.getFileName()), Files.readAllBytes(sample));
    }
  }

  private void add(String name, byte[] bytes) {
    files.put(random.nextInt(9) + "/" + (100 + random.nextInt(900)) + "-" + name, bytes);
  }

  private List<Path> samples() throws IOException {
    try (Stream<Path> found = Files.walk(SAMPLES)) {
      List<Path> all = found.filter(Files::isRegularFile).sorted().toList();
      return random.ints(DRAWN, 0, all.size()).mapToObj(all::get).toList();
    }
  }

  private List<List<String>> large(String employer, int firstPerson, boolean lastIsBad) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < LargeDeclaration.PEOPLE; i++) {
      boolean bad = lastIsBad && i == LargeDeclaration.PEOPLE - 1;
      rows.add(row(employer, firstPerson + i, bad ? "nothing" : wage(10)));
    }
    return rows;
  }

  /** Of some employers most people earn little, and of one in six a row is bad. */
  private List<List<String>> rows(List<String> employers) {
    List<List<String>> rows = new ArrayList<>();
    for (String employer : employers) {
      int low = random.nextInt(3) == 0 ? 85 : 20;
      int people = 1 + random.nextInt(30);
      int bad = random.nextInt(6) == 0 ? random.nextInt(people) : -1;
      List<Integer> drawn = random.ints(0, POOL).distinct().limit(people).boxed().toList();
      for (int i = 0; i < people; i++) {
        int person = 2 * LargeDeclaration.PEOPLE + drawn.get(i);
        rows.add(row(employer, person, i == bad ? "-1" : wage(low)));
      }
    }
    return rows;
  }

  private String wage(int percentLow) {
    int fen =
        random.nextInt(100) < percentLow
            ? 100_000 + random.nextInt(324_200)
            : 424_200 + random.nextInt(2_000_000);
    return "%d.%02d".formatted(fen / 100, fen % 100);
  }

  private static List<String> row(String employer, int person, String wage) {
    return Arrays.asList(employer, "甲" + person, LargeDeclaration.number(person), wage);
  }

  private static byte[] csv(List<List<String>> rows) {
    StringBuilder text = new StringBuilder(String.join(",", TITLES)).append('\n');
    rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] workbook(Path scratch, List<List<String>> rows) throws IOException {
    List<TableColumn> columns = TITLES.stream().map(title -> TableColumn.text(title, 20)).toList();
    try (TableWorkbook workbook = TableWorkbook.at(scratch, LocalDate.of(2024, 1, 25))) {
      TableRows sheet = workbook.sheet(TableSheet.of("申报", "申报", columns), rows.size());
      for (List<String> row : rows) {
        sheet.row();
        for (String cell : row) {
          sheet.text(cell);
        }
      }
      workbook.finish();
    }
    byte[] bytes = Files.readAllBytes(scratch);
    Files.delete(scratch);
    return bytes;
  }
}
