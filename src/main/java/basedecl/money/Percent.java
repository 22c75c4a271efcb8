package basedecl.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Fractions as people read them. Nothing is compared with such a text. */
public final class Percent {

  private static final int DECIMALS = 2;

  private Percent() {}

  /** With as many decimals as it needs: {@code 8%}, {@code 0.05%}. */
  public static String exact(BigDecimal fraction) {
    return fraction.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  /** With two decimals, HALF_UP: {@code 41.96%}. */
  public static String rounded(BigDecimal fraction) {
    return fraction.movePointRight(2).setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString()
        + "%";
  }
}
