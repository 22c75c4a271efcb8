package basedecl.job.papers;

import basedecl.job.run.Night;
import basedecl.job.run.NightSteps;
import basedecl.job.run.Outputs;
import basedecl.job.run.Progress;
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
      NightSteps steps,
      JobSettings settings,
      Night night,
      JdbcTemplate jdbc,
      YearLedger year,
      Outputs outputs,
      Progress progress) {
    return steps.step("papers", new PapersTasklet(settings, night, jdbc, year, outputs, progress));
  }

  @Bean
  Job papersJob(NightSteps steps, Step papersStep) {
    return steps.job("papers", papersStep);
  }
}
