package basedecl.assessment.latefee;

import basedecl.money.Money;
import java.util.Collection;
import java.util.List;

/**
 * What decisions of the agency moved into a month's account and out of it.
 *
 * @param in offsets towards this month
 * @param out refunds of this month, and offsets towards others
 * @param recoverable what was moved out and, since a payment was reversed, never was there
 * @param revoked what was taken back, and counts as never made
 */
public record Moved(
    List<OverpaymentDecision> in,
    List<OverpaymentDecision> out,
    Money recoverable,
    List<AgencyDecision> revoked) {

  public Moved {
    in = List.copyOf(in);
    out = List.copyOf(out);
    revoked = List.copyOf(revoked);
  }

  /** What came from other months. */
  public Money inTotal() {
    return sum(in);
  }

  /** What was refunded, or went to other months. */
  public Money outTotal() {
    return sum(out);
  }

  static Money sum(Collection<OverpaymentDecision> decisions) {
    return decisions.stream().map(OverpaymentDecision::amount).reduce(Money.ZERO, Money::plus);
  }
}
