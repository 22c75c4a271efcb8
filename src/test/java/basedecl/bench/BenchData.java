package basedecl.bench;

import basedecl.money.Money;
import basedecl.spreadsheet.TableColumn;
import basedecl.spreadsheet.TableRows;
import basedecl.spreadsheet.TableSheet;
import basedecl.spreadsheet.TableWorkbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;

/**
 * Makes an inbox and a roster of any size, seeded: most employers have fewer than 60 people, a few
 * have thousands. Nine in ten files are .xlsx, the others CSV. The people are made up; their
 * numbers have valid check digits.
 */
public final class BenchData {

  private static final String CHECK = "10X98765432";
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰";

  private final Random random;
  private long people;

  private BenchData(long seed) {
    random = new Random(seed);
  }

  /**
   * Writes {@code FOLDER/inbox} and {@code FOLDER/roster.csv}.
   *
   * @param arguments folder, people, employers
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    new BenchData(42).write(folder, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
  }

  private void write(Path folder, int total, int employers) throws IOException {
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    int[] sizes = sizes(total, employers);
    StringBuilder roster = new StringBuilder("单位编号,单位名称,经办机构,上月缴费额\n");
    for (int i = 0; i < employers; i++) {
      String code = String.format("%010d", 3_707_000_001L + i);
      Path sub = Files.createDirectories(inbox.resolve(String.format("%03d", i / 500)));
      Path file = sub.resolve(code + (i % 10 == 9 ? ".csv" : ".xlsx"));
      if (i % 10 == 9) {
        csv(file, code, sizes[i]);
      } else {
        xlsx(file, code, sizes[i]);
      }
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-25T09:00:00Z")));
      roster.append(code).append(",测试单位").append(i).append(",市直,10000.00\n");
    }
    Files.writeString(folder.resolve("roster.csv"), roster);
  }

  /** A few large employers hold a third of the people, the others share the rest unevenly. */
  private int[] sizes(int total, int employers) {
    double[] weights = new double[employers];
    double sum = 0;
    for (int i = 0; i < employers; i++) {
      weights[i] = Math.exp(1.4 * random.nextGaussian());
      sum += weights[i];
    }
    int[] sizes = new int[employers];
    int left = total;
    for (int i = 0; i < employers; i++) {
      sizes[i] = Math.max(1, (int) (total * weights[i] / sum));
      left -= sizes[i];
    }
    sizes[0] = Math.max(1, sizes[0] + left);
    return sizes;
  }

  private void xlsx(Path file, String code, int size) throws IOException {
    TableSheet sheet =
        TableSheet.of(
            "申报表",
            "2024年度缴费基数申报表",
            TableColumn.serial("序号", 8),
            TableColumn.text("单位编号", 14),
            TableColumn.prose("单位名称", 30),
            TableColumn.text("姓名", 12),
            TableColumn.text("证件类型", 12),
            TableColumn.text("证件号码", 22),
            TableColumn.money("月均工资", 14),
            TableColumn.text("备注", 20));
    try (TableWorkbook workbook = TableWorkbook.at(file, LocalDate.of(2024, 1, 25))) {
      TableRows rows = workbook.sheet(sheet, size);
      for (int i = 1; i <= size; i++) {
        rows.row()
            .number(i)
            .text(code)
            .text("测试单位")
            .text(name())
            .text("居民身份证")
            .text(idNumber())
            .money(wage())
            .text("");
      }
      workbook.finish();
    }
  }

  private void csv(Path file, String code, int size) throws IOException {
    StringBuilder text = new StringBuilder("序号,单位编号,单位名称,姓名,证件类型,证件号码,月均工资,备注\n");
    for (int i = 1; i <= size; i++) {
      text.append(i).append(',').append(code).append(",测试单位,").append(name());
      text.append(",居民身份证,").append(idNumber()).append(',').append(wage()).append(",\n");
    }
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private String name() {
    return SURNAMES.charAt(random.nextInt(SURNAMES.length()))
        + String.valueOf(GIVEN.charAt(random.nextInt(GIVEN.length())))
        + GIVEN.charAt(random.nextInt(GIVEN.length()));
  }

  private Money wage() {
    return Money.ofFen(
        random.nextInt(5) == 0
            ? 300_000 + random.nextInt(124_200)
            : 424_200 + random.nextInt(2_000_000));
  }

  /** Numbers no two of which are the same: the day of birth and the sequence count up. */
  private String idNumber() {
    long n = people++;
    LocalDate birth = LocalDate.of(1965, 1, 1).plusDays(n / 1000 % 14_000);
    String first =
        String.format("%06d", 370_700 + n / 14_000_000)
            + birth.toString().replace("-", "")
            + String.format("%03d", n % 1000);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (first.charAt(i) - '0') * WEIGHTS[i];
    }
    return first + CHECK.charAt(sum % 11);
  }
}
