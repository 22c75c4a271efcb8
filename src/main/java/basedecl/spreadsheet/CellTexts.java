package basedecl.spreadsheet;

import basedecl.declaration.CellValue;

/** Stored text as a cell's value. */
final class CellTexts {

  private CellTexts() {}

  /** Without surrounding white space of any width; blank where nothing else is there. */
  static CellValue of(String stored) {
    String text = strip(stored);
    return text.isEmpty() ? CellValue.Blank.BLANK : new CellValue.Text(text);
  }

  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return start == 0 && end == text.length() ? text : text.substring(start, end);
  }

  /** White space of any width, the zero-width kinds and byte order marks among them. */
  static boolean isSpace(char c) {
    return c <= ' '
        || (c >= 0x7F
            && (Character.isSpaceChar(c)
                || Character.isWhitespace(c)
                || c == 0x7F
                || c == 0x85
                || c == 0xFEFF
                || (c >= 0x200B && c <= 0x200F)
                || c == 0x2060
                || (c >= 0x202A && c <= 0x202E)));
  }
}
