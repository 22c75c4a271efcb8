package basedecl.spreadsheet.value;

import basedecl.cell.CellTexts;
import basedecl.cell.CellValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * What a cell's number format says about its value: a date, digits with leading zeros, or another
 * unit than yuan.
 */
public final class CellFormat {

  private static final int LAST_SERIAL = 2_958_465; // 9999-12-31
  private static final int PERCENT = 9;
  private static final int PERCENT_WITH_DECIMALS = 10;
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

  /** Excel's own formats that have a name in such a file and are no dates. */
  private static final Set<String> NAMED =
      Set.of(
          "general",
          "general number",
          "long time",
          "medium time",
          "short time",
          "currency",
          "euro currency",
          "fixed",
          "standard",
          "scientific",
          "yes/no",
          "true/false",
          "on/off");

  public static final CellFormat GENERAL = new CellFormat(false, 0, "", false);

  private final boolean date;
  private final int minimumDigits;
  private final String unit;
  private final boolean since1904;

  private CellFormat(boolean date, int minimumDigits, String unit, boolean since1904) {
    this.date = date;
    this.minimumDigits = minimumDigits;
    this.unit = unit;
    this.since1904 = since1904;
  }

  /** One of the formats that are known by number, in Chinese editions too. */
  static CellFormat builtIn(int id, boolean since1904) {
    boolean date =
        (id >= 14 && id <= 17)
            || id == 22
            || (id >= 27 && id <= 31)
            || id == 36
            || (id >= 50 && id <= 54)
            || id == 57
            || id == 58;
    if (id == PERCENT || id == PERCENT_WITH_DECIMALS) {
      return new CellFormat(false, 0, "%", since1904);
    }
    return date ? new CellFormat(true, 0, "", since1904) : GENERAL;
  }

  /** A format as XML and HTML files give it: by Excel's own name for it, or written out. */
  public static CellFormat named(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    if (lower.endsWith(" date")) {
      return new CellFormat(true, 0, "", false);
    }
    if (lower.equals("percent")) {
      return builtIn(PERCENT, false);
    }
    return lower.isEmpty() || NAMED.contains(lower) ? GENERAL : ofCode(code, false);
  }

  /** A format written out, such as {@code yyyy"年"m"月"} or {@code 00000000}. */
  static CellFormat ofCode(String code, boolean since1904) {
    boolean day = false;
    boolean month = false;
    boolean time = false;
    boolean integerPart = true;
    int zeros = 0;
    for (int i = 0; i < code.length() && code.charAt(i) != ';'; i++) {
      char c = Character.toLowerCase(code.charAt(i));
      switch (c) {
        case '"' -> i = skipTo(code, i + 1, '"');
        case '[' -> {
          // elapsed time such as [h]:mm; anything else is a colour, a condition or a locale
          time |= i + 1 < code.length() && "hHmMsS".indexOf(code.charAt(i + 1)) >= 0;
          i = skipTo(code, i + 1, ']');
        }
        case '\\', '!', '_', '*' -> i++;
        case 'y', 'd' -> day = true;
        case 'm' -> month = true;
        case 'h', 's' -> time = true;
        case '.', '%', '/' -> integerPart = false;
        case '0' -> zeros += integerPart ? 1 : 0;
        case 'g' -> {
          if (code.regionMatches(true, i, "General", 0, 7)) {
            i += 6;
          }
        }
        case 'e' -> {
          // an exponent such as 0.00E+00; as a year of an era it never stands without m or d
          integerPart = false;
          zeros = 0;
        }
        default -> {
          // literals and other placeholders
        }
      }
    }
    if (day || (month && !time)) {
      return new CellFormat(true, 0, "", since1904);
    }
    String unit = time ? "" : NumberFormatCode.unitOf(code);
    return zeros > 1 || !unit.isEmpty()
        ? new CellFormat(false, zeros > 1 ? zeros : 0, unit, since1904)
        : GENERAL;
  }

  private static int skipTo(String code, int from, char end) {
    int found = code.indexOf(end, from);
    return found < 0 ? code.length() : found;
  }

  CellValue value(BigDecimal number, boolean precisionLost) {
    if (date && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(LAST_SERIAL)) <= 0) {
      return new CellValue.Date(dateOf(number.intValue()), number);
    }
    // nothing is nothing in every unit
    return unit.isEmpty() || number.signum() == 0
        ? new CellValue.Numeric(number, minimumDigits, precisionLost)
        : new CellValue.InUnit(number, unit);
  }

  /** Excel counts a 29 February 1900 that never was: before it the days are one off. */
  private LocalDate dateOf(int serial) {
    if (since1904) {
      return EPOCH_1904.plusDays(serial);
    }
    return EPOCH_1900.plusDays(serial < 60 ? serial + 1 : serial);
  }

  /** A date written out in ISO form, with the serial number it stands for. */
  public static CellValue ofIsoDate(String text) {
    try {
      LocalDate date = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
      long serial = date.toEpochDay() - EPOCH_1900.toEpochDay();
      return new CellValue.Date(date, BigDecimal.valueOf(serial));
    } catch (java.time.DateTimeException e) {
      return CellTexts.of(text);
    }
  }
}
