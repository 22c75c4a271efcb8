package basedecl.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.Configuration;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;
import me.gosimple.nbvcxz.resources.DictionaryUtil;

/**
 * Which passwords are taken: 12 to 128 characters of any kind, blanks and Chinese among them,
 * without the sign-in name or an employer's code, and not easily guessed. What is easily guessed,
 * nbvcxz says, by its list of 49,000 common passwords, its words and names, rows of keys, dates and
 * repetitions, and by our list of what is usual here ({@code dictionaries/chinese-habits.txt}).
 * Nothing is asked of capitals, digits or signs, and nothing is cut off (ASVS 5.0, 6.2.1 to
 * 6.2.11).
 */
public final class PasswordRule {

  /** Characters, inclusive; of Unicode, so that no script is counted twice. */
  public static final int SHORTEST = 12;

  /** Characters, inclusive; beyond that, checking costs more than it gives. */
  public static final int LONGEST = 128;

  /**
   * A billion guesses. {@link SignInDelay} leaves some fifty a day; with hash in hand they take ten
   * years of a core.
   */
  private static final double FEWEST_BITS = 30;

  /** Names shorter than this are in too many words. */
  private static final int SHORTEST_NAME = 4;

  /** What is longer is known by its begin; the guesser's work grows with the square. */
  private static final int LOOKED_AT = 40;

  private PasswordRule() {}

  /** Read when the first password is chosen: it takes a second. */
  private static final class Guesser {
    static final Configuration KNOWN = known();

    private static Configuration known() {
      List<Dictionary> dictionaries = new ArrayList<>();
      dictionaries.add(
          new Dictionary(
              "habits", DictionaryUtil.loadUnrankedDictionary("chinese-habits.txt"), false));
      dictionaries.addAll(ConfigurationBuilder.getDefaultDictionaries());
      return new ConfigurationBuilder()
          .setLocale(Locale.ENGLISH)
          .setDictionaries(dictionaries)
          .createConfiguration();
    }
  }

  /** What is wrong with a password for this account; empty for one that is taken. */
  public static Optional<PasswordFault> check(
      String password, SignInName name, List<String> employers) {
    int characters = password.codePointCount(0, password.length());
    if (characters < SHORTEST) {
      return Optional.of(PasswordFault.TOO_SHORT);
    }
    if (characters > LONGEST) {
      return Optional.of(PasswordFault.TOO_LONG);
    }
    String key = SignInName.keyOf(password);
    if (holds(key, name.text())) {
      return Optional.of(PasswordFault.SIGN_IN_NAME);
    }
    if (employers.stream().anyMatch(code -> holds(key, code))) {
      return Optional.of(PasswordFault.EMPLOYER_CODE);
    }
    return bits(password) < FEWEST_BITS ? Optional.of(PasswordFault.GUESSABLE) : Optional.empty();
  }

  private static boolean holds(String key, String word) {
    return word.length() >= SHORTEST_NAME && key.contains(SignInName.keyOf(word));
  }

  private static double bits(String password) {
    return new Nbvcxz(Guesser.KNOWN)
        .estimate(password.substring(0, Math.min(LOOKED_AT, password.length())))
        .getEntropy();
  }
}
