package basedecl.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Makes people up. Nobody real can be among them: the area 370700 names the city as a whole, to
 * which no identity number belongs, and the sequence 000 is never given.
 */
public final class SamplePeople {

  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰春梅建国文志海燕宇欣怡子涵梓轩";
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final LocalDate OLDEST = LocalDate.of(1965, 1, 1);
  // Nobody born after 1999: a 15-digit number leaves out the century and means the twentieth.
  private static final int DAYS = 12_700;

  private final Random random;
  // Their sequence makes all of them women, who retire at 55: whoever was born earlier would be
  // told.
  private static final LocalDate IN_SERVICE = LocalDate.of(1970, 1, 1);
  private static final int YOUNGER = 30;

  private int old;
  private final Set<LocalDate> drawn = new HashSet<>();
  private final Set<LocalDate> taken = new HashSet<>();

  public SamplePeople(long seed) {
    random = new Random(seed);
  }

  /**
   * Staff with ordinary wages: about a tenth below the lower limit, a twentieth above the upper.
   */
  List<SamplePerson> staff(int count) {
    List<SamplePerson> staff = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      staff.add(someone().earning(wage(i)));
    }
    return staff;
  }

  /** One person for each of these wages. */
  List<SamplePerson> earning(String... wages) {
    List<SamplePerson> staff = new ArrayList<>();
    for (String wage : wages) {
      staff.add(someone().earning(wage));
    }
    return staff;
  }

  public SamplePerson someone() {
    return new SamplePerson(
        name(), SamplePerson.RESIDENT, identity("370700", birthDate()), BigDecimal.ZERO, "");
  }

  /** Someone whose number ends in X. */
  public SamplePerson someoneEndingInX() {
    while (true) {
      SamplePerson person = someone();
      if (person.number().endsWith("X")) {
        return person;
      }
    }
  }

  /** A holder of a residence permit: area 810000 Hong Kong, 820000 Macao, 830000 Taiwan. */
  SamplePerson permitHolder(String area, String name) {
    return new SamplePerson(
        name, SamplePerson.PERMIT, identity(area, birthDate()), BigDecimal.ZERO, "");
  }

  SamplePerson withDocument(String name, String kind, String number) {
    return new SamplePerson(name, kind, number, BigDecimal.ZERO, "");
  }

  /** An 18-digit number that passes the check of GB 11643 whatever its date part says. */
  public static String checked(String seventeen) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * Character.digit(seventeen.charAt(i), 10);
    }
    return seventeen + "10X98765432".charAt(sum % 11);
  }

  /** The same number with another check character. */
  public static String miswritten(String number) {
    char last = number.charAt(17);
    return number.substring(0, 17) + (last == '9' ? '1' : '9');
  }

  private static String identity(String area, LocalDate birth) {
    return checked(area + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "000");
  }

  private LocalDate birthDate() {
    while (true) {
      LocalDate day = OLDEST.plusDays(random.nextInt(DAYS));
      if (drawn.add(day)) {
        return inService(day);
      }
    }
  }

  /** A birth date whose number ends as that of {@code day} would; the first of the old stays. */
  private LocalDate inService(LocalDate day) {
    char last = last(day);
    boolean younger = day.isBefore(IN_SERVICE) && old++ > 0;
    LocalDate birth = younger ? day.plusYears(YOUNGER) : day;
    while (last(birth) != last || !taken.add(birth)) {
      birth = birth.minusDays(1);
    }
    return birth;
  }

  private static char last(LocalDate birth) {
    return identity("370700", birth).charAt(17);
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    name.append(pick(SURNAMES)).append(pick(GIVEN));
    if (random.nextInt(4) > 0) {
      name.append(pick(GIVEN));
    }
    return name.toString();
  }

  private char pick(String characters) {
    return characters.charAt(random.nextInt(characters.length()));
  }

  private BigDecimal wage(int index) {
    int fen =
        switch (index % 20) {
          case 3, 13 -> 260_000 + random.nextInt(160_000);
          case 9 -> 2_200_000 + random.nextInt(2_000_000);
          default -> 430_000 + random.nextInt(1_200_000);
        };
    return BigDecimal.valueOf(random.nextInt(3) == 0 ? fen : fen / 100 * 100, 2);
  }
}
