package basedecl.spreadsheet.xlsx;

/** What the stored characters of an OOXML cell stand for: its attribute {@code t}. */
enum CellType {
  NUMBER,
  SHARED,
  /** A formula's text, or text inside the cell. */
  TEXT,
  BOOL,
  ERROR,
  DATE;

  /** An unknown type is read as a number, which is what a cell without one is. */
  static CellType of(char[] buffer, int start, int end) {
    int length = end - start;
    if (length == 1) {
      return switch (buffer[start]) {
        case 's' -> SHARED;
        case 'b' -> BOOL;
        case 'e' -> ERROR;
        case 'd' -> DATE;
        default -> NUMBER;
      };
    }
    return is("str", buffer, start, length) || is("inlineStr", buffer, start, length)
        ? TEXT
        : NUMBER;
  }

  private static boolean is(String word, char[] buffer, int start, int length) {
    if (length != word.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (buffer[start + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
