package basedecl.assessment;

import basedecl.money.Money;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.PublishedLimits;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Months (both inclusive) of the same limits, rates, bases and dues.
 *
 * @param base of one person, or of all together, yuan a month
 * @param dues of a month
 */
public record MonthSpan(
    YearMonth from,
    YearMonth to,
    Optional<PublishedLimits> limits,
    Optional<ContributionRate> rate,
    Money base,
    Dues dues) {

  boolean goesOn(MonthSpan next) {
    return limits.equals(next.limits)
        && rate.equals(next.rate)
        && base.equals(next.base)
        && dues.equals(next.dues);
  }

  MonthSpan until(YearMonth last) {
    return new MonthSpan(from, last, limits, rate, base, dues);
  }
}
