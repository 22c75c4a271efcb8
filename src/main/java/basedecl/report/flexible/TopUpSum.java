package basedecl.report.flexible;

import basedecl.ledger.flexible.TopUpMonth;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A person's top-up of one kind.
 *
 * @param months those that stand
 * @param takenBack those that were billed and do not stand any more
 * @param credit what was billed beyond {@code total}, to be subtracted from the next bill
 * @param due the last day to pay, inclusive
 */
public record TopUpSum(
    InsuranceKind kind,
    IdNumber idNumber,
    String name,
    List<TopUpMonth> months,
    List<TopUpMonth> takenBack,
    Money credit,
    Optional<LocalDate> due) {

  public TopUpSum {
    months = List.copyOf(months);
    takenBack = List.copyOf(takenBack);
  }

  /** What had been billed for the months taken back. */
  public Money takenBackTotal() {
    return takenBack.stream().map(month -> month.line().amount()).reduce(Money.ZERO, Money::plus);
  }

  /** What is due for the months that stand. */
  public Money total() {
    return months.stream().map(month -> month.line().amount()).reduce(Money.ZERO, Money::plus);
  }
}
