package basedecl.assessment.topup;

import basedecl.money.Money;
import basedecl.policy.rule.LimitChange;

/**
 * What a person is still to be asked for of one kind. Where months that were billed are taken back
 * (a voided election, a retirement that became known later), more was asked for than is due: that
 * is a credit, subtracted from the next bill, or given back at once where the policy's {@code
 * decrease} is {@code refund}.
 *
 * @param due the months that stand, billed before or now, yuan
 * @param asked all bills made so far, refunds below zero, and what other years' bills asked for
 *     beyond their months
 */
public record TopUpBalance(Money due, Money asked, LimitChange.Decrease decrease) {

  /** The amount of the next bill; below zero a refund, zero where there is nothing to ask for. */
  public Money bill() {
    Money open = due.minus(asked);
    return open.signum() > 0 || decrease == LimitChange.Decrease.REFUND ? open : Money.ZERO;
  }

  /** What is left to be subtracted from later bills, after this one. */
  public Money credit() {
    return asked.plus(bill()).minus(due);
  }
}
