package basedecl.audit.signal;

import basedecl.money.Money;
import basedecl.policy.rule.FlagThreshold;
import basedecl.policy.rule.Limits;
import basedecl.policy.rule.MinimumWage;
import java.util.Optional;

/** The figures of law that signals measure with: those of the audited month. */
public record MonthRules(
    Limits limits, Optional<MinimumWage> minimumWage, Optional<FlagThreshold> threshold) {

  Optional<Money> minimum() {
    return minimumWage.map(MinimumWage::monthly);
  }
}
