package basedecl.assessment;

import basedecl.money.Money;
import basedecl.money.Rounding;
import basedecl.policy.Policy;
import basedecl.policy.rule.Limits;
import basedecl.policy.rule.PublishedLimits;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * The bases of a declaration's people month by month. The base stored with the declaration is that
 * of the month it was assessed with, and of every month of the same limits; in a month of other
 * limits it is the declared wage within those ({@link YearLimits}). A month whose limits were not
 * known takes the stored base. From its month on a change that limit-change recorded wins.
 */
public final class MonthlyBases {

  private final YearLimits limits;
  private final List<Optional<BaseAssessor>> others;

  /**
   * @param assessed the month whose limits gave the stored bases
   * @param limits as they were known when the declaration arrived
   */
  public MonthlyBases(YearMonth assessed, YearLimits limits, Rounding rounding) {
    this.limits = limits;
    this.others = new ArrayList<>();
    Optional<Limits> own = limits.in(assessed).map(PublishedLimits::limits);
    for (Optional<PublishedLimits> month : limits.months()) {
      others.add(
          month
              .map(PublishedLimits::limits)
              .filter(here -> !own.equals(Optional.of(here)))
              .map(here -> new BaseAssessor(here, rounding)));
    }
  }

  /** For a declaration that arrived on a day and was assessed with a month. */
  public static MonthlyBases of(Policy policy, YearMonth assessed, LocalDate arrived) {
    return new MonthlyBases(
        assessed, YearLimits.knownOn(policy, assessed.getYear(), arrived), policy.rounding());
  }

  /** The limits that the declaration arrived under. */
  public YearLimits limits() {
    return limits;
  }

  /**
   * A person's base in a month.
   *
   * @param stored the base stored with the declaration
   * @param changes the base from each month on (inclusive), as limit-change recorded it
   */
  public Money in(
      YearMonth month, Money wage, Money stored, NavigableMap<YearMonth, Money> changes) {
    Map.Entry<YearMonth, Money> change = changes.floorEntry(month);
    return change == null ? in(month, wage, stored) : change.getValue();
  }

  /** A person's base in a month, but for what limit-change recorded. */
  public Money in(YearMonth month, Money wage, Money stored) {
    Optional<BaseAssessor> other = other(month);
    return other.isPresent() ? other.get().assess(wage).amount() : stored;
  }

  /** What assesses a month of other limits than the stored base's; empty for the rest. */
  Optional<BaseAssessor> other(YearMonth month) {
    return others.get(month.getMonthValue() - 1);
  }
}
