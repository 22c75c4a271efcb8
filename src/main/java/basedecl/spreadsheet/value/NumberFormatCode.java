package basedecl.spreadsheet.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number format written out, such as {@code #,##0.00"万元"}, read for the unit in which it shows
 * the numbers: by words beside the digits, by commas behind them that divide by a thousand each, by
 * a point that is text, as in {@code 0!.0,"万"}, or by a per cent sign, which shows 50 as 5000%. A
 * format for yuan has no unit.
 */
final class NumberFormatCode {

  /** Stands in the gathered words where digits or anything else that is no word stands. */
  private static final char GAP = '\0';

  private static final Pattern UNIT =
      Pattern.compile(
          "[十百千仟]*[万萬亿億][元圆]?|[百千仟]+[元圆]?|十[元圆]|美元|美金|港元|港币|欧元|日元|英镑|澳门元"
              + "|(?i:US\\$|HK\\$|[€£]|USD|HKD|EUR|GBP|JPY|MOP)|[%‰]"
              + "|元?[/每](?:年|季|周|天|日|小时|时)");

  /** Single letters, and 角 and 分, are a unit only where they are no part of a longer word. */
  private static final Pattern ALONE =
      Pattern.compile(
          "(?i)(?:^|\\x00)\\s*([kwm](?=元|rmb|cny|yuan|\\s|$|\\x00)|[角分](?=\\s*(?:$|\\x00)))");

  private final StringBuilder words = new StringBuilder();
  private boolean conditional;
  private int digits;
  private int commas;
  private int tens;
  private int tensAfterTextPoint = -1;
  private boolean decimals;
  private String scaled = "";

  private NumberFormatCode() {}

  /** The unit, empty for yuan and where none is told. */
  static String unitOf(String code) {
    NumberFormatCode read = new NumberFormatCode();
    read.read(code);
    Matcher unit = UNIT.matcher(read.words);
    if (unit.find()) {
      return unit.group();
    }
    Matcher alone = ALONE.matcher(read.words);
    return alone.find() ? alone.group(1) : read.scaled;
  }

  /** Only the first part counts, the one for positive numbers, unless it names a condition. */
  private void read(String code) {
    int at = 0;
    while (at < code.length()) {
      char c = code.charAt(at);
      if (c == ';') {
        finishPart();
        if (!conditional) {
          return;
        }
        words.append(GAP);
        at++;
      } else {
        at = token(code, at, c);
      }
    }
    finishPart();
  }

  /** Takes one token and returns where the next begins. */
  private int token(String code, int at, char c) {
    switch (c) {
      case '"' -> {
        int end = code.indexOf('"', at + 1);
        return text(code, at + 1, end < 0 ? code.length() : end) + 1;
      }
      case '\\', '!' -> {
        return text(code, at + 1, Math.min(code.length(), at + 2));
      }
      case '_', '*' -> {
        return at + 2;
      }
      case '[' -> {
        return bracket(code, at);
      }
      case '0', '#', '?' -> digit();
      case ',' -> commas += digits > 0 ? 1 : 0;
      case '.' -> {
        scale();
        decimals = true;
        words.append(GAP);
      }
      default -> words.append(c >= 0x80 || c == '%' ? c : GAP);
    }
    return at + 1;
  }

  private void digit() {
    digits++;
    commas = 0;
    if (!decimals && tensAfterTextPoint >= 0) {
      tensAfterTextPoint++;
    }
    words.append(GAP);
  }

  private int text(String code, int start, int end) {
    boolean point = end == start + 1 && code.charAt(start) == '.';
    if (point && digits > 0 && !decimals) {
      tensAfterTextPoint = 0;
      words.append(GAP);
    } else {
      words.append(code, start, end);
    }
    return end;
  }

  /** A currency such as {@code [$US$-409]}, a condition such as {@code [>=10000]}, a colour. */
  private int bracket(String code, int at) {
    int close = code.indexOf(']', at);
    int end = close < 0 ? code.length() : close;
    if (code.startsWith("[$", at)) {
      int dash = code.indexOf('-', at);
      String symbol = code.substring(at + 2, dash < 0 || dash > end ? end : dash);
      // a dollar with a country's mark is chosen on purpose; a bare one is what programs fall back
      // on
      words.append(symbol.equals("$") ? "US$" : symbol).append(GAP);
    } else if (at + 1 < end && "<>=".indexOf(code.charAt(at + 1)) >= 0) {
      conditional = true;
    }
    return end + 1;
  }

  private void scale() {
    tens += 3 * commas;
    commas = 0;
  }

  private void finishPart() {
    scale();
    tens += Math.max(0, tensAfterTextPoint);
    if (scaled.isEmpty() && digits > 0 && tens > 0) {
      scaled = powerOfTen(tens);
    }
    digits = 0;
    tens = 0;
    tensAfterTextPoint = -1;
    decimals = false;
  }

  private static String powerOfTen(int tens) {
    return switch (tens) {
      case 1 -> "十";
      case 2 -> "百";
      case 3 -> "千";
      case 4 -> "万";
      case 5 -> "十万";
      case 6 -> "百万";
      case 7 -> "千万";
      case 8 -> "亿";
      case 9 -> "十亿";
      default -> "10^" + tens;
    };
  }
}
