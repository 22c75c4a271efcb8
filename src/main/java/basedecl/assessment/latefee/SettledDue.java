package basedecl.assessment.latefee;

import basedecl.money.Money;
import basedecl.payment.EmployerPayment;
import basedecl.payment.Reversed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A month's due settled with its payments up to the business date. What is due, overpaid and to be
 * recovered comes to what is paid, in arrears and deferred.
 *
 * @param payments those made by the business date (inclusive), in the order given, reversals with
 *     them
 * @param reversed which payments the reversals undid
 * @param moved what the agency's decisions moved in and out
 * @param deferred the deferral, where it makes the deadline a later day
 * @param assessment what is open, what was paid beyond the due, and the late fee slice by slice;
 *     empty where the due is not known
 */
public record SettledDue(
    EmployerDue due,
    List<EmployerPayment> payments,
    List<Reversed> reversed,
    Moved moved,
    Optional<Deferred> deferred,
    Optional<LateFeeAssessment> assessment) {

  public SettledDue {
    payments = List.copyOf(payments);
    reversed = List.copyOf(reversed);
  }

  /**
   * A month's deferral.
   *
   * @param runs whether its last day has not passed
   */
  public record Deferred(Deferral deferral, boolean runs) {}

  /** The last day (inclusive) to pay without a late fee: the deadline, or that of a deferral. */
  public LocalDate deadline() {
    return deferred.map(each -> each.deferral().until()).orElse(due.deadline());
  }

  /** Whether the month is deferred and its last day has not passed (缓缴中). */
  public boolean isDeferred() {
    return deferred.filter(Deferred::runs).isPresent();
  }

  /**
   * What was paid, neither reversed nor moved out, and what was moved in; zero where more was moved
   * out than was there ({@link Moved#recoverable}).
   */
  public Money paid() {
    return payments.stream()
        .map(EmployerPayment::amount)
        .reduce(Money.ZERO, Money::plus)
        .plus(moved.inTotal())
        .minus(moved.outTotal())
        .max(Money.ZERO);
  }

  /** What was given back of the payments, above zero where anything was. */
  public Money givenBack() {
    return reversed.stream().map(Reversed::amount).reduce(Money.ZERO, Money::plus);
  }

  /**
   * What is overdue: nothing of the due while a deferral runs; what was moved out and never was
   * there, in any case.
   */
  public Optional<Money> arrears() {
    return assessment.map(
        each -> (isDeferred() ? Money.ZERO : each.arrears()).plus(moved.recoverable()));
  }

  /** What is due and unpaid, but not overdue while a deferral runs. */
  public Optional<Money> open() {
    return assessment.map(each -> isDeferred() ? each.arrears() : Money.ZERO);
  }

  public Optional<Money> overpaid() {
    return assessment.map(LateFeeAssessment::overpaid);
  }

  public Optional<Money> fee() {
    return assessment.map(LateFeeAssessment::fee);
  }

  /** Whether anything known to be due is overdue on the business date. */
  public boolean isInArrears() {
    return arrears().filter(open -> open.signum() > 0).isPresent();
  }

  /** The slices that were late; none where the due is not known. */
  public List<LateFeeLine> lines() {
    return assessment.map(LateFeeAssessment::lines).orElse(List.of());
  }
}
