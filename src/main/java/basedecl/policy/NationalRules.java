package basedecl.policy;

import basedecl.policy.rule.Imputation;
import basedecl.policy.rule.MinimumAge;
import basedecl.policy.rule.RetirementStep;
import basedecl.policy.rule.RetirementTrack;
import basedecl.policy.rule.SignalRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figures of national law, for every region alike. A policy file that states one itself goes before
 * them.
 */
public record NationalRules(
    List<Imputation> imputations,
    List<MinimumAge> minimumAges,
    List<SignalRule> signals,
    Map<RetirementTrack, RetirementStep> retirement,
    WorkCalendar calendar) {

  /** Rules with weekends as the only days off. */
  public NationalRules(
      List<Imputation> imputations,
      List<MinimumAge> minimumAges,
      List<SignalRule> signals,
      Map<RetirementTrack, RetirementStep> retirement) {
    this(imputations, minimumAges, signals, retirement, WorkCalendar.WEEKENDS);
  }

  public NationalRules {
    imputations = List.copyOf(imputations);
    minimumAges = List.copyOf(minimumAges);
    signals = List.copyOf(signals);
    retirement = Map.copyOf(retirement);
  }

  public Optional<RetirementStep> retirementStep(RetirementTrack track) {
    return Optional.ofNullable(retirement.get(track));
  }
}
