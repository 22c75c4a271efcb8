package basedecl.policyfile;

import basedecl.message.RefusedException;
import basedecl.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One value as it is written, with its key and line. Numbers are read from their digits, never by
 * way of binary floating point.
 */
record Scalar(SourceFile file, int line, String key, String text) {

  private static final Pattern YEAR = Pattern.compile("(19|20|21)\\d{2}");
  private static final Pattern MONTH = Pattern.compile("(19|20|21)\\d{2}-\\d{2}");
  private static final Pattern DATE = Pattern.compile("(19|20|21)\\d{2}-\\d{2}-\\d{2}");
  private static final Pattern AMOUNT = Pattern.compile("(0|[1-9]\\d{0,8})(\\.\\d{1,2})?");
  private static final Pattern DECIMAL = Pattern.compile("(0|[1-9]\\d{0,5})(\\.\\d{1,12})?");
  private static final Pattern COUNT = Pattern.compile("0|[1-9]\\d{0,5}");

  String words() {
    if (text.isBlank()) {
      throw refusal("policy.blank");
    }
    return text.strip();
  }

  int year() {
    return Integer.parseInt(matching(YEAR, "policy.not-a-year"));
  }

  YearMonth month() {
    try {
      return YearMonth.parse(matching(MONTH, "policy.not-a-month"));
    } catch (DateTimeException e) {
      throw refusal("policy.not-a-month");
    }
  }

  LocalDate date() {
    try {
      return LocalDate.parse(matching(DATE, "policy.not-a-date"));
    } catch (DateTimeException e) {
      throw refusal("policy.not-a-date");
    }
  }

  /** Yuan, not negative, two decimals at most. */
  Money money() {
    return Money.of(matching(AMOUNT, "policy.not-an-amount"));
  }

  /** A share from 0 to 1, both inclusive. */
  BigDecimal fraction() {
    BigDecimal value = new BigDecimal(matching(DECIMAL, "policy.not-a-fraction"));
    if (value.compareTo(BigDecimal.ONE) > 0) {
      throw refusal("policy.not-a-fraction");
    }
    return value;
  }

  /** A number above 0. */
  BigDecimal factor() {
    BigDecimal value = new BigDecimal(matching(DECIMAL, "policy.not-a-factor"));
    if (value.signum() == 0) {
      throw refusal("policy.not-a-factor");
    }
    return value;
  }

  /** A whole number from {@code least} to {@code most}, both inclusive. */
  int count(int least, int most) {
    if (COUNT.matcher(text).matches()) {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw file.refusal(
        "policy.not-a-count", line, key, text, Integer.toString(least), Integer.toString(most));
  }

  boolean flag() {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw file.refusal("policy.not-a-choice", line, key, text, "true, false");
    };
  }

  /** One of {@code values}, by the word the file uses for it. */
  <E> E oneOf(List<E> values, Function<E, String> word) {
    return values.stream()
        .filter(v -> word.apply(v).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                file.refusal(
                    "policy.not-a-choice",
                    line,
                    key,
                    text,
                    values.stream().map(word).collect(Collectors.joining(", "))));
  }

  private String matching(Pattern pattern, String message) {
    if (pattern.matcher(text).matches()) {
      return text;
    }
    throw refusal(message);
  }

  private RefusedException refusal(String message) {
    return file.refusal(message, line, key, text);
  }
}
