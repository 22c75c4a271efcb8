package basedecl.assessment;

import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.policy.ContributionRate;
import java.util.Optional;

/** Per person and part {@code HALF_UP(base × rate, 2)} (domain 5). */
public record ContributionAssessor(Optional<Rate> employer, Optional<Rate> personal) {

  public static ContributionAssessor of(Optional<ContributionRate> rate) {
    return new ContributionAssessor(
        rate.flatMap(ContributionRate::employer), rate.flatMap(ContributionRate::personal));
  }

  public Dues assess(Money base) {
    return new Dues(employer.map(base::times), personal.map(base::times));
  }
}
