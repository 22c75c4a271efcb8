package basedecl.spreadsheet.row;

import basedecl.spreadsheet.gate.RefusedFileException;

/** References such as {@code B7} and {@code A1:C3}. */
public final class CellRange {

  public static final int LAST_ROW = 1_048_576;
  public static final int LAST_COLUMN = 16_384;

  private CellRange() {}

  /** The column of a reference from 0, or -1 if it names none. */
  public static int column(char[] reference, int start, int end) {
    int column = 0;
    for (int i = start; i < end; i++) {
      char c = reference[i];
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
  public static int row(char[] reference, int start, int end) {
    int at = start;
    while (at < end && !isDigit(reference[at])) {
      at++;
    }
    int row = 0;
    for (int i = at; i < end; i++) {
      if (!isDigit(reference[i])) {
        return -1;
      }
      row = row * 10 + (reference[i] - '0');
      if (row > LAST_ROW) {
        return LAST_ROW + 1;
      }
    }
    return row == 0 ? -1 : row;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  public static void parse(String range, MergedCells merged) throws RefusedFileException {
    int colon = range.indexOf(':');
    if (colon > 0) {
      char[] both = range.toCharArray();
      merged.add(
          row(both, 0, colon),
          row(both, colon + 1, both.length),
          column(both, 0, colon),
          column(both, colon + 1, both.length));
    }
  }
}
