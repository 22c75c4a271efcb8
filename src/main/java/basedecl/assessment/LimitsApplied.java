package basedecl.assessment;

import basedecl.policy.Policy;
import basedecl.policy.rule.PublishedLimits;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Limits taken up after a declaration had arrived, as the job limit-change does: from a month on
 * (inclusive), those known on its business date.
 *
 * @param taken the limits that it took up; empty where that was not noted and the policy answers
 */
public record LimitsApplied(YearMonth from, LocalDate knownOn, Optional<YearLimits> taken) {

  /** The limits of a month from the first on. */
  Optional<PublishedLimits> in(Policy policy, YearMonth month) {
    return taken.isPresent()
        ? taken.get().in(month)
        : policy.limitsFor(month.getYear(), month, knownOn);
  }
}
