package basedecl.assessment.latefee;

import basedecl.money.Money;
import java.time.LocalDate;

/** An amount paid towards one month's due on one day; never negative. */
public record SlicePaid(LocalDate paidOn, Money amount) {

  public SlicePaid {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("A payment is never negative");
    }
  }
}
