package basedecl.cell;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a cell of a spreadsheet holds, whatever carrier it came in: its value, never its display.
 */
public sealed interface CellValue {

  /** An empty cell, or one of white space only. */
  enum Blank implements CellValue {
    BLANK
  }

  /** Text, as stored, with surrounding white space (full-width and no-break too) taken off. */
  record Text(String text) implements CellValue {}

  /**
   * A number, exact to the 15 significant digits a spreadsheet holds. {@code minimumDigits} is the
   * count of leading-zero digits of a number format such as {@code 00000000}, 0 where there is
   * none. {@code precisionLost}: it was stored with more than 15 integer digits.
   */
  record Numeric(BigDecimal value, int minimumDigits, boolean precisionLost) implements CellValue {}

  /** A number whose format shows it as a date. */
  record Date(LocalDate date, BigDecimal serial) implements CellValue {}

  record Bool(boolean value) implements CellValue {}

  /**
   * An error value such as {@code #REF!}. Files carry it as text, so anything may stand there: only
   * the texts that spreadsheets know are kept, {@code #VALUE!} stands for every other, and no
   * content of a cell reaches a message this way.
   */
  record ErrorValue(String code) implements CellValue {

    private static final Set<String> KNOWN =
        Set.of(
            "#NULL!",
            "#DIV/0!",
            "#VALUE!",
            "#REF!",
            "#NAME?",
            "#NUM!",
            "#N/A",
            "#GETTING_DATA",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!",
            "#UNKNOWN!",
            "#CONNECT!",
            "#BUSY!",
            "#EXTERNAL!",
            "#PYTHON!",
            "#TIMEOUT!");

    public ErrorValue {
      code = KNOWN.contains(code) ? code : "#VALUE!";
    }
  }

  /** A formula that was saved without its result. */
  record NotCalculated() implements CellValue {}

  /** A formula whose result the file itself calls out of date; {@code stored} is that result. */
  record OutOfDate(CellValue stored) implements CellValue {}

  /** A number whose format shows it in another unit than yuan, such as {@code 0.00"万元"}. */
  record InUnit(BigDecimal value, String unit) implements CellValue {}

  default boolean isBlank() {
    return this instanceof Blank;
  }

  /**
   * The cell as plain text for codes, names and titles: text as it is, a number in plain digits
   * (padded to its format's leading zeros), a date as ISO; empty for a blank, an error or a formula
   * without a result that holds.
   */
  default String asText() {
    if (this instanceof Text t) {
      return t.text();
    }
    if (this instanceof Numeric n) {
      String digits = n.value().stripTrailingZeros().toPlainString();
      return digits.length() < n.minimumDigits() && n.value().signum() >= 0
          ? "0".repeat(n.minimumDigits() - digits.length()) + digits
          : digits;
    }
    if (this instanceof InUnit n) {
      return n.value().stripTrailingZeros().toPlainString();
    }
    if (this instanceof Date d) {
      return d.date().toString();
    }
    if (this instanceof Bool b) {
      return b.value() ? "TRUE" : "FALSE";
    }
    return "";
  }
}
