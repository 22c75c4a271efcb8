package basedecl.assessment;

import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.policy.rule.ContributionRate;
import java.util.Optional;

/**
 * Per person and part {@code HALF_UP(base × rate, 2)} (domain 5), or the fixed amount of a kind of
 * insurance that has one.
 */
public record ContributionAssessor(
    Optional<Rate> employer, Optional<Rate> personal, Optional<ContributionRate.Fixed> fixed) {

  public ContributionAssessor(Optional<Rate> employer, Optional<Rate> personal) {
    this(employer, personal, Optional.empty());
  }

  public static ContributionAssessor of(Optional<ContributionRate> rate) {
    return new ContributionAssessor(
        rate.flatMap(ContributionRate::employer),
        rate.flatMap(ContributionRate::personal),
        rate.flatMap(ContributionRate::fixed));
  }

  public Dues assess(Money base) {
    return fixed
        .map(each -> new Dues(Optional.of(each.employer()), Optional.of(each.personal())))
        .orElseGet(() -> new Dues(part(base, employer), part(base, personal)));
  }

  private static Optional<Money> part(Money base, Optional<Rate> rate) {
    return rate.isPresent() ? Optional.of(base.times(rate.get())) : Optional.empty();
  }
}
