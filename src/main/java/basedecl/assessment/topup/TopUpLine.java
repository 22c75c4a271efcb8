package basedecl.assessment.topup;

import basedecl.money.Money;
import basedecl.money.Rate;
import java.time.YearMonth;

/**
 * The top-up of one month: {@code difference = newBase − assessedBase}, {@code amount =
 * HALF_UP(difference × rate, 2)}; negative where money goes back.
 */
public record TopUpLine(
    YearMonth month, Money assessedBase, Money newBase, Money difference, Rate rate, Money amount) {

  /** The same month taken back: from the new base to the one before, the amount with a minus. */
  public TopUpLine takenBack() {
    return new TopUpLine(
        month, newBase, assessedBase, assessedBase.minus(newBase), rate, Money.ZERO.minus(amount));
  }
}
