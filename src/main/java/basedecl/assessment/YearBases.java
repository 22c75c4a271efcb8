package basedecl.assessment;

import basedecl.money.Money;
import basedecl.money.Rounding;
import basedecl.policy.Policy;
import basedecl.policy.rule.PublishedLimits;
import java.time.YearMonth;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The bases of a declaration whose people's wages may differ from month to month: in each month the
 * wage of that month within the limits of that month ({@link YearLimits}). What is stored is the
 * base of the month the declaration is assessed with; for a person with one wage the rest follows
 * from it ({@link MonthlyBases}), for others each month's base is kept.
 *
 * @param assessed the month the declaration is assessed with
 * @param own its limits
 */
public record YearBases(
    YearMonth assessed, BaseAssessor own, YearLimits limits, Rounding rounding) {

  /**
   * For a declaration that arrives with these limits known.
   *
   * @throws java.util.NoSuchElementException where those of {@code assessed} are not
   */
  public static YearBases of(Policy policy, YearMonth assessed, YearLimits limits) {
    return new YearBases(
        assessed,
        new BaseAssessor(limits.in(assessed).orElseThrow().limits(), policy.rounding()),
        limits,
        policy.rounding());
  }

  /** The base in a month; one whose limits are not known takes those of the assessed month. */
  public ContributionBase in(YearMonth month, YearWage wage) {
    Optional<BaseAssessor> there =
        limits
            .in(month)
            .map(PublishedLimits::limits)
            .map(known -> new BaseAssessor(known, rounding));
    return there.orElse(own).assess(wage.in(month));
  }

  /** The base to store with the declaration. */
  public ContributionBase stored(YearWage wage) {
    return own.assess(wage.in(assessed));
  }

  /**
   * The bases to keep beside the stored one, each from its month on (inclusive): all of the year
   * where the wage is not one, else none.
   */
  public NavigableMap<YearMonth, ContributionBase> kept(YearWage wage) {
    NavigableMap<YearMonth, ContributionBase> kept = new TreeMap<>();
    if (!wage.isDivided()) {
      return kept;
    }
    Optional<Money> last = Optional.empty();
    for (YearMonth month : YearLimits.monthsOf(assessed.getYear())) {
      ContributionBase base = in(month, wage);
      if (!last.equals(Optional.of(base.amount()))) {
        kept.put(month, base);
        last = Optional.of(base.amount());
      }
    }
    return kept;
  }
}
