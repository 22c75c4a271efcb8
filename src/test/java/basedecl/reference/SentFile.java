package basedecl.reference;

import java.math.BigDecimal;
import java.util.List;

/**
 * A file of a random night, as its sender meant it.
 *
 * @param path within the inbox; its ending says how it is written
 */
record SentFile(String path, List<SentSheet> sheets) {

  /**
   * A sheet with its lines.
   *
   * @param linesAbove titles above the header
   */
  record SentSheet(String name, int linesAbove, List<SentRow> rows) {}

  /** A line of a sheet. */
  sealed interface SentRow permits Person, Between {}

  /** A line that counts for nobody: blank, or a total. */
  record Between(String firstCell) implements SentRow {}

  /**
   * Somebody's line.
   *
   * @param wage what was meant
   * @param wageText what was written, empty for a number in a numeric cell
   * @param good whether the line can be taken
   */
  record Person(
      String employer,
      String employerName,
      String name,
      String idNumber,
      BigDecimal wage,
      String wageText,
      boolean good)
      implements SentRow {}

  boolean isCsv() {
    return path.endsWith(".csv");
  }
}
