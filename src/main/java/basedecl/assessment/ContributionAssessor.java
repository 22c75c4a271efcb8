package basedecl.assessment;

import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.policy.rule.ContributionRate;
import java.util.Optional;

/** Per person and part {@code HALF_UP(base × rate, 2)} (domain 5). */
public record ContributionAssessor(Optional<Rate> employer, Optional<Rate> personal) {

  public static ContributionAssessor of(Optional<ContributionRate> rate) {
    return new ContributionAssessor(
        rate.flatMap(ContributionRate::employer), rate.flatMap(ContributionRate::personal));
  }

  public Dues assess(Money base) {
    return new Dues(part(base, employer), part(base, personal));
  }

  private static Optional<Money> part(Money base, Optional<Rate> rate) {
    return rate.isPresent() ? Optional.of(base.times(rate.get())) : Optional.empty();
  }
}
