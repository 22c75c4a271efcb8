package basedecl.reference;

import basedecl.reference.SentFile.Between;
import basedecl.reference.SentFile.Person;
import basedecl.reference.SentFile.SentRow;
import basedecl.reference.SentFile.SentSheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A small night by chance: employers that send once, correct themselves or share a file, one sheet
 * or two, wages around and on the limits in several spellings, blank and total lines, and now and
 * then a line that spoils its employer's declaration.
 */
final class RandomNight {

  private static final List<String> ENDINGS = List.of(".xlsx", ".xls", ".csv");
  private static final List<String> LIMITS = List.of("4242.00", "21207.00");
  private static final String WEIGHTS = "79A584216379A5842";
  private static final String CHECK = "10X98765432";

  private final Random random;
  private int people;

  private RandomNight(long seed) {
    random = new Random(seed);
  }

  /** The files of a night, in the order in which they came. */
  static List<SentFile> of(long seed) {
    return new RandomNight(seed).files();
  }

  private List<SentFile> files() {
    int employers = 4 + random.nextInt(6);
    List<SentFile> files = new ArrayList<>();
    for (int i = 0; i < employers + 3; i++) {
      // The first ones send once each; the rest are corrections and shared files.
      List<Integer> senders =
          new ArrayList<>(List.of(i < employers ? i : random.nextInt(employers)));
      int other = random.nextInt(employers);
      if (random.nextInt(4) == 0 && !senders.contains(other)) {
        senders.add(other);
      }
      files.add(file(i, senders));
    }
    return files;
  }

  private SentFile file(int number, List<Integer> senders) {
    String ending = ENDINGS.get(random.nextInt(ENDINGS.size()));
    int sheets = ending.equals(".csv") ? 1 : 1 + random.nextInt(2);
    List<SentSheet> written = new ArrayList<>();
    boolean spoilt = random.nextInt(6) == 0;
    // Some employers pay most of their people little: they are the ones to check themselves.
    int low = random.nextInt(3) == 0 ? 9 : 2;
    for (int sheet = 1; sheet <= sheets; sheet++) {
      List<SentRow> rows = new ArrayList<>();
      for (int employer : senders) {
        int size = 1 + random.nextInt(25);
        for (int i = 0; i < size; i++) {
          between(rows);
          rows.add(person(employer, low));
        }
      }
      if (spoilt && sheet == sheets) {
        rows.add(random.nextInt(rows.size() + 1), spoiler(senders.get(0)));
      }
      written.add(new SentSheet("表" + sheet, random.nextInt(3), rows));
    }
    return new SentFile("night/%02d%s".formatted(number, ending), written);
  }

  private void between(List<SentRow> rows) {
    switch (random.nextInt(20)) {
      case 0 -> rows.add(new Between(""));
      case 1 -> rows.add(new Between("合计"));
      default -> {}
    }
  }

  private Person person(int employer, int low) {
    BigDecimal wage = wage(low);
    return new Person(
        code(employer),
        name(employer),
        "张三" + (char) ('一' + random.nextInt(300)),
        idNumber(),
        wage,
        wageText(wage),
        true);
  }

  private BigDecimal wage(int lowInTen) {
    BigDecimal limit = new BigDecimal(LIMITS.get(random.nextInt(2)));
    if (random.nextInt(10) < lowInTen) {
      return BigDecimal.valueOf(1 + random.nextInt(424_200), 2);
    }
    return switch (random.nextInt(6)) {
      case 0 -> limit;
      case 1 -> limit.subtract(new BigDecimal("0.01"));
      case 2 -> limit.add(new BigDecimal("0.01"));
      case 3 -> BigDecimal.valueOf(2_120_700L + random.nextInt(5_000_000), 2);
      default -> BigDecimal.valueOf(424_200L + random.nextInt(1_696_500), 2);
    };
  }

  private String wageText(BigDecimal wage) {
    return switch (random.nextInt(8)) {
      case 0 -> "%,.2f".formatted(wage);
      case 1 -> wage.toPlainString() + "元";
      case 2 -> "￥" + wage.toPlainString();
      case 3 -> fullWidth(wage.toPlainString());
      default -> "";
    };
  }

  private static String fullWidth(String digits) {
    StringBuilder wide = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      wide.append((char) (digits.charAt(i) - '!' + '！'));
    }
    return wide.toString();
  }

  private Person spoiler(int employer) {
    String id = idNumber();
    BigDecimal wage = new BigDecimal("5000.00");
    return switch (random.nextInt(5)) {
      case 0 -> bad(employer, "李四", id.substring(0, 17) + other(id.charAt(17)), wage, "");
      case 1 -> bad(employer, "", id, wage, "");
      case 2 -> bad(employer, "李四", id, wage.negate(), "");
      case 3 -> bad(employer, "李四", id, wage, "5000.001");
      default -> bad(employer, "李四", id, wage, "面议");
    };
  }

  private static Person bad(int employer, String name, String id, BigDecimal wage, String text) {
    return new Person(code(employer), name(employer), name, id, wage, text, false);
  }

  private static char other(char check) {
    return check == '0' ? '1' : '0';
  }

  private String idNumber() {
    return idNumber(people++);
  }

  /** The identity number of the so-manieth person. */
  static String idNumber(int person) {
    String digits = "370702" + (1960 + person % 40) + "0615" + "%03d".formatted(person / 40);
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (digits.charAt(i) - '0') * Character.digit(WEIGHTS.charAt(i), 16);
    }
    return digits + CHECK.charAt(sum % 11);
  }

  static String code(int employer) {
    return "37070" + (100 + employer);
  }

  static String name(int employer) {
    return "第" + employer + "测试厂";
  }
}
