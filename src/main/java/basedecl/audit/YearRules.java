package basedecl.audit;

import basedecl.assessment.BaseAssessor;
import basedecl.assessment.ContributionAssessor;
import basedecl.assessment.YearLimits;
import basedecl.audit.signal.LowerLimitShare;
import basedecl.audit.signal.MonthRules;
import basedecl.money.Rounding;
import basedecl.policy.Policy;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.FlagThreshold;
import basedecl.policy.rule.MinimumWage;
import basedecl.policy.rule.PublishedLimits;
import basedecl.policy.rule.SignalRule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Every figure of a policy that a year's declarations are assessed and looked at with in one month.
 *
 * @param signals those switched on
 */
public record YearRules(
    PublishedLimits limits,
    Rounding rounding,
    Optional<ContributionRate> rate,
    Optional<FlagThreshold> threshold,
    Optional<MinimumWage> minimumWage,
    List<SignalRule> signals) {

  public YearRules {
    signals = List.copyOf(signals);
  }

  /** Empty where the policy has no limits for the month as known on that day. */
  public static Optional<YearRules> of(
      Policy policy, int year, YearMonth month, LocalDate knownOn) {
    return YearLimits.knownOn(policy, year, knownOn)
        .in(month)
        .map(
            limits ->
                new YearRules(
                    limits,
                    policy.rounding(),
                    policy.rateFor(month),
                    policy.flagThresholdFor(month),
                    policy.minimumWageFor(month),
                    policy.signalsFor(month)));
  }

  /** The same rules of the month for whoever is charged by other limits. */
  public YearRules with(PublishedLimits other) {
    return new YearRules(other, rounding, rate, threshold, minimumWage, signals);
  }

  public BaseAssessor bases() {
    return new BaseAssessor(limits.limits(), rounding);
  }

  public ContributionAssessor contributions() {
    return ContributionAssessor.of(rate);
  }

  public Auditor auditor() {
    return new Auditor(signals, new MonthRules(limits.limits(), minimumWage, threshold));
  }

  /** Whether so many at the lower limit flag an employer; never where there is no threshold. */
  public boolean flags(LowerLimitShare share) {
    return threshold.filter(t -> share.isMoreThan(t.moreThan())).isPresent();
  }
}
