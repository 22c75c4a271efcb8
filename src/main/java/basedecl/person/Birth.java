package basedecl.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Day of birth and sex as an 18-digit number tells them: digits 7 to 14, and the 17th, which is odd
 * for men (GB 11643-1999; the permanent residence card of 2023 keeps to it).
 */
public record Birth(LocalDate day, boolean male) {

  private static final int LENGTH = 18;

  /** Empty for numbers that do not tell: passports, old permanent residence cards. */
  public static Optional<Birth> of(IdNumber number) {
    String digits = number.whole();
    if (digits.length() != LENGTH || !IdNumber.digits(digits, LENGTH - 1)) {
      return Optional.empty();
    }
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(digits, 6, 10, 10),
              Integer.parseInt(digits, 10, 12, 10),
              Integer.parseInt(digits, 12, 14, 10));
      return Optional.of(new Birth(day, digits.charAt(LENGTH - 2) % 2 == 1));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  public YearMonth month() {
    return YearMonth.from(day);
  }
}
