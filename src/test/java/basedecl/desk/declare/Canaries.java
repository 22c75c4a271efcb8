package basedecl.desk.declare;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * People who occur nowhere else: every name begins with two characters, every number with ten
 * digits and every wage has a form that nothing else of the tests bears. A number masked as the
 * desk masks it bears no mark.
 */
final class Canaries {

  /** A name or a number, wherever it stands. */
  static final Pattern PERSON = Pattern.compile("鸂鶒|37077719\\d{2}|e9b882e9b692");

  /** The same, and wages. */
  static final Pattern ANYTHING = Pattern.compile(PERSON.pattern() + "|543\\d\\d[.]98");

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final int FIRST_CHARACTER = 0x4E10;

  private Canaries() {}

  /** One of them. */
  record Person(String name, String number, String wage) {

    /** The number with another check character. */
    String wrongNumber() {
      return number.substring(0, 17) + (number.endsWith("1") ? "2" : "1");
    }
  }

  static List<Person> people(int count) {
    return IntStream.range(0, count).mapToObj(Canaries::person).toList();
  }

  private static Person person(int serial) {
    return new Person(
        "鸂鶒" + Character.toString(FIRST_CHARACTER + serial),
        number(serial),
        String.format(Locale.ROOT, "543%02d.98", serial % 100));
  }

  private static String number(int serial) {
    String first =
        "370777"
            + LocalDate.of(1960, 1, 1).plusDays(serial).format(DateTimeFormatter.BASIC_ISO_DATE)
            + String.format(Locale.ROOT, "%03d", serial % 1_000);
    int sum = 0;
    for (int i = 0; i < first.length(); i++) {
      sum += WEIGHTS[i] * (first.charAt(i) - '0');
    }
    return first + "10X98765432".charAt(sum % 11);
  }
}
