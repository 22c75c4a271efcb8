package basedecl.job.yearend;

import basedecl.job.run.RunServices;
import basedecl.job.run.StepFactory;
import basedecl.ledger.year.RosterLedger;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** One step: what the year comes to is worked out and written; the ledger is only read. */
@Configuration(proxyBeanMethods = false)
public class YearEndJobConfiguration {

  @Bean
  Step yearEndStep(StepFactory steps, RunServices run, RosterLedger roster, JdbcTemplate jdbc) {
    return steps.step("year-end", new YearEndTasklet(run, roster, jdbc));
  }

  @Bean
  Job yearEndJob(StepFactory steps, Step yearEndStep) {
    return steps.job("year-end", yearEndStep);
  }
}
