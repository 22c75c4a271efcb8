package basedecl.job.papers;

import basedecl.job.support.JobSettings;
import basedecl.job.support.Night;
import basedecl.job.support.NightReport;
import basedecl.job.support.NightSteps;
import basedecl.job.support.Operator;
import basedecl.job.support.Progress;
import basedecl.ledger.RunLedger;
import basedecl.ledger.YearLedger;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One step: employer after employer. */
@Configuration(proxyBeanMethods = false)
public class PapersJobConfiguration {

  @Bean
  Step papersStep(
      NightSteps steps,
      JobSettings settings,
      Night night,
      YearLedger year,
      RunLedger runs,
      NightReport report,
      Operator operator,
      Progress progress) {
    return steps.step(
        "papers", new PapersTasklet(settings, night, year, runs, report, operator, progress));
  }

  @Bean
  Job papersJob(NightSteps steps, Step papersStep) {
    return steps.job("papers", papersStep);
  }
}
