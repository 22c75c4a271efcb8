package basedecl.ledger.database;

/**
 * Text as a column holds it: words that only say where something stood, or what was wrong, are
 * shortened at the ledger's door and fail nothing. H2 counts UTF-16 units, MariaDB characters;
 * counting units is right for both, and no character is cut in two.
 */
public final class ColumnText {

  private ColumnText() {}

  public static String atMost(int units, String text) {
    if (text.length() <= units) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(units - 1)) ? units - 1 : units;
    return text.substring(0, end);
  }

  /** The end of a path, which tells more than its begin. */
  public static String endOf(int units, String path) {
    if (path.length() <= units) {
      return path;
    }
    int begin = path.length() - units;
    return path.substring(Character.isLowSurrogate(path.charAt(begin)) ? begin + 1 : begin);
  }
}
