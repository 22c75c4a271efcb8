package basedecl.job.papers;

import basedecl.job.run.Outputs;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.job.run.StepFactory;
import basedecl.ledger.year.YearLedger;
import basedecl.settings.JobSettings;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** One step: employer after employer. */
@Configuration(proxyBeanMethods = false)
public class PapersJobConfiguration {

  @Bean
  Step papersStep(
      StepFactory steps,
      JobSettings settings,
      RunContext runContext,
      JdbcTemplate jdbc,
      YearLedger year,
      Outputs outputs,
      Progress progress) {
    return steps.step(
        "papers", new PapersTasklet(settings, runContext, jdbc, year, outputs, progress));
  }

  @Bean
  Job papersJob(StepFactory steps, Step papersStep) {
    return steps.job("papers", papersStep);
  }
}
