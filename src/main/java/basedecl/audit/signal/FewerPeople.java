package basedecl.audit.signal;

import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import java.util.Optional;

/** People fewer than last year by the threshold's share or more of last year's. */
public final class FewerPeople implements AuditSignal {

  @Override
  public SignalKind kind() {
    return SignalKind.FEWER_PEOPLE;
  }

  @Override
  public long headcount(EmployerFigures employer) {
    return employer.personsOfLargerYear();
  }

  @Override
  public Optional<SignalFinding> evaluate(
      EmployerFigures employer, SignalRule rule, MonthRules known) {
    return employer
        .lastYear()
        .flatMap(EmployerFigures.LastYear::persons)
        .filter(last -> SignalFigures.reaches(last - employer.persons(), last, rule.threshold()))
        .map(
            last ->
                SignalFigures.share(
                    rule,
                    SignalFigures.percent(last - employer.persons(), last),
                    Long.toString(last),
                    Long.toString(employer.persons())));
  }
}
