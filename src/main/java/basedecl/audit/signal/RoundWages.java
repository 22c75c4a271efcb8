package basedecl.audit.signal;

import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import java.math.BigDecimal;
import java.util.Optional;

/** The threshold's share or more of the wages are multiples of the rule's measure. */
public final class RoundWages implements AuditSignal {

  @Override
  public SignalKind kind() {
    return SignalKind.ROUND_WAGES;
  }

  @Override
  public Optional<SignalFinding> evaluate(
      EmployerFigures employer, SignalRule rule, MonthRules known) {
    BigDecimal unit = rule.measure().orElseThrow();
    long round = employer.wages().multiplesOf(unit);
    return SignalFigures.reaches(round, employer.persons(), rule.threshold())
        ? Optional.of(
            SignalFigures.share(
                rule,
                SignalFigures.percent(round, employer.persons()),
                Long.toString(employer.persons()),
                Long.toString(round),
                unit.toPlainString()))
        : Optional.empty();
  }
}
