package basedecl.job.papers;

import basedecl.job.run.RunServices;
import basedecl.job.run.StepFactory;
import basedecl.ledger.year.YearLedger;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** One step: employer after employer. */
@Configuration(proxyBeanMethods = false)
public class PapersJobConfiguration {

  @Bean
  Step papersStep(StepFactory steps, RunServices run, JdbcTemplate jdbc, YearLedger year) {
    return steps.step("papers", new PapersTasklet(run, jdbc, year));
  }

  @Bean
  Job papersJob(StepFactory steps, Step papersStep) {
    return steps.job("papers", papersStep);
  }
}
