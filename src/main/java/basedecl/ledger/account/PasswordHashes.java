package basedecl.ledger.account;

import basedecl.account.OneTimePassword;
import java.util.Map;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * How passwords are kept: salted PBKDF2 with HMAC-SHA-512, the work named before each hash, so that
 * it can grow. Every character counts; bcrypt would stop at 72 bytes, 24 Chinese characters.
 *
 * <ul>
 *   <li>{@code {pbkdf2-sha512-210000}}: a chosen password. 210,000 rounds, as OWASP's cheat sheet
 *       asks; about a quarter of a second of a core.
 *   <li>{@code {one-time}}: a password of {@link OneTimePassword}. 1,000 rounds are enough, since
 *       80 random bits are not guessed however fast one guesses; so the sheet of 50,000 employers
 *       takes minutes, not hours.
 * </ul>
 */
public final class PasswordHashes {

  private static final String CHOSEN = "pbkdf2-sha512-210000";
  private static final String ONE_TIME = "one-time";

  private static final PasswordEncoder ONCE = pbkdf2(1_000);
  private static final DelegatingPasswordEncoder ENCODER =
      new DelegatingPasswordEncoder(CHOSEN, Map.of(CHOSEN, pbkdf2(210_000), ONE_TIME, ONCE));

  private PasswordHashes() {}

  private static Pbkdf2PasswordEncoder pbkdf2(int rounds) {
    return new Pbkdf2PasswordEncoder(
        "", 16, rounds, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512);
  }

  /** Checks whatever is kept, and hashes what its owner chose. */
  public static PasswordEncoder encoder() {
    return ENCODER;
  }

  /** A hash with the work of a one-time password, of a text that nobody has. */
  public static String ofNobody(String secret) {
    return "{" + ONE_TIME + "}" + ONCE.encode(secret);
  }

  static String of(OneTimePassword password) {
    return "{" + ONE_TIME + "}" + ONCE.encode(password.text());
  }
}
