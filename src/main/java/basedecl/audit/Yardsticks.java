package basedecl.audit;

import basedecl.money.Money;
import basedecl.policy.FlagThreshold;
import basedecl.policy.Limits;
import basedecl.policy.MinimumWage;
import java.util.Optional;

/** The figures of law that signals measure with: those of the audited month. */
public record Yardsticks(
    Limits limits, Optional<MinimumWage> minimumWage, Optional<FlagThreshold> threshold) {

  Optional<Money> minimum() {
    return minimumWage.map(MinimumWage::monthly);
  }
}
