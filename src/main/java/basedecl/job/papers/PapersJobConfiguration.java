package basedecl.job.papers;

import basedecl.job.support.JobSettings;
import basedecl.job.support.Night;
import basedecl.job.support.NightSteps;
import basedecl.job.support.Outputs;
import basedecl.job.support.Progress;
import basedecl.ledger.YearLedger;
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
