package basedecl.cell;

import basedecl.finding.Reason;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of an amount that was typed as text. */
final class AmountText {

  /** No honest amount is longer; what is longer is not looked at digit by digit. */
  private static final int LONGEST = 40;

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?:¥|RMB|CNY|人民币)?([+-]?)(?:¥)?"
              + "(\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d+)(\\.\\d+)?"
              + "(?:元|圆|元整|元/月|RMB|CNY)?");

  private static final Pattern IN_UNIT =
      Pattern.compile(
          "(?:¥|RMB|CNY|人民币)?[+-]?(?:¥)?"
              + "(?:\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d+)(?:\\.\\d+)?"
              + "((?:[十百千仟佰]?[万萬]|[百千仟佰亿億KW])(?:元|圆|块|块钱|元整|人民币)?)(?:/月|每月)?");

  private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?[\\d.]+E[+-]?\\d+");
  private static final Pattern FIGURES = Pattern.compile("[+-]?[\\d., \\n]*\\d[\\d., \\n]*元?");
  private static final Pattern SPACE_BESIDE_NO_DIGIT =
      Pattern.compile("(?<!\\d)[ \\n]+|[ \\n]+(?!\\d)");
  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s&&[^\\n]]+");

  /** What parts a cell into lines or columns: two figures, never the thousands of one. */
  private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029]");

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n]]");

  /** {@code 5.000} may mean 5 or 5000; {@code 4500.000} means itself. */
  private static final int DIGITS_BEFORE_THOUSANDS = 3;

  private AmountText() {}

  static Optional<BigDecimal> read(String text) {
    if (isPlain(text) && !text.endsWith(".000")) {
      return Optional.of(new BigDecimal(text));
    }
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher amount = AMOUNT.matcher(normal(text));
    if (!amount.matches()) {
      return Optional.empty();
    }
    String whole = amount.group(2).replace(",", "").replace(" ", "");
    String decimals = amount.group(3) == null ? "" : amount.group(3);
    boolean perhapsThousands =
        decimals.equals(".000") && whole.length() <= DIGITS_BEFORE_THOUSANDS && !whole.equals("0");
    if (perhapsThousands) {
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(amount.group(1) + whole + decimals));
  }

  /** The unit other than yuan of a text that is an amount otherwise, such as {@code 万元}. */
  static Optional<String> unit(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher amount = IN_UNIT.matcher(normal(text));
    return amount.matches() ? Optional.of(amount.group(1)) : Optional.empty();
  }

  /** Why {@code text} is no amount. */
  static Reason whatIsWrong(String text) {
    String normal = text.length() > LONGEST ? "" : normal(text);
    if (SCIENTIFIC.matcher(normal).matches()) {
      return Reason.WAGE_SCIENTIFIC;
    }
    if (FIGURES.matcher(normal).matches()) {
      return Reason.WAGE_SEPARATORS;
    }
    return normal.indexOf('万') > 0 || normal.indexOf('千') > 0 ? Reason.WAGE_UNIT : Reason.WAGE_TEXT;
  }

  private static String normal(String text) {
    String narrow = Characters.halfWidth(text).replace('\u2212', '-');
    String parted = BREAKS.matcher(narrow).replaceAll("\n");
    String seen = INVISIBLE.matcher(parted).replaceAll("");
    String spaced = SPACES.matcher(seen).replaceAll(" ");
    String tight = SPACE_BESIDE_NO_DIGIT.matcher(spaced).replaceAll("");
    String bare = tight.startsWith("'") ? tight.substring(1) : tight;
    return bare.toUpperCase(Locale.ROOT);
  }

  /** Digits, with or without decimals behind a point: what nearly every file holds. */
  private static boolean isPlain(String text) {
    int last = text.length() - 1;
    if (last < 0 || last >= LONGEST) {
      return false;
    }
    int points = 0;
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      if (c == '.' && i > 0 && i < last) {
        points++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return points <= 1;
  }
}
