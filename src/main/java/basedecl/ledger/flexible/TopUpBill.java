package basedecl.ledger.flexible;

import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one person has to pay (or gets back, below zero) of one kind of insurance.
 *
 * @param due the last day to pay, inclusive
 * @param months what the bill is for; not read back from the ledger with the bill
 */
public record TopUpBill(
    String bill,
    InsuranceKind kind,
    IdNumber idNumber,
    String name,
    Money amount,
    Optional<LocalDate> due,
    List<TopUpMonth> months) {

  public TopUpBill {
    months = List.copyOf(months);
  }
}
