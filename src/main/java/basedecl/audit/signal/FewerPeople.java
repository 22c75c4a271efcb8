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
        .flatMap(last -> last.persons().flatMap(persons -> finding(employer, rule, last, persons)));
  }

  private static Optional<SignalFinding> finding(
      EmployerFigures employer, SignalRule rule, EmployerFigures.LastYear last, long persons) {
    long fewer = persons - employer.persons();
    return SignalFigures.reaches(fewer, persons, rule.threshold())
        ? Optional.of(
            SignalFigures.share(
                rule,
                SignalFigures.percent(fewer, persons),
                Long.toString(persons),
                Long.toString(employer.persons()),
                last.sourceWord()))
        : Optional.empty();
  }
}
