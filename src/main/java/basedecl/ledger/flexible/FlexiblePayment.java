package basedecl.ledger.flexible;

import basedecl.assessment.flexible.InstalmentPayment;
import basedecl.assessment.flexible.PaidFor;
import basedecl.money.Money;
import basedecl.payment.Movement;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An ordinary payment of the current year; below zero what gives one back, and with a failure a
 * batch debit that brought nothing.
 *
 * @param key by which it is told from others: its serial number, or its line where it has none
 * @param paidFor the months it names; empty where it counts in order
 * @param failure why the debit failed; empty for money that came in
 * @param sourceLine file, sheet and row it was read from
 */
public record FlexiblePayment(
    String region,
    String key,
    int year,
    InsuranceKind kind,
    IdNumber idNumber,
    LocalDate paidOn,
    Money amount,
    String serial,
    Optional<PaidFor> paidFor,
    Optional<String> failure,
    String sourceLine) {

  public boolean failed() {
    return failure.isPresent();
  }

  /** By its serial number what gives it back finds it; without one its key tells it. */
  public Movement movement() {
    return new Movement(paidOn, amount, Optional.of(number()));
  }

  public InstalmentPayment instalment() {
    return new InstalmentPayment(movement(), paidFor);
  }

  /** What tells it in an account. */
  public String number() {
    return serial.isEmpty() ? key : serial;
  }

  /** The same, for the months that the payment it gives back names. */
  public FlexiblePayment paidFor(Optional<PaidFor> months) {
    return new FlexiblePayment(
        region, key, year, kind, idNumber, paidOn, amount, serial, months, failure, sourceLine);
  }
}
