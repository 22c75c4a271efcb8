package basedecl.assessment.topup;

import basedecl.assessment.ContributionAssessor;
import basedecl.assessment.Dues;
import basedecl.money.Money;
import basedecl.policy.Policy;
import basedecl.policy.rule.LimitChange;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What employer and employee top up where limits change for months already assessed (domain 6): per
 * month {@code HALF_UP((newBase − oldBase) × rate, 2)} for each part, from the first month to the
 * last, both inclusive. Nothing where the policy is not {@code RETROACTIVE} for the month; a lower
 * base gives money back only where the policy refunds.
 */
public record EmployeeTopUp(Policy policy, YearMonth from, YearMonth last) {

  /** One month's bases and amounts. */
  public record Line(YearMonth month, Money before, Money after, Money difference, Dues dues) {}

  /**
   * @param basesBefore the base that each month was assessed with
   * @param basesAfter the base of each month now
   */
  public List<Line> lines(
      Function<YearMonth, Money> basesBefore, Function<YearMonth, Money> basesAfter) {
    List<Line> lines = new ArrayList<>();
    for (YearMonth month = from; !month.isAfter(last); month = month.plusMonths(1)) {
      Money before = basesBefore.apply(month);
      Money after = basesAfter.apply(month);
      Money difference = after.minus(before);
      if (isBilled(month, difference)) {
        lines.add(
            new Line(
                month,
                before,
                after,
                difference,
                ContributionAssessor.of(policy.rateFor(month)).assess(difference)));
      }
    }
    return lines;
  }

  private boolean isBilled(YearMonth month, Money difference) {
    return policy
        .limitChangeFor(month)
        .filter(change -> change.mode() == LimitChange.Mode.RETROACTIVE)
        .filter(
            change ->
                difference.signum() > 0
                    || (difference.signum() < 0
                        && change.decrease() == LimitChange.Decrease.REFUND))
        .isPresent();
  }
}
