package basedecl.job.topup;

import basedecl.job.support.FenceGuard;
import basedecl.job.support.JobSettings;
import basedecl.job.support.Night;
import basedecl.job.support.NightReport;
import basedecl.job.support.Operator;
import basedecl.job.support.StopSignal;
import basedecl.ledger.ElectionLedger;
import basedecl.ledger.RunLedger;
import basedecl.ledger.TopUpLedger;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Bill, report. */
@Configuration(proxyBeanMethods = false)
public class TopUpJobConfiguration {

  @Bean
  TopUpSteps topUpSteps(
      JobSettings settings,
      Night night,
      JdbcTemplate jdbc,
      RunLedger runs,
      FenceGuard fence,
      NightReport report,
      Operator operator) {
    return new TopUpSteps(
        settings,
        night,
        new ElectionLedger(jdbc),
        new TopUpLedger(jdbc),
        runs,
        fence,
        report,
        operator);
  }

  @Bean
  Step billingStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      TopUpSteps steps) {
    return new StepBuilder("billing", repository)
        .tasklet(steps.billing(), manager)
        .listener(stop)
        .build();
  }

  @Bean
  Step reportStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      TopUpSteps steps) {
    return new StepBuilder("report", repository)
        .tasklet(steps.reporting(), manager)
        .listener(stop)
        .build();
  }

  @Bean
  Job topUpJob(JobRepository repository, Step billingStep, Step reportStep) {
    return new JobBuilder("top-up", repository).start(billingStep).next(reportStep).build();
  }
}
