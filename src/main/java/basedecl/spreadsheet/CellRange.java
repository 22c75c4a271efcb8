package basedecl.spreadsheet;

/** References such as {@code B7} and {@code A1:C3}. */
final class CellRange {

  static final int LAST_ROW = 1_048_576;
  private static final int LAST_COLUMN = 16_384;

  private CellRange() {}

  /** The column of a reference from 0, or -1 if it names none. */
  static int column(String reference) {
    int column = 0;
    for (int i = 0; i < reference.length(); i++) {
      char c = reference.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        column = column * 26 + (c - 'A' + 1);
      } else if (c >= 'a' && c <= 'z') {
        column = column * 26 + (c - 'a' + 1);
      } else if (c != '$') {
        break;
      }
      if (column > LAST_COLUMN) {
        return -1;
      }
    }
    return column - 1;
  }

  /** The row of a reference from 1; -1 if it names none, one past the last if it lies beyond. */
  static int row(String reference) {
    int at = 0;
    while (at < reference.length() && !isDigit(reference.charAt(at))) {
      at++;
    }
    int row = 0;
    for (int i = at; i < reference.length(); i++) {
      if (!isDigit(reference.charAt(i))) {
        return -1;
      }
      row = row * 10 + (reference.charAt(i) - '0');
      if (row > LAST_ROW) {
        return LAST_ROW + 1;
      }
    }
    return row == 0 ? -1 : row;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static void parse(String range, MergedCells merged) {
    int colon = range.indexOf(':');
    if (colon > 0) {
      String first = range.substring(0, colon);
      String last = range.substring(colon + 1);
      merged.add(row(first), row(last), column(first), column(last));
    }
  }
}
