package basedecl.declaration;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Months and days as people write them: {@code 2024-01}, {@code 202401}, {@code 2024年1月}, {@code
 * 2024/1/25}, {@code 20240125}, or a cell that is a date.
 */
public final class CalendarText {

  private static final Pattern MONTH =
      Pattern.compile("([12]\\d{3})(?:[-/.年]([01]?\\d)月?|([01]\\d))");
  private static final Pattern DAY =
      Pattern.compile("([12]\\d{3})(?:[-/.年]([01]?\\d)[-/.月]([0-3]?\\d)日?|([01]\\d)([0-3]\\d))");
  private static final Pattern TIME = Pattern.compile("[T ]?\\d{1,2}:\\d{2}(:\\d{2})?(\\.\\d+)?$");

  private CalendarText() {}

  /** A month; the month of a day where a whole day stands there. */
  public static Optional<YearMonth> month(CellValue cell) {
    if (cell instanceof CellValue.Date date) {
      return Optional.of(YearMonth.from(date.date()));
    }
    Matcher month = MONTH.matcher(plain(cell));
    if (!month.matches()) {
      return day(cell).map(YearMonth::from);
    }
    try {
      return Optional.of(
          YearMonth.of(number(month.group(1)), number(either(month.group(2), month.group(3)))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A day that exists; a time of day after it is passed over. */
  public static Optional<LocalDate> day(CellValue cell) {
    if (cell instanceof CellValue.Date date) {
      return Optional.of(date.date());
    }
    Matcher day = DAY.matcher(plain(cell));
    if (!day.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              number(day.group(1)),
              number(either(day.group(2), day.group(4))),
              number(either(day.group(3), day.group(5)))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String plain(CellValue cell) {
    String text = cell.asText();
    return text.length() > 40
        ? ""
        : Characters.compact(TIME.matcher(text.strip()).replaceFirst("")).replace('号', '日');
  }

  private static String either(
      @org.jspecify.annotations.Nullable String one,
      @org.jspecify.annotations.Nullable String other) {
    return one != null ? one : String.valueOf(other);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
