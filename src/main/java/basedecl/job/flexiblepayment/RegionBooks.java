package basedecl.job.flexiblepayment;

import basedecl.job.run.RegionPolicies;
import basedecl.job.run.RunContext;
import basedecl.ledger.flexible.ElectionLedger;
import basedecl.ledger.flexible.FlexiblePayment;
import basedecl.ledger.flexible.FlexiblePaymentLedger;
import basedecl.ledger.flexible.RetirementLedger;
import basedecl.ledger.flexible.SpecialLedger;
import basedecl.ledger.intake.StagingLedger;
import basedecl.report.flexible.FlexibleAccounts;
import basedecl.report.flexible.SettledCharge;
import java.sql.Savepoint;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the ledger holds of those who pay alone in the run's region, up to its year. */
final class RegionBooks {

  private final RunContext context;
  private final ElectionLedger elections;
  private final RetirementLedger retirements;
  private final FlexiblePaymentLedger payments;
  private final SpecialLedger special;
  private final StagingLedger staging;

  RegionBooks(RunContext context, JdbcTemplate jdbc) {
    this.context = context;
    this.elections = new ElectionLedger(jdbc);
    this.retirements = new RetirementLedger(jdbc);
    this.payments = new FlexiblePaymentLedger(jdbc);
    this.special = new SpecialLedger(jdbc);
    this.staging = new StagingLedger(jdbc);
  }

  List<FlexiblePayment> payments() {
    return payments.payments(region());
  }

  /** Stores new payments, in the step's transaction. */
  void add(Collection<FlexiblePayment> added) {
    payments.insert(context.run().runId(), added);
  }

  /** As the business date knows them; later payments are not in the ledger. */
  FlexibleAccounts accounts() {
    return FlexibleAccounts.ofRegion(
        region(),
        context.year(),
        RegionPolicies.byKind(context.rules()),
        context.businessDate(),
        elections,
        retirements,
        payments);
  }

  List<SettledCharge> charges() {
    return SettledCharge.of(special.charges(region(), context.year()), special.payments(region()));
  }

  /** A point of the step's transaction that it can go back to. */
  Savepoint savepoint() {
    return staging.savepoint();
  }

  /** Takes back what the step's transaction did since. */
  void rollBackTo(Savepoint point) {
    staging.rollBackTo(point);
  }

  private String region() {
    return context.rules().name();
  }
}
