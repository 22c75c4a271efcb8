package basedecl.audit.signal;

import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import java.math.BigDecimal;
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
        .filter(
            last ->
                SignalFigures.reaches(
                    drop(last, employer), last.baseTotal().amount(), rule.threshold()))
        .map(
            last ->
                SignalFigures.share(
                    rule,
                    SignalFigures.percent(drop(last, employer), last.baseTotal().amount()),
                    last.baseTotal().toString(),
                    employer.baseTotal().toString(),
                    last.sourceWord()));
  }

  private static BigDecimal drop(EmployerFigures.LastYear last, EmployerFigures employer) {
    return last.baseTotal().minus(employer.baseTotal()).amount();
  }
}
