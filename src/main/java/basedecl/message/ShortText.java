package basedecl.message;

/** Texts shortened to what a column of the ledger holds. */
public final class ShortText {

  private ShortText() {}

  /**
   * The beginning of a text that is no longer than {@code most}, counted as the ledger's narrower
   * database counts; a character outside the basic plane is never cut in two.
   */
  public static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}
