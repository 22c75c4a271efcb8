package basedecl.audit.signal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many of an employer's payers sit at the lower limit. The Weifang notice of 2023-12-25, part
 * three, point two: an employer is flagged when they are <em>more than</em> the threshold's share
 * of its payers.
 */
public record LowerLimitShare(long atLower, long payers) {

  public LowerLimitShare {
    if (atLower < 0 || payers < 0 || atLower > payers) {
      throw new IllegalArgumentException(atLower + " at the lower limit of " + payers + " payers");
    }
  }

  /**
   * Compared exactly, without division: {@code atLower > moreThan × payers}, which for 0.70 is
   * {@code 100 × atLower > 70 × payers}.
   */
  public boolean isMoreThan(BigDecimal moreThan) {
    return BigDecimal.valueOf(atLower).compareTo(moreThan.multiply(BigDecimal.valueOf(payers))) > 0;
  }

  /** The share for display, six decimals HALF_UP; zero where there are no payers. */
  public BigDecimal fraction() {
    return payers == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(atLower).divide(BigDecimal.valueOf(payers), 6, RoundingMode.HALF_UP);
  }
}
