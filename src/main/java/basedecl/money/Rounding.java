package basedecl.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a base is rounded: number of decimals (0 to 2) and mode. Policy data, since agencies differ
 * (domain rule 2.6).
 */
public record Rounding(int scale, RoundingMode mode) {

  /** Fen kept, HALF_UP: the rule of domain 2.7 where a policy says nothing else. */
  public static final Rounding FEN_HALF_UP = new Rounding(Money.SCALE, RoundingMode.HALF_UP);

  public Rounding {
    if (scale < 0 || scale > Money.SCALE) {
      throw new IllegalArgumentException("A base is rounded to 0, 1 or 2 decimals, not " + scale);
    }
  }

  public Money round(BigDecimal exact) {
    return new Money(exact.setScale(scale, mode));
  }
}
