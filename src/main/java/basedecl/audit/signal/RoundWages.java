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
      EmployerFigures employer, SignalRule rule, Yardsticks known) {
    BigDecimal unit = rule.measure().orElseThrow();
    long round = employer.wages().multiplesOf(unit);
    return Figures.reaches(round, employer.persons(), rule.threshold())
        ? Optional.of(
            Figures.share(
                rule,
                Figures.percent(round, employer.persons()),
                Long.toString(employer.persons()),
                Long.toString(round),
                unit.toPlainString()))
        : Optional.empty();
  }
}
