package basedecl.job.papers;

import basedecl.job.support.FenceGuard;
import basedecl.job.support.JobSettings;
import basedecl.job.support.Night;
import basedecl.job.support.NightReport;
import basedecl.job.support.Operator;
import basedecl.job.support.Progress;
import basedecl.job.support.StopSignal;
import basedecl.ledger.RunLedger;
import basedecl.ledger.YearLedger;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** One step: employer after employer. */
@Configuration(proxyBeanMethods = false)
public class PapersJobConfiguration {

  @Bean
  Step papersStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      JobSettings settings,
      Night night,
      YearLedger year,
      RunLedger runs,
      FenceGuard fence,
      NightReport report,
      Operator operator,
      Progress progress) {
    return new StepBuilder("papers", repository)
        .tasklet(
            new PapersTasklet(settings, night, year, runs, fence, report, operator, progress),
            manager)
        .listener(stop)
        .build();
  }

  @Bean
  Job papersJob(JobRepository repository, Step papersStep) {
    return new JobBuilder("papers", repository).start(papersStep).build();
  }
}
