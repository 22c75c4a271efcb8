package basedecl.job.collection;

import basedecl.job.run.RunServices;
import basedecl.job.run.StepFactory;
import basedecl.ledger.collection.CollectionLedger;
import basedecl.ledger.due.Settlement;
import basedecl.ledger.due.YearDues;
import basedecl.ledger.year.DueLedger;
import basedecl.ledger.year.MonthsLedger;
import basedecl.ledger.year.PendingLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.YearLedger;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Make the batch, write it. */
@Configuration(proxyBeanMethods = false)
public class CollectionJobConfiguration {

  @Bean
  CollectionLedger collectionLedger(RunServices run, JdbcTemplate jdbc) {
    return new CollectionLedger(jdbc, run.context().policy().name(), run.context().year());
  }

  @Bean
  Claims claims(RunServices run, JdbcTemplate jdbc, YearLedger year, RosterLedger roster) {
    YearDues dues =
        new YearDues(
            run.context().policy(),
            run.context().year(),
            run.context().businessDate(),
            new DueLedger(jdbc),
            new MonthsLedger(jdbc));
    return new Claims(run, dues, new Settlement(jdbc, run.context().policy()), year, roster);
  }

  @Bean
  Batches batches(RunServices run, CollectionLedger ledger, Claims claims) {
    return new Batches(run, ledger, claims);
  }

  @Bean
  Step batchStep(StepFactory steps, Batches batches) {
    return steps.step("batch", batches.making());
  }

  @Bean
  Step reportStep(StepFactory steps, RunServices run, Batches batches, JdbcTemplate jdbc) {
    PendingLedger pending =
        new PendingLedger(
            jdbc, run.context().policy(), run.context().businessDate(), run.context().month());
    return steps.step(
        "report",
        new CollectionReport(run, batches, pending, new PeopleOfBatch(jdbc, run.context())));
  }

  @Bean
  Job collectionJob(StepFactory steps, Step batchStep, Step reportStep) {
    return steps.job("collection", batchStep, reportStep);
  }
}
