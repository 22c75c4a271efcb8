package basedecl.cell;

import java.text.Normalizer;

/** The characters of a cell put into the form its rule is written for. */
public final class Characters {

  private Characters() {}

  /**
   * Codes and figures: full-width forms as half-width (NFKC), every space and invisible character
   * (U+200B, byte-order mark, no-break space, bidirectional marks, control characters) taken out,
   * and the leading apostrophe by which a spreadsheet marks text.
   */
  public static String compact(String text) {
    if (isPlain(text)) {
      return text;
    }
    String wide = halfWidth(text);
    StringBuilder kept = new StringBuilder(wide.length());
    wide.codePoints().filter(c -> !isInvisible(c) && !isSpace(c)).forEach(kept::appendCodePoint);
    return kept.length() > 0 && isApostrophe(kept.charAt(0)) ? kept.substring(1) : kept.toString();
  }

  /**
   * Full-width forms as half-width (NFKC). A raised or circled number such as {@code ²} or {@code
   * ①} marks a note and is no digit of the figure it stands behind, though NFKC makes it one: it
   * stays.
   */
  public static String halfWidth(String text) {
    if (text.codePoints().noneMatch(Characters::isNoteMark)) {
      return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
    StringBuilder half = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isNoteMark(c)) {
                half.appendCodePoint(c);
              } else {
                half.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
              }
            });
    return half.toString();
  }

  private static boolean isNoteMark(int c) {
    return c >= 0x80 && Character.getType(c) == Character.OTHER_NUMBER;
  }

  /**
   * Names and remarks: what cannot be seen is taken out and tabs and line breaks become a space;
   * rare characters stay as they were written, so NFKC is not applied.
   */
  public static String readable(String text) {
    if (isReadable(text)) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> isSpace(c) ? ' ' : c)
        .filter(c -> !isInvisible(c))
        .forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }

  /** Whether every character is one to see; surrogates are left to the slower way. */
  private static boolean isReadable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean common = (c > ' ' && c <= '~') || (c >= 0x4E00 && c <= 0x9FFF);
      if (!common && (c <= ' ' || isInvisible(c) || isSpace(c))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= '\'' || c > '~' || c == '`') {
        return false;
      }
    }
    return true;
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || c == 0x115F
        || c == 0x3164
        || c == 0xFFA0;
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2018' || c == '\u2019' || c == '`';
  }
}
