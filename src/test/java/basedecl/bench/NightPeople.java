package basedecl.bench;

import java.util.SplittableRandom;

/**
 * An employer's people, one after the other, the same ones each time: made-up names, wages on both
 * sides of both limits, identity numbers with valid check digits of which no two are the same.
 */
final class NightPeople {

  private static final String CHECK = "10X98765432";
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰";

  /** So many names there are; {@link #nameIndex()} is below it. */
  static final int NAMES = SURNAMES.length() * GIVEN.length() * GIVEN.length();

  private static final int BIRTHDAYS = 14_000;
  private static final int PEOPLE_A_DAY = 1_000;
  private static final int FIRST_REGION = 370_700;
  private static final long FIRST_BIRTHDAY = java.time.LocalDate.of(1965, 1, 1).toEpochDay();

  /** One employer in thirty pays nearly all of its people below the lower limit. */
  private static final int EMPLOYERS_PER_LOW_PAYER = 30;

  private final SplittableRandom random;
  private final long first;
  private final int size;
  private final int version;
  private final int lowInHundred;
  private int number;
  private int name;
  private long wageFen;

  NightPeople(long seed, long first, int size, int version) {
    this.random = new SplittableRandom(seed);
    this.first = first;
    this.size = size;
    this.version = version;
    this.lowInHundred = random.nextInt(EMPLOYERS_PER_LOW_PAYER) == 0 ? 90 : 18;
  }

  /** Goes on to the next person, if there is one. */
  boolean next() {
    if (number == size) {
      return false;
    }
    number++;
    name = random.nextInt(NAMES);
    boolean low = random.nextInt(100) < lowInHundred;
    wageFen = low ? 300_000 + random.nextInt(124_201) : 424_200 + random.nextInt(2_000_000);
    if (version > 0 && (number == 1 || number % 10 == 0)) {
      wageFen += 10_000L * version;
    }
    return true;
  }

  /** From 1. */
  int number() {
    return number;
  }

  int nameIndex() {
    return name;
  }

  String name() {
    return name(name);
  }

  static String name(int index) {
    int given = GIVEN.length();
    return new String(
        new char[] {
          SURNAMES.charAt(index / given / given),
          GIVEN.charAt(index / given % given),
          GIVEN.charAt(index % given)
        });
  }

  long wageFen() {
    return wageFen;
  }

  /** Yuan with two decimals. */
  String wage() {
    long cents = wageFen % 100;
    return wageFen / 100 + (cents < 10 ? ".0" : ".") + cents;
  }

  String idNumber() {
    return idNumber(first + number - 1);
  }

  /** The number of the n-th person of the night: the sequence counts up, then the day of birth. */
  static String idNumber(long n) {
    char[] digits = new char[18];
    write(FIRST_REGION + n / ((long) BIRTHDAYS * PEOPLE_A_DAY), digits, 0, 6);
    java.time.LocalDate birth =
        java.time.LocalDate.ofEpochDay(FIRST_BIRTHDAY + n / PEOPLE_A_DAY % BIRTHDAYS);
    write(
        birth.getYear() * 10_000L + birth.getMonthValue() * 100L + birth.getDayOfMonth(),
        digits,
        6,
        8);
    write(n % PEOPLE_A_DAY, digits, 14, 3);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (digits[i] - '0') * WEIGHTS[i];
    }
    digits[17] = CHECK.charAt(sum % 11);
    return new String(digits);
  }

  private static void write(long value, char[] into, int at, int count) {
    long rest = value;
    for (int i = at + count - 1; i >= at; i--) {
      into[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
