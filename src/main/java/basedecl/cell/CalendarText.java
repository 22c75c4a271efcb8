package basedecl.cell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Months and days as they stand in tables: a date cell; {@code 2024-01}, {@code 2024/1}, {@code
 * 2024.01}, {@code 202401}, {@code 2024年1月}; {@code 2024-01-25}, {@code 2024/1/25}, {@code
 * 2024.1.25}, {@code 20240125}, {@code 2024年1月25日}, each day with or without a time behind it.
 * Full-width digits are digits, spaces do not count. {@code 2024.1} is no month: as a number it may
 * have been {@code 2024.10}.
 */
public final class CalendarText {

  private static final int LONGEST = 40;

  private static final Pattern MONTH =
      Pattern.compile("([12]\\d{3})(?:[-/年](\\d{1,2})|\\.(\\d)(?=月)|\\.?(\\d{2}))(?:月份?)?");
  private static final Pattern DAY =
      Pattern.compile("([12]\\d{3})(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})[日号]?|(\\d{2})(\\d{2}))");

  /** A time, however much of it, set off from the day. */
  private static final Pattern TIME =
      Pattern.compile("(?<=[\\d日号])(?:T|\\s)\\s*(?:[上下]午)?\\s*\\d{1,2}:\\d{2}.*");

  private CalendarText() {}

  /** The month a cell names; of a day, the month it lies in. */
  public static Optional<YearMonth> month(CellValue cell) {
    Matcher month = MONTH.matcher(plain(cell));
    if (cell instanceof CellValue.Date || !month.matches()) {
      return day(cell).map(YearMonth::from);
    }
    try {
      return Optional.of(YearMonth.of(number(month, 1), number(month, 2, 3, 4)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The day a cell names; empty where there is no such day. */
  public static Optional<LocalDate> day(CellValue cell) {
    if (cell instanceof CellValue.Date date) {
      return Optional.of(date.date());
    }
    Matcher day = DAY.matcher(plain(cell));
    if (!day.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(number(day, 1), number(day, 2, 4), number(day, 3, 5)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String plain(CellValue cell) {
    String text = cell.asText();
    if (text.length() > LONGEST) {
      return "";
    }
    String narrow = Characters.halfWidth(text).strip();
    return Characters.compact(TIME.matcher(narrow).replaceFirst(""));
  }

  /** The first of these groups that matched. */
  private static int number(Matcher match, int... groups) {
    for (int group : groups) {
      String digits = match.group(group);
      if (digits != null) {
        return Integer.parseInt(digits);
      }
    }
    throw new IllegalStateException("No group of the pattern matched");
  }
}
