package basedecl.report.flexible;

import basedecl.ledger.flexible.TopUpMonth;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A person's top-up of one kind: its months and the last day to pay. */
public record TopUpSum(
    InsuranceKind kind,
    IdNumber idNumber,
    String name,
    List<TopUpMonth> months,
    Optional<LocalDate> due) {

  public TopUpSum {
    months = List.copyOf(months);
  }

  public Money total() {
    return months.stream().map(month -> month.line().amount()).reduce(Money.ZERO, Money::plus);
  }
}
