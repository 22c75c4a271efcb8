package basedecl.person;

import basedecl.cell.Characters;
import java.util.Locale;
import java.util.Optional;

/**
 * 统一社会信用代码 of GB 32100-2015, 18 characters with a check character: {@code C18 = sym[(31 − Σ sym(i)
 * · 3^i mod 31) mod 31]}.
 */
public record SocialCreditCode(String text) {

  private static final String SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  /** The code in normal form (upper case, half-width), empty where {@code text} is none. */
  public static Optional<SocialCreditCode> read(String text) {
    String code = Characters.compact(text).toUpperCase(Locale.ROOT);
    if (code.length() != LENGTH) {
      return Optional.empty();
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      int value = SYMBOLS.indexOf(code.charAt(i));
      if (value < 0) {
        return Optional.empty();
      }
      sum += value * weight;
      weight = weight * 3 % 31;
    }
    return code.charAt(LENGTH - 1) == SYMBOLS.charAt((31 - sum % 31) % 31)
        ? Optional.of(new SocialCreditCode(code))
        : Optional.empty();
  }
}
