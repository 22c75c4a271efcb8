package basedecl.audit.signal;

import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import java.util.Optional;

/** The threshold's share or more of the people have one and the same wage. */
public final class OneWage implements AuditSignal {

  @Override
  public SignalKind kind() {
    return SignalKind.ONE_WAGE;
  }

  @Override
  public Optional<SignalFinding> evaluate(
      EmployerFigures employer, SignalRule rule, MonthRules known) {
    long alike = employer.wages().mostAlike();
    return SignalFigures.reaches(alike, employer.persons(), rule.threshold())
        ? Optional.of(
            SignalFigures.share(
                rule,
                SignalFigures.percent(alike, employer.persons()),
                Long.toString(employer.persons()),
                Long.toString(alike)))
        : Optional.empty();
  }
}
