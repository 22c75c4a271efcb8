package basedecl.cell;

/** Stored text as a cell's value. */
public final class CellTexts {

  private CellTexts() {}

  /** Without surrounding white space of any width; blank where nothing else is there. */
  public static CellValue of(String stored) {
    String text = strip(stored);
    return text.isEmpty() ? CellValue.Blank.BLANK : new CellValue.Text(text);
  }

  /** The same where only text can be written, without what guards it against Excel. */
  public static CellValue ofUnguarded(String stored) {
    return of(unguarded(strip(stored)));
  }

  /**
   * Takes off what keeps Excel from reading digits as a number: {@code ="0370"} or {@code '0370}.
   */
  private static String unguarded(String text) {
    int length = text.length();
    if (length > 3 && text.startsWith("=\"") && text.charAt(length - 1) == '"') {
      return text.substring(2, length - 1);
    }
    boolean apostrophe =
        length > 1
            && (text.charAt(0) == '\'' || text.charAt(0) == '\u2019')
            && text.charAt(1) >= '0'
            && text.charAt(1) <= '9';
    return apostrophe ? text.substring(1) : text;
  }

  public static String strip(String text) {
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
  public static boolean isSpace(char c) {
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
