package basedecl.job.review;

import basedecl.job.support.FenceGuard;
import basedecl.job.support.JobSettings;
import basedecl.job.support.Night;
import basedecl.job.support.NightReport;
import basedecl.job.support.Operator;
import basedecl.job.support.StopSignal;
import basedecl.ledger.LineFindingLedger;
import basedecl.ledger.ProcedureLedger;
import basedecl.ledger.RosterLedger;
import basedecl.ledger.RunLedger;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Move the declarations on, then say where each stands. */
@Configuration(proxyBeanMethods = false)
public class ReviewJobConfiguration {

  @Bean
  LineFindingLedger lineFindingLedger(JdbcTemplate jdbc) {
    return new LineFindingLedger(jdbc);
  }

  @Bean
  Step reviewStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      JobSettings settings,
      Night night,
      ProcedureLedger ledger,
      RosterLedger roster,
      LineFindingLedger findings,
      RunLedger runs,
      FenceGuard fence) {
    return new StepBuilder("review", repository)
        .tasklet(new ReviewTasklet(settings, night, ledger, roster, findings, runs, fence), manager)
        .listener(stop)
        .build();
  }

  @Bean
  Step progressStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      JobSettings settings,
      Night night,
      ProcedureLedger ledger,
      RosterLedger roster,
      LineFindingLedger findings,
      RunLedger runs,
      FenceGuard fence,
      NightReport report,
      Operator operator) {
    return new StepBuilder("progress", repository)
        .tasklet(
            new ProgressTasklet(
                settings, night, ledger, roster, findings, runs, fence, report, operator),
            manager)
        .listener(stop)
        .build();
  }

  @Bean
  Job reviewJob(JobRepository repository, Step reviewStep, Step progressStep) {
    return new JobBuilder("review", repository).start(reviewStep).next(progressStep).build();
  }
}
