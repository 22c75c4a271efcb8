package basedecl.declaration;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell read as a day: a date cell, {@code 2024-01-25}, {@code 2024/1/25}, {@code 2024.1.25},
 * {@code 2024年1月25日} or {@code 20240125}, full-width digits too, a time of day after it left out.
 */
public final class DayText {

  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T].*)?");
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  private DayText() {}

  /** Empty where the cell holds no day that exists. */
  public static Optional<LocalDate> of(CellValue cell) {
    if (cell instanceof CellValue.Date date) {
      return Optional.of(date.date());
    }
    String text = Normalizer.normalize(cell.asText(), Normalizer.Form.NFKC).strip();
    for (Pattern pattern : new Pattern[] {WRITTEN, DIGITS}) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.matches()) {
        return day(matcher);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(Matcher matcher) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
