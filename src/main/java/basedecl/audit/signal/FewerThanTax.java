package basedecl.audit.signal;

import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import java.util.Optional;

/** Fewer people declared than the tax file has, by the threshold's share or more of the latter. */
public final class FewerThanTax implements AuditSignal {

  @Override
  public SignalKind kind() {
    return SignalKind.FEWER_THAN_TAX;
  }

  @Override
  public long headcount(EmployerFigures employer) {
    return Math.max(employer.persons(), employer.tax().map(TaxComparison::taxPersons).orElse(0L));
  }

  @Override
  public Optional<SignalFinding> evaluate(
      EmployerFigures employer, SignalRule rule, MonthRules known) {
    return employer
        .tax()
        .map(TaxComparison::taxPersons)
        .filter(tax -> SignalFigures.reaches(tax - employer.persons(), tax, rule.threshold()))
        .map(
            tax ->
                SignalFigures.share(
                    rule,
                    SignalFigures.percent(tax - employer.persons(), tax),
                    Long.toString(tax),
                    Long.toString(employer.persons())));
  }
}
