package basedecl.audit.signal;

import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import java.math.BigDecimal;
import java.util.Optional;

/** People declared with less than the monthly wage the tax file has. */
public final class BelowTax implements AuditSignal {

  @Override
  public SignalKind kind() {
    return SignalKind.BELOW_TAX;
  }

  @Override
  public Optional<SignalFinding> evaluate(
      EmployerFigures employer, SignalRule rule, MonthRules known) {
    return employer
        .tax()
        .filter(tax -> BigDecimal.valueOf(tax.belowTax()).compareTo(rule.threshold()) >= 0)
        .map(
            tax ->
                SignalFigures.people(
                    rule,
                    tax.belowTax(),
                    Long.toString(tax.matched()),
                    Long.toString(tax.belowTax()),
                    tax.wageGap().toString(),
                    tax.baseShort().toString()));
  }
}
