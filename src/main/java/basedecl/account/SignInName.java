package basedecl.account;

import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name that somebody signs in with: 2 to 64 letters (of any script), digits, and {@code . _
 * - @} in between. Two names that differ only by case or by the width of their letters are the same
 * name. A number of a document is none: names stand in the record of events, where no personal data
 * may stand.
 *
 * @param text as it was given
 */
public record SignInName(String text) {

  private static final int LONGEST = 64;
  private static final Pattern FORM =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,62}[\\p{L}\\p{N}]");

  /** The digits of an identity number, old or new, whatever they prove. */
  private static final Pattern LIKE_A_DOCUMENT = Pattern.compile("\\d{15}|\\d{17}[\\dx]");

  /**
   * @throws RefusedException for a text that is no name
   */
  public SignInName {
    String key = keyOf(text);
    if (text.length() > LONGEST || !FORM.matcher(key).matches()) {
      throw new RefusedException(Message.of("account.name-form"));
    }
    if (isLikeADocument(text)) {
      throw new RefusedException(Message.of("account.name-is-a-document"));
    }
  }

  /** Whether something typed has the form of an identity number, which may stand in no address. */
  public static boolean isLikeADocument(String typed) {
    return LIKE_A_DOCUMENT.matcher(keyOf(typed)).matches();
  }

  /** By which names are compared and unique. */
  public String key() {
    return keyOf(text);
  }

  /** The key of whatever was typed, name or not. */
  public static String keyOf(String typed) {
    return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
