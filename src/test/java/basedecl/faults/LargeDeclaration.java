package basedecl.faults;

import java.nio.charset.StandardCharsets;

/** CSV declarations of more people than a chunk holds; nobody's numbers, made up in order. */
final class LargeDeclaration {

  static final int PEOPLE = 20_500;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private LargeDeclaration() {}

  /** Stored in two chunks. */
  static byte[] whole() {
    return csv("0370700046", 0, "5000.00");
  }

  /** Stored in one chunk and taken back with the next one. */
  static byte[] lastRowBad() {
    return csv("0370700047", PEOPLE, "nothing");
  }

  private static byte[] csv(String employer, int firstPerson, String lastWage) {
    StringBuilder text = new StringBuilder("单位编号,姓名,证件号码,月均工资\n");
    for (int i = 0; i < PEOPLE; i++) {
      String wage = i == PEOPLE - 1 ? lastWage : (4_000 + i) + ".5";
      text.append(employer).append(",甲").append(i).append(',').append(number(firstPerson + i));
      text.append(',').append(wage).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The area 990000 belongs to nobody; nine hundred people a day, beginning with 1980-01-01. */
  static String number(int person) {
    String body =
        "990000"
            + java.time.LocalDate.of(1980, 1, 1)
                .plusDays(person / 900)
                .format(java.time.format.DateTimeFormatter.BASIC_ISO_DATE)
            + String.format("%03d", person % 900);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (body.charAt(i) - '0');
    }
    return body + "10X98765432".charAt(sum % 11);
  }
}
