package basedecl.audit;

import basedecl.audit.signal.AuditSignal;
import basedecl.audit.signal.BaseDrop;
import basedecl.audit.signal.BelowMinimumWage;
import basedecl.audit.signal.BelowTax;
import basedecl.audit.signal.EmployerFigures;
import basedecl.audit.signal.FewerPeople;
import basedecl.audit.signal.FewerThanTax;
import basedecl.audit.signal.ImplausibleWages;
import basedecl.audit.signal.JustAboveLower;
import basedecl.audit.signal.MonthRules;
import basedecl.audit.signal.OneWage;
import basedecl.audit.signal.RoundWages;
import basedecl.audit.signal.SignalFinding;
import basedecl.message.Message;
import basedecl.money.Percent;
import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at one employer after another: first the 70 % rule, then every signal that the policy
 * switches on, in the order of their list. It states figures and ranks; it never judges.
 */
public final class Auditor {

  /** The 70 % rule's word among the signals. */
  public static final String LOWER_LIMIT_SHARE = "lower-limit-share";

  private static final List<AuditSignal> SIGNALS =
      List.of(
          new BelowTax(),
          new BaseDrop(),
          new BelowMinimumWage(),
          new FewerThanTax(),
          new FewerPeople(),
          new OneWage(),
          new RoundWages(),
          new JustAboveLower(),
          new ImplausibleWages());

  private final Map<SignalKind, SignalRule> rules = new EnumMap<>(SignalKind.class);
  private final MonthRules known;

  /**
   * @param rules those that hold in the audited month and are switched on
   */
  public Auditor(List<SignalRule> rules, MonthRules known) {
    rules.forEach(rule -> this.rules.put(rule.kind(), rule));
    this.known = known;
  }

  public List<SignalFinding> look(EmployerFigures employer) {
    List<SignalFinding> findings = new ArrayList<>();
    share(employer).ifPresent(findings::add);
    for (AuditSignal signal : SIGNALS) {
      SignalRule rule = rules.get(signal.kind());
      if (rule != null && signal.headcount(employer) >= rule.leastHeadcount()) {
        signal.evaluate(employer, rule, known).ifPresent(findings::add);
      }
    }
    return List.copyOf(findings);
  }

  private Optional<SignalFinding> share(EmployerFigures employer) {
    return known
        .threshold()
        .filter(rule -> employer.flagged())
        .map(
            rule ->
                new SignalFinding(
                    LOWER_LIMIT_SHARE,
                    Message.of("audit.figure", Percent.rounded(employer.share().fraction())),
                    Message.of("audit.more-than", Percent.rounded(rule.moreThan())),
                    Message.of(
                        "audit.explain." + LOWER_LIMIT_SHARE,
                        Long.toString(employer.persons()),
                        Long.toString(employer.share().atLower())),
                    rule.citation()));
  }
}
