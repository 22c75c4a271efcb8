package basedecl.audit.signal;

import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import java.util.Optional;

/**
 * One thing an auditor looks for. Compared exactly: a figure on its threshold is a signal, where
 * {@link SignalKind} does not say that it must be passed.
 */
public interface AuditSignal {

  SignalKind kind();

  /** The people a rule's least headcount is held against. */
  default long headcount(EmployerFigures employer) {
    return employer.persons();
  }

  /** Empty where the employer gives no signal, or what it takes to know is not there. */
  Optional<SignalFinding> evaluate(EmployerFigures employer, SignalRule rule, MonthRules known);
}
