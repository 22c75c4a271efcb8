package basedecl.job.flexible;

import basedecl.job.support.FenceGuard;
import basedecl.job.support.HandedFindings;
import basedecl.job.support.JobSettings;
import basedecl.job.support.Night;
import basedecl.job.support.NightReport;
import basedecl.job.support.Operator;
import basedecl.job.support.StopSignal;
import basedecl.ledger.ElectionLedger;
import basedecl.ledger.HandedLedger;
import basedecl.ledger.RunLedger;
import basedecl.policy.PolicyShelf;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Take the elections, report. */
@Configuration(proxyBeanMethods = false)
public class FlexibleElectionJobConfiguration {

  @Bean
  ElectionLedger electionLedger(JdbcTemplate jdbc) {
    return new ElectionLedger(jdbc);
  }

  @Bean
  HandedLedger handedLedger(JdbcTemplate jdbc) {
    return new HandedLedger(jdbc);
  }

  @Bean
  HandedFindings handedFindings() {
    return new HandedFindings();
  }

  @Bean
  Step electionStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      JobSettings settings,
      Night night,
      PolicyShelf policies,
      ElectionLedger elections,
      HandedLedger handed,
      FenceGuard fence,
      HandedFindings problems,
      NightReport report,
      Operator operator) {
    return new StepBuilder("elections", repository)
        .tasklet(
            new ElectionTasklet(
                settings, night, policies, elections, handed, fence, problems, report, operator),
            manager)
        .listener(stop)
        .build();
  }

  @Bean
  Step reportStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      JobSettings settings,
      Night night,
      ElectionLedger elections,
      RunLedger runs,
      FenceGuard fence,
      HandedFindings problems,
      NightReport report,
      Operator operator) {
    return new StepBuilder("report", repository)
        .tasklet(
            new ElectionReport(settings, night, elections, runs, fence, problems, report, operator),
            manager)
        .listener(stop)
        .build();
  }

  @Bean
  Job flexibleElectionJob(JobRepository repository, Step electionStep, Step reportStep) {
    return new JobBuilder("flexible-election", repository)
        .start(electionStep)
        .next(reportStep)
        .build();
  }
}
