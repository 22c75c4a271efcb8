package basedecl.audit.signal;

import basedecl.declaration.UnlikelyWages;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.money.Percent;
import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * More than the threshold's share of the wages lie under 100 yuan, or more than that share over
 * three times the upper limit: the net under a unit or a column that was taken for another, by the
 * same measures as {@code WAGES_UNLIKELY} at the intake ({@link UnlikelyWages}).
 */
public final class ImplausibleWages implements AuditSignal {

  @Override
  public SignalKind kind() {
    return SignalKind.UNLIKELY_WAGES;
  }

  @Override
  public Optional<SignalFinding> evaluate(
      EmployerFigures employer, SignalRule rule, MonthRules known) {
    Money most = UnlikelyWages.most(known.limits().upper());
    long low = employer.wages().below(UnlikelyWages.least());
    long high = employer.wages().above(most);
    long people = employer.persons();
    if (people == 0 || !passes(Math.max(low, high), people, rule.threshold())) {
      return Optional.empty();
    }
    return Optional.of(
        new SignalFinding(
            rule.kind().word(),
            Message.of("audit.figure", SignalFigures.percent(Math.max(low, high), people)),
            Message.of("audit.more-than", Percent.rounded(rule.threshold())),
            Message.of(
                "audit.explain." + rule.kind().word(),
                Long.toString(people),
                Long.toString(low),
                UnlikelyWages.least().toString(),
                Long.toString(high),
                most.toString()),
            rule.citation()));
  }

  private static boolean passes(long part, long whole, BigDecimal share) {
    return BigDecimal.valueOf(part).compareTo(share.multiply(BigDecimal.valueOf(whole))) > 0;
  }
}
