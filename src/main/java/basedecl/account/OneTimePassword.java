package basedecl.account;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * A password that the program makes and prints once: four groups of four signs, {@code
 * k7md-92hs-wq8x-fz4t}, each drawn from 32, so 80 bits. It opens nothing but the page on which its
 * owner chooses another, and that for a limited time (ASVS 5.0, 6.4.1).
 */
public record OneTimePassword(String text) {

  /** How long it may wait: sheets are printed, handed out and fetched. The end is exclusive. */
  public static final Duration VALID = Duration.ofDays(30);

  /** Without what is mistaken for something else on paper: 0 and o, 1 and l. */
  private static final String SIGNS = "23456789abcdefghijkmnpqrstuvwxyz";

  private static final int GROUPS = 4;
  private static final int OF_A_GROUP = 4;

  /**
   * @param random one that cannot be foretold
   */
  public static OneTimePassword draw(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * OF_A_GROUP; i++) {
      if (i > 0 && i % OF_A_GROUP == 0) {
        text.append('-');
      }
      text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return new OneTimePassword(text.toString());
  }

  /** Does not tell it. */
  @Override
  public String toString() {
    return "OneTimePassword";
  }
}
