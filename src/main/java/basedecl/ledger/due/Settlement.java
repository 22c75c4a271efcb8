package basedecl.ledger.due;

import basedecl.assessment.latefee.DueSettlement;
import basedecl.assessment.latefee.EmployerDue;
import basedecl.assessment.latefee.SettledDue;
import basedecl.ledger.latefee.AgencyDecisionLedger;
import basedecl.ledger.latefee.PaymentLedger;
import basedecl.ledger.latefee.PaymentRecord;
import basedecl.ledger.year.DueLedger;
import basedecl.policy.Policy;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Settles dues with all that the ledger has about them, so that no sheet leaves out a part of it:
 * what was paid, what the agency moved, what it deferred.
 */
public final class Settlement {

  private final Policy policy;
  private final DueLedger dues;
  private final PaymentLedger payments;
  private final AgencyDecisionLedger decisions;

  public Settlement(JdbcTemplate template, Policy policy) {
    this.policy = policy;
    this.dues = new DueLedger(template);
    this.payments = new PaymentLedger(template, policy.name());
    this.decisions = new AgencyDecisionLedger(template, policy.name());
  }

  /** The year's dues as the last run of late-fee worked them out, as known on a day. */
  public List<SettledDue> ofYear(int year, LocalDate day) {
    return of(dues.ofYear(policy.name(), year), year, day);
  }

  /** These dues of a year, as known on a day. */
  public List<SettledDue> of(List<EmployerDue> owed, int year, LocalDate day) {
    return DueSettlement.of(policy, day)
        .settle(
            owed,
            payments.ofYear(year).stream().map(PaymentRecord::payment).toList(),
            decisions.ofYear(year));
  }

  /** One employer's dues as the last run of late-fee worked them out, as known on a day. */
  public List<SettledDue> ofEmployer(String employer, int year, LocalDate day) {
    return DueSettlement.of(policy, day)
        .settle(
            dues.ofEmployer(policy.name(), year, employer),
            payments.ofEmployer(employer, year).stream().map(PaymentRecord::payment).toList(),
            decisions.ofEmployer(employer));
  }
}
