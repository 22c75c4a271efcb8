package basedecl.assessment.flexible;

import basedecl.assessment.BaseAssessor;
import basedecl.assessment.topup.Instalment;
import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.policy.Policy;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.LimitChange;
import basedecl.policy.rule.PublishedLimits;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What a chosen base costs in the year of its first month, as known on a day. Limits that begin
 * after the first month move the base from their own month on; limits that take the place of those
 * it was chosen within do not, since their difference is a top-up (domain 6). Amounts are empty
 * where the policy has no rate.
 *
 * <p>A resident's choice is a tier: the price of the whole year, whatever its first month, due at
 * once, and not due at all where the election does not hold to the year's end (Shanxi: 按年、按档次缴纳).
 */
public record ElectionPrice(Policy policy, LocalDate knownOn) {

  /** The personal rate of a month. */
  public Optional<Rate> rate(YearMonth month) {
    return policy.rateFor(month).flatMap(ContributionRate::personal);
  }

  /** The base in {@code month} of one chosen from {@code from} on. */
  public Money base(Money chosen, YearMonth from, YearMonth month) {
    Optional<PublishedLimits> limits = policy.limitsFor(from.getYear(), month, knownOn);
    boolean toppedUp =
        policy
            .limitChangeFor(month)
            .filter(change -> change.mode() == LimitChange.Mode.RETROACTIVE)
            .isPresent();
    return limits
        .filter(l -> l.from().isAfter(from) && !toppedUp)
        .map(l -> new BaseAssessor(l.limits(), policy.rounding()).assess(chosen).amount())
        .orElse(chosen);
  }

  /** A whole span of the rhythm at the base and rate of the first month (每期应缴). */
  public Optional<Money> perSpan(Money chosen, YearMonth from, PaymentRhythm rhythm) {
    return policy.isByTier()
        ? Optional.of(chosen)
        : rate(from).map(rate -> new FlexibleContribution(rhythm).perSpan(chosen, rate));
  }

  /**
   * From the first month to {@code last}, both inclusive (全年应缴); zero where an election was void
   * before its first month.
   */
  public Optional<Money> until(Money chosen, YearMonth from, YearMonth last) {
    return instalments(chosen, from, last, PaymentRhythm.MONTHLY)
        .map(all -> all.stream().map(Instalment::amount).reduce(Money.ZERO, Money::plus));
  }

  /**
   * The first payment (首期应缴): of a rhythm that begins within its calendar period, only the months
   * from the first on; of one that ends within it, only those to {@code last}.
   */
  public Optional<Money> first(Money chosen, YearMonth from, YearMonth last, PaymentRhythm rhythm) {
    return instalments(chosen, from, last, rhythm)
        .map(all -> all.stream().findFirst().map(Instalment::amount).orElse(Money.ZERO));
  }

  /** The payments from the first month to December. */
  public Optional<List<Instalment>> instalments(
      Money chosen, YearMonth from, PaymentRhythm rhythm) {
    return instalments(chosen, from, YearMonth.of(from.getYear(), 12), rhythm);
  }

  /** The payments from the first month to {@code last}, both inclusive. */
  public Optional<List<Instalment>> instalments(
      Money chosen, YearMonth from, YearMonth last, PaymentRhythm rhythm) {
    if (policy.isByTier()) {
      return Optional.of(tier(chosen, from.getYear(), last));
    }
    for (YearMonth month = from; !month.isAfter(last); month = month.plusMonths(1)) {
      if (rate(month).isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new FlexibleContribution(rhythm)
            .instalments(
                from, last, month -> base(chosen, from, month).times(rate(month).orElseThrow())));
  }

  private static List<Instalment> tier(Money chosen, int year, YearMonth last) {
    YearMonth january = YearMonth.of(year, 1);
    YearMonth december = YearMonth.of(year, 12);
    return last.isBefore(december)
        ? List.of()
        : List.of(
            new Instalment(
                january,
                december,
                List.of(new Instalment.Part(january, december, chosen, chosen))));
  }
}
