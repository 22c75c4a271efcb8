package basedecl.audit.signal;

import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import java.math.BigDecimal;
import java.util.Optional;

/** People declared with less than the local minimum wage; silent where the policy states none. */
public final class BelowMinimumWage implements AuditSignal {

  @Override
  public SignalKind kind() {
    return SignalKind.BELOW_MINIMUM_WAGE;
  }

  @Override
  public Optional<SignalFinding> evaluate(
      EmployerFigures employer, SignalRule rule, MonthRules known) {
    return known
        .minimum()
        .filter(
            least ->
                BigDecimal.valueOf(employer.wages().below(least)).compareTo(rule.threshold()) >= 0)
        .map(
            least ->
                SignalFigures.people(
                    rule,
                    employer.wages().below(least),
                    Long.toString(employer.wages().below(least)),
                    least.toString()));
  }
}
