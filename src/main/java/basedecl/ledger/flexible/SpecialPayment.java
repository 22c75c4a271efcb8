package basedecl.ledger.flexible;

import basedecl.money.Money;
import basedecl.payment.Movement;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person's payment; an amount below zero gives back a debit that failed.
 *
 * @param key by which it is told from others: its serial number, or its line where it has none
 * @param sourceLine file, sheet and row it was read from
 */
public record SpecialPayment(
    String region,
    String key,
    InsuranceKind kind,
    IdNumber idNumber,
    LocalDate paidOn,
    Money amount,
    String serial,
    String sourceLine) {

  public Movement movement() {
    return new Movement(paidOn, amount, serial.isEmpty() ? Optional.empty() : Optional.of(serial));
  }
}
