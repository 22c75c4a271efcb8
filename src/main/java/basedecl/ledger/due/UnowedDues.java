package basedecl.ledger.due;

import basedecl.assessment.MonthSum;
import basedecl.assessment.collection.EmployerMonth;
import basedecl.assessment.latefee.EmployerDue;
import basedecl.ledger.year.DueRecord;
import basedecl.money.Money;
import basedecl.policy.Policy;
import basedecl.policy.rule.Deadline;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Months for which money came and nothing is owed: the employer had come to its end before, had not
 * split off yet, is not known any more, or has not declared and the kind is due by declarations
 * alone. Each is a due of nothing, so that the money stands there as overpaid and can be refunded
 * by decision; without it no sheet would show it.
 */
public final class UnowedDues {

  private UnowedDues() {}

  /**
   * @param deadlines of the months worked out
   * @param owed every due of these months
   * @param moneyCame months that were paid or offset towards
   */
  public static List<DueRecord> of(
      Policy policy,
      KnownEmployers employers,
      List<Deadline> deadlines,
      Collection<DueRecord> owed,
      Set<EmployerMonth> moneyCame) {
    Map<YearMonth, Deadline> reached =
        deadlines.stream().collect(Collectors.toMap(Deadline::period, Function.identity()));
    Set<EmployerMonth> known =
        owed.stream()
            .map(record -> new EmployerMonth(record.due().employerCode(), record.due().period()))
            .collect(Collectors.toSet());
    return moneyCame.stream()
        .filter(month -> reached.containsKey(month.period()) && !known.contains(month))
        .filter(month -> !employers.willOwe(policy, month))
        .sorted()
        .map(month -> nothing(month, Objects.requireNonNull(reached.get(month.period()))))
        .toList();
  }

  private static DueRecord nothing(EmployerMonth month, Deadline deadline) {
    return new DueRecord(
        new EmployerDue(
            month.employerCode(),
            month.period(),
            EmployerDue.Method.NONE,
            Optional.of(Money.ZERO),
            deadline.date()),
        OptionalLong.empty(),
        MonthSum.UNKNOWN);
  }
}
