package basedecl.declaration;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days and months as they stand in tables: a date cell, {@code 2024-01-25}, {@code 2024/1/25},
 * {@code 20240125}, {@code 2024年1月25日}, each with or without a time of day; {@code 2024-01}, {@code
 * 202401}, {@code 2024年1月}. Full-width digits are digits. {@code 2024.1} is refused as a month: as
 * a number it may have been {@code 2024.10}.
 */
public final class DateText {

  private static final int LONGEST = 40;

  private static final Pattern DAY =
      Pattern.compile(
          "(\\d{4})([-/.年])\\s*(\\d{1,2})[-/.月]\\s*(\\d{1,2})日?(?:[T\\s]\\s*\\d{1,2}:\\d{2}.*)?");
  private static final Pattern PLAIN_DAY = Pattern.compile("(\\d{4})()(\\d{2})(\\d{2})");
  private static final Pattern MONTH =
      Pattern.compile("(\\d{4})(?:[-/年]\\s*(\\d{1,2})|\\.?(\\d{2}))(?:月|月份)?");

  private DateText() {}

  /** The day a cell names. */
  public static Optional<LocalDate> day(CellValue cell) {
    if (cell instanceof CellValue.Date date) {
      return Optional.of(date.date());
    }
    String text = normal(cell);
    Matcher day = DAY.matcher(text);
    Matcher plain = PLAIN_DAY.matcher(text);
    if (day.matches()) {
      return of(day);
    }
    return plain.matches() ? of(plain) : Optional.empty();
  }

  /** The month a cell names; of a day, the month it lies in. */
  public static Optional<YearMonth> month(CellValue cell) {
    Matcher month = MONTH.matcher(normal(cell));
    if (!(cell instanceof CellValue.Date) && month.matches()) {
      String number = month.group(2) == null ? month.group(3) : month.group(2);
      try {
        return Optional.of(
            YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(number)));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
    return day(cell).map(YearMonth::from);
  }

  private static Optional<LocalDate> of(Matcher match) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(match.group(1)),
              Integer.parseInt(match.group(3)),
              Integer.parseInt(match.group(4))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String normal(CellValue cell) {
    String text = cell.asText();
    if (text.length() > LONGEST) {
      return "";
    }
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    return narrow.startsWith("'") ? narrow.substring(1) : narrow;
  }
}
