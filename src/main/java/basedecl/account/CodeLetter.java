package basedecl.account;

import basedecl.person.IdNumber;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What an agency hands to somebody who pays alone, so that he or she signs in by name, document and
 * a code: a few {@link OneTimePassword}s, each of which opens the pages once. New ones take the
 * place of those before.
 */
public final class CodeLetter {

  /** How many codes a letter has unless the agency says otherwise. */
  public static final int USUAL = 4;

  /** As many at most: each attempt to sign in is compared with all of a person's. */
  public static final int MOST = 8;

  /** How long they may be used; a rhythm of half a year is served by one letter. */
  public static final Duration VALID = Duration.ofDays(190);

  private CodeLetter() {}

  /**
   * The codes of a letter.
   *
   * @param random one that cannot be foretold
   */
  public static List<OneTimePassword> draw(int count, RandomGenerator random) {
    return Stream.generate(() -> OneTimePassword.draw(random)).limit(count).toList();
  }

  /** What failures to sign in with that document are counted under; no sign-in name has a blank. */
  public static String countedUnder(IdNumber number) {
    return "person " + number.whole();
  }

  /** Whether a name as typed is that of a list, whatever its width, blanks and middle dots. */
  public static boolean isName(String typed, String kept) {
    return key(typed).equals(key(kept));
  }

  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}\\u00B7\\u2022\\u2027\\u30FB.]", "")
        .toLowerCase(Locale.ROOT);
  }
}
