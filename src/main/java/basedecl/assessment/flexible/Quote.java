package basedecl.assessment.flexible;

import basedecl.assessment.topup.Instalment;
import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Policy;
import basedecl.policy.rule.AnnualTiers;
import basedecl.policy.rule.PublishedLimits;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be chosen for a kind of insurance from a month on, as known on a day, and what it costs:
 * a base within the limits, or of residents a tier.
 *
 * @param limits empty where tiers are chosen
 * @param tiers empty where a base is chosen
 */
public record Quote(
    Policy policy,
    InsuranceKind kind,
    YearMonth month,
    LocalDate knownOn,
    Optional<PublishedLimits> limits,
    Optional<AnnualTiers> tiers) {

  /**
   * The price of one base.
   *
   * @param spans a whole span of each rhythm; none where the policy has no rate
   * @param untilDecember from the month to December; of a tier the whole year
   * @param parts of the year where the price changes within it; none where it does not
   */
  public record Line(
      Money base,
      Map<PaymentRhythm, Money> spans,
      Optional<Money> untilDecember,
      List<Instalment.Part> parts) {

    public Line {
      spans = Map.copyOf(spans);
      parts = List.copyOf(parts);
    }

    public Optional<Money> span(PaymentRhythm rhythm) {
      return Optional.ofNullable(spans.get(rhythm));
    }
  }

  /** Empty where nothing can be chosen from that month on. */
  public static Optional<Quote> of(
      Policy policy, InsuranceKind kind, YearMonth month, LocalDate knownOn) {
    Optional<PublishedLimits> limits = policy.limitsFor(month.getYear(), month, knownOn);
    Optional<AnnualTiers> tiers = policy.tiersFor(kind, month);
    return limits.isEmpty() && tiers.isEmpty()
        ? Optional.empty()
        : Optional.of(new Quote(policy, kind, month, knownOn, limits, tiers));
  }

  /** The personal rate of the month. */
  public Optional<Rate> rate() {
    return price().rate(month);
  }

  /** What a base, or a tier, costs. */
  public Line line(Money base) {
    ElectionPrice price = price();
    Map<PaymentRhythm, Money> spans = new EnumMap<>(PaymentRhythm.class);
    for (PaymentRhythm rhythm : PaymentRhythm.values()) {
      price.perSpan(base, month, rhythm).ifPresent(amount -> spans.put(rhythm, amount));
    }
    List<Instalment.Part> parts =
        price.instalments(base, month, PaymentRhythm.YEARLY).stream()
            .flatMap(List::stream)
            .map(Instalment::parts)
            .filter(each -> each.size() > 1)
            .flatMap(List::stream)
            .toList();
    return new Line(
        base, spans, price.until(base, month, YearMonth.of(month.getYear(), 12)), parts);
  }

  private ElectionPrice price() {
    return new ElectionPrice(policy, knownOn);
  }
}
