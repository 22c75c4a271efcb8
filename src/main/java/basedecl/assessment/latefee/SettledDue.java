package basedecl.assessment.latefee;

import basedecl.money.Money;
import basedecl.payment.EmployerPayment;
import basedecl.payment.Reversed;
import java.util.List;
import java.util.Optional;

/**
 * A month's due settled with its payments up to the business date.
 *
 * @param payments those made by the business date (inclusive), in the order given, reversals with
 *     them
 * @param reversed which payments the reversals undid
 * @param assessment what is open, what was paid beyond the due, and the late fee slice by slice;
 *     empty where the due is not known
 */
public record SettledDue(
    EmployerDue due,
    List<EmployerPayment> payments,
    List<Reversed> reversed,
    Optional<LateFeeAssessment> assessment) {

  public SettledDue {
    payments = List.copyOf(payments);
    reversed = List.copyOf(reversed);
  }

  /** What was paid and not given back. */
  public Money paid() {
    return payments.stream().map(EmployerPayment::amount).reduce(Money.ZERO, Money::plus);
  }

  /** What was given back of the payments, above zero where anything was. */
  public Money givenBack() {
    return reversed.stream().map(Reversed::amount).reduce(Money.ZERO, Money::plus);
  }

  public Optional<Money> arrears() {
    return assessment.map(LateFeeAssessment::arrears);
  }

  public Optional<Money> overpaid() {
    return assessment.map(LateFeeAssessment::overpaid);
  }

  public Optional<Money> fee() {
    return assessment.map(LateFeeAssessment::fee);
  }

  /** Whether anything known to be due is unpaid on the business date. */
  public boolean isInArrears() {
    return arrears().filter(open -> open.signum() > 0).isPresent();
  }

  /** The slices that were late; none where the due is not known. */
  public List<LateFeeLine> lines() {
    return assessment.map(LateFeeAssessment::lines).orElse(List.of());
  }
}
