package basedecl.audit.signal;

import basedecl.money.Money;
import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The threshold's share or more of the wages lie above the lower limit by no more than the rule's
 * measure.
 */
public final class JustAboveLower implements AuditSignal {

  @Override
  public SignalKind kind() {
    return SignalKind.JUST_ABOVE_LOWER;
  }

  @Override
  public Optional<SignalFinding> evaluate(
      EmployerFigures employer, SignalRule rule, MonthRules known) {
    BigDecimal lower = known.limits().lower().amount();
    BigDecimal high = lower.add(lower.multiply(rule.measure().orElseThrow()));
    long near = employer.wages().between(lower, high);
    return SignalFigures.reaches(near, employer.persons(), rule.threshold())
        ? Optional.of(
            SignalFigures.share(
                rule,
                SignalFigures.percent(near, employer.persons()),
                Long.toString(employer.persons()),
                Long.toString(near),
                known.limits().lower().toString(),
                Money.rounded(high).toString()))
        : Optional.empty();
  }
}
