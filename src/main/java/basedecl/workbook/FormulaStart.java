package basedecl.workbook;

/**
 * Texts that a spreadsheet would take for a formula: CSV injection (OWASP), full-width signs too.
 */
public final class FormulaStart {

  private static final String STARTS = "=+-@\t\r\n＝＋－＠";

  private FormulaStart() {}

  public static boolean of(String text) {
    return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
  }
}
