package basedecl.assessment;

import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.policy.Policy;
import basedecl.policy.rule.Limits;
import basedecl.policy.rule.PublishedLimits;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * One month of a declaration as it is charged: the limits and rates, each person's base and dues.
 * Amounts are those of {@link MonthlyDues}, to the fen. What the limits did to a wage (保底, 封顶, at
 * the lower limit) is told by the limits that the month is charged by, also where the base stays
 * the same by others: a wage of 4416 is at the lower limit once that is 4416.
 */
public final class ChargedMonth {

  private static final BigDecimal HALF_A_FEN = new BigDecimal("0.005");

  private final YearMonth month;
  private final MonthlyBases bases;
  private final boolean takenUp;
  private final Optional<PublishedLimits> limits;
  private final Optional<BaseAssessor> assessor;
  private final ContributionAssessor contributions;

  /**
   * @param applied what limit-change took up since the declaration arrived, in order
   */
  public ChargedMonth(
      Policy policy, MonthlyBases bases, List<LimitsApplied> applied, YearMonth month) {
    this.month = month;
    this.bases = bases;
    this.takenUp = applied.stream().anyMatch(each -> !each.from().isAfter(month));
    this.limits = bases.limits().after(policy, applied).in(month);
    this.assessor = limits.map(known -> new BaseAssessor(known.limits(), policy.rounding()));
    this.contributions = ContributionAssessor.of(policy.rateFor(month));
  }

  /** The limits that the month is charged by; empty where none were known. */
  public Optional<PublishedLimits> limits() {
    return limits;
  }

  /**
   * Whether the figures stored with the declaration are this month's as well: the same limits and
   * rates, and nothing taken up since.
   *
   * @param assessed the month whose limits and rates gave the stored figures
   */
  public boolean isLikeAssessed(Policy policy, YearMonth assessed) {
    Optional<Limits> stored = bases.limits().in(assessed).map(PublishedLimits::limits);
    return !takenUp
        && limits.map(PublishedLimits::limits).equals(stored)
        && contributions.equals(ContributionAssessor.of(policy.rateFor(assessed)));
  }

  /**
   * A person's base.
   *
   * @param stored the base stored with the declaration
   * @param changed the base that limit-change recorded for the month
   */
  public ContributionBase base(Money wage, ContributionBase stored, Optional<Money> changed) {
    return told(wage, stored, changed.orElseGet(() -> bases.in(month, wage, stored.amount())));
  }

  /**
   * A person's base had the declaration stood until today: limits taken up after it was replaced
   * count as they do for its successor, though nothing was recorded for it.
   */
  public ContributionBase baseOfReplaced(
      Money wage, ContributionBase stored, Optional<Money> changed) {
    return takenUp && changed.isEmpty() && assessor.isPresent()
        ? assessor.get().assess(wage)
        : base(wage, stored, changed);
  }

  /**
   * Whether dues stored for these people are of the month's rates. Each person's part is rounded to
   * the fen, so that their sum is off the product by half a fen a person at most; a rate that was
   * filled in or corrected later is off by far more.
   */
  public boolean isOfItsRates(long persons, Money baseTotal, Dues stored) {
    return isOfRate(persons, baseTotal, contributions.employer(), stored.employer())
        && isOfRate(persons, baseTotal, contributions.personal(), stored.personal());
  }

  private static boolean isOfRate(
      long persons, Money baseTotal, Optional<Rate> rate, Optional<Money> stored) {
    if (rate.isEmpty() || stored.isEmpty()) {
      return rate.isEmpty() && stored.isEmpty();
    }
    BigDecimal off =
        baseTotal.amount().multiply(rate.get().value()).subtract(stored.get().amount()).abs();
    return off.compareTo(HALF_A_FEN.multiply(BigDecimal.valueOf(persons))) <= 0;
  }

  /** A month's dues of a base. */
  public Dues dues(Money base) {
    return contributions.assess(base);
  }

  private ContributionBase told(Money wage, ContributionBase stored, Money amount) {
    if (assessor.isPresent()) {
      ContributionBase byLimits = assessor.get().assess(wage);
      if (byLimits.amount().equals(amount)) {
        return byLimits;
      }
    }
    return amount.equals(stored.amount()) ? stored : ofOtherLimits(wage, amount);
  }

  /** A base that was recorded under figures the policy no longer has. */
  private static ContributionBase ofOtherLimits(Money wage, Money amount) {
    boolean raised = wage.isLessThan(amount);
    boolean lowered = wage.isMoreThan(amount);
    return new ContributionBase(
        amount,
        raised
            ? Adjustment.RAISED_TO_LOWER
            : lowered ? Adjustment.LOWERED_TO_UPPER : Adjustment.AS_DECLARED,
        raised,
        lowered);
  }
}
