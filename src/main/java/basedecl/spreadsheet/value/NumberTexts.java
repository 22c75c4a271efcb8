package basedecl.spreadsheet.value;

import basedecl.cell.CellTexts;
import basedecl.cell.CellValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Stored numbers as exact decimals of at most 15 significant digits, as Excel itself shows them:
 * {@code 5000.1000000000004} is 5000.1.
 */
public final class NumberTexts {

  static final int SIGNIFICANT_DIGITS = 15;
  private static final MathContext EXCEL =
      new MathContext(SIGNIFICANT_DIGITS, RoundingMode.HALF_UP);

  /** No binary floating-point number of 64 bits needs more. */
  private static final int LARGEST_EXPONENT = 330;

  private static final CellValue NOT_A_NUMBER = new CellValue.ErrorValue("#NUM!");

  private NumberTexts() {}

  /** The number in {@code chars}, formatted by {@code format}; text where it is none. */
  public static CellValue parse(char[] chars, int length, CellFormat format) {
    int end = length;
    int start = 0;
    while (start < end && chars[start] <= ' ') {
      start++;
    }
    while (end > start && chars[end - 1] <= ' ') {
      end--;
    }
    if (start == end) {
      return CellValue.Blank.BLANK;
    }
    int at = chars[start] == '-' ? start + 1 : start;
    if (at < end && end - at <= SIGNIFICANT_DIGITS + 1) {
      long digits = 0;
      int count = 0;
      int point = -1;
      while (at < end) {
        int digit = chars[at] - '0';
        if (digit >= 0 && digit <= 9) {
          digits = digits * 10 + digit;
          count++;
        } else if (chars[at] == '.' && point < 0) {
          point = count;
        } else {
          return parseSlowly(new String(chars, start, end - start), format);
        }
        at++;
      }
      if (count > 0 && count <= SIGNIFICANT_DIGITS) {
        return ofDigits(
            chars[start] == '-' ? -digits : digits, point < 0 ? 0 : count - point, format);
      }
    }
    return parseSlowly(new String(chars, start, end - start), format);
  }

  private static CellValue ofDigits(long digits, int decimals, CellFormat format) {
    long unscaled = digits;
    int scale = decimals;
    while (scale > 0 && unscaled % 10 == 0) {
      unscaled /= 10;
      scale--;
    }
    return format.value(BigDecimal.valueOf(unscaled, scale), false);
  }

  private static CellValue parseSlowly(String text, CellFormat format) {
    if (text.length() > 400) {
      return CellTexts.of(text);
    }
    try {
      int e = Math.max(text.indexOf('E'), text.indexOf('e'));
      if (e >= 0
          && Math.abs((long) Integer.parseInt(text, e + 1, text.length(), 10)) > LARGEST_EXPONENT) {
        return NOT_A_NUMBER;
      }
      return of(new BigDecimal(text), format);
    } catch (NumberFormatException notDecimal) {
      boolean infinite =
          text.equals("NaN") || text.contains("INF") || text.contains("Inf") || text.contains("#");
      return infinite ? NOT_A_NUMBER : CellTexts.of(text);
    }
  }

  /** The 64-bit binary number an {@code .xls} stores, as the decimal Excel shows for it. */
  public static CellValue ofBinary(long bits, CellFormat format) {
    double stored = Double.longBitsToDouble(bits);
    return Double.isFinite(stored) ? of(new BigDecimal(stored), format) : NOT_A_NUMBER;
  }

  public static CellValue of(BigDecimal exact, CellFormat format) {
    BigDecimal value = exact.round(EXCEL).stripTrailingZeros();
    boolean precisionLost = value.precision() - value.scale() > SIGNIFICANT_DIGITS;
    return format.value(value.scale() < 0 ? value.setScale(0) : value, precisionLost);
  }
}
