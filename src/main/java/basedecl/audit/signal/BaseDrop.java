package basedecl.audit.signal;

import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import java.util.Optional;

/** The bases together fell on last year by the threshold's share or more of last year's. */
public final class BaseDrop implements AuditSignal {

  @Override
  public SignalKind kind() {
    return SignalKind.BASE_DROP;
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
        .map(EmployerFigures.LastYear::baseTotal)
        .filter(
            last ->
                SignalFigures.reaches(
                    last.minus(employer.baseTotal()).amount(), last.amount(), rule.threshold()))
        .map(
            last ->
                SignalFigures.share(
                    rule,
                    SignalFigures.percent(last.minus(employer.baseTotal()).amount(), last.amount()),
                    last.toString(),
                    employer.baseTotal().toString()));
  }
}
