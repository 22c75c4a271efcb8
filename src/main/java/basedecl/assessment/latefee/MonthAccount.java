package basedecl.assessment.latefee;

import basedecl.money.Money;
import basedecl.payment.EmployerPayment;
import basedecl.payment.PaymentAccount;
import basedecl.payment.Reversed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The money in one month's account: what was paid and not reversed, what came from other months by
 * an offset on the day of the decision, without what was refunded or moved to another month.
 *
 * <p>What is moved away is taken from the end: the latest money there was on the day of the
 * decision, which is what exceeded the due, so that the late fee of what settles the due stays as
 * it was. Where that money has been reversed since, later payments make it good; what none does is
 * to be recovered from the employer.
 *
 * @param slices what is left, in order of its days
 * @param recoverable what was moved away and never was there
 */
record MonthAccount(List<SlicePaid> slices, List<Reversed> reversed, Money recoverable) {

  private static final Comparator<SlicePaid> IN_ORDER =
      Comparator.comparing(SlicePaid::paidOn).thenComparing(SlicePaid::amount);

  MonthAccount {
    slices = List.copyOf(slices);
    reversed = List.copyOf(reversed);
  }

  static MonthAccount of(
      Collection<EmployerPayment> payments,
      Collection<OverpaymentDecision> movedIn,
      Collection<OverpaymentDecision> movedOut) {
    PaymentAccount account =
        PaymentAccount.of(payments.stream().map(EmployerPayment::movement).toList());
    List<SlicePaid> slices = new ArrayList<>();
    account.left().forEach(payment -> slices.add(new SlicePaid(payment.on(), payment.amount())));
    movedIn.forEach(offset -> slices.add(new SlicePaid(offset.decidedOn(), offset.amount())));
    slices.sort(IN_ORDER);
    Money recoverable = Money.ZERO;
    for (OverpaymentDecision decision : movedOut) {
      recoverable = recoverable.plus(takeAway(slices, decision.decidedOn(), decision.amount()));
    }
    return new MonthAccount(
        slices.stream().filter(slice -> slice.amount().signum() > 0).toList(),
        account.reversed(),
        recoverable);
  }

  /** Takes an amount away; the answer is what there was nothing for. */
  private static Money takeAway(List<SlicePaid> slices, LocalDate day, Money amount) {
    Money open = amount;
    for (int i = slices.size() - 1; i >= 0; i--) {
      if (!slices.get(i).paidOn().isAfter(day)) {
        open = takeFrom(slices, i, open);
      }
    }
    for (int i = 0; i < slices.size(); i++) {
      open = takeFrom(slices, i, open);
    }
    return open;
  }

  private static Money takeFrom(List<SlicePaid> slices, int index, Money amount) {
    SlicePaid slice = slices.get(index);
    Money taken = amount.min(slice.amount());
    slices.set(index, new SlicePaid(slice.paidOn(), slice.amount().minus(taken)));
    return amount.minus(taken);
  }
}
