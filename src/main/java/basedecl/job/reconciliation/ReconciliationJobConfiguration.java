package basedecl.job.reconciliation;

import basedecl.job.run.RunServices;
import basedecl.job.run.StepFactory;
import basedecl.ledger.collection.CollectionLedger;
import basedecl.ledger.collection.ReceiptLedger;
import basedecl.ledger.due.KnownEmployers;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.latefee.AgencyDecisionLedger;
import basedecl.ledger.latefee.PaymentLedger;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.YearLedger;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Take what came back, set it against the batches. */
@Configuration(proxyBeanMethods = false)
public class ReconciliationJobConfiguration {

  @Bean
  ReconciliationLedgers reconciliationLedgers(RunServices run, JdbcTemplate jdbc) {
    String policy = run.context().policy().name();
    return new ReconciliationLedgers(
        new CollectionLedger(jdbc, policy, run.context().year()),
        new ReceiptLedger(jdbc, policy),
        new PaymentLedger(jdbc, policy),
        new AgencyDecisionLedger(jdbc, policy),
        new StagingLedger(jdbc));
  }

  @Bean
  ReconciliationSteps reconciliationSteps(
      RunServices run,
      ReconciliationLedgers ledgers,
      RunLedger runs,
      YearLedger year,
      RosterLedger roster) {
    return new ReconciliationSteps(
        run,
        ledgers,
        runs,
        () -> KnownEmployers.of(run.context().policy(), run.context().year(), year, roster));
  }

  @Bean
  Step takingStep(StepFactory steps, ReconciliationSteps reconciliation) {
    return steps.step("taking", reconciliation.taking());
  }

  @Bean
  Step reportStep(StepFactory steps, ReconciliationSteps reconciliation) {
    return steps.step("report", reconciliation.reporting());
  }

  @Bean
  Job reconciliationJob(StepFactory steps, Step takingStep, Step reportStep) {
    return steps.job("reconciliation", takingStep, reportStep);
  }
}
