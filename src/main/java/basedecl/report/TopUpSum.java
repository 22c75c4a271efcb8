package basedecl.report;

import basedecl.declaration.IdNumber;
import basedecl.declaration.InsuranceKind;
import basedecl.ledger.TopUpMonth;
import basedecl.money.Money;
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
