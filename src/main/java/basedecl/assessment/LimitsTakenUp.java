package basedecl.assessment;

import basedecl.money.Money;
import basedecl.policy.Policy;
import basedecl.policy.rule.LimitChange;
import java.time.YearMonth;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What limit-change makes of declared wages: in every month from its own on, the wage within the
 * limits that hold in that month and are known on its business date ({@link YearLimits}). Months
 * before its own stay as they were, without top-up, unless the policy is {@code RETROACTIVE}.
 */
public final class LimitsTakenUp {

  private final YearMonth from;
  private final boolean retroactive;
  private final NavigableMap<YearMonth, BaseAssessor> months = new TreeMap<>();

  public LimitsTakenUp(Policy policy, LimitsApplied applied) {
    this.from = applied.from();
    this.retroactive =
        policy
            .limitChangeFor(from)
            .filter(change -> change.mode() == LimitChange.Mode.RETROACTIVE)
            .isPresent();
    YearLimits limits = YearLimits.knownOn(policy, from.getYear(), applied.knownOn());
    for (YearMonth month : YearLimits.monthsOf(from.getYear())) {
      if (!month.isBefore(from)) {
        limits
            .in(month)
            .ifPresent(l -> months.put(month, new BaseAssessor(l.limits(), policy.rounding())));
      }
    }
  }

  /** The base in a month from the first on. */
  public ContributionBase in(YearMonth month, Money wage) {
    BaseAssessor assessor = months.get(month);
    if (assessor == null) {
      throw new IllegalArgumentException(month + " has no limits that are taken up");
    }
    return assessor.assess(wage);
  }

  /**
   * The base that the new one of the first month is compared with: the month before's, so that
   * everybody is listed who pays by another base from now on; the same month's as it was where the
   * policy is {@code RETROACTIVE} or the year begins with it.
   *
   * @param before the base of a month but for what is taken up now
   */
  public Money comparedWith(Function<YearMonth, Money> before) {
    return before.apply(retroactive || from.getMonthValue() == 1 ? from : from.minusMonths(1));
  }

  /**
   * The bases to keep, each from its month on (inclusive); none where every month stays what it
   * was, unless the wage is not one: whoever keeps these drops what was kept of these months.
   */
  public NavigableMap<YearMonth, ContributionBase> changes(
      YearWage wage, Function<YearMonth, Money> before) {
    NavigableMap<YearMonth, ContributionBase> changes = new TreeMap<>();
    boolean any = false;
    for (YearMonth month : months.navigableKeySet()) {
      ContributionBase base = in(month, wage.in(month));
      any |= !base.amount().equals(before.apply(month));
      if (changes.isEmpty() || !changes.lastEntry().getValue().amount().equals(base.amount())) {
        changes.put(month, base);
      }
    }
    return any || wage.isDivided() ? changes : new TreeMap<>();
  }
}
