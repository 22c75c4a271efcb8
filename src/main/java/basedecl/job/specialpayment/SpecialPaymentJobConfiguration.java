package basedecl.job.specialpayment;

import basedecl.job.support.FenceGuard;
import basedecl.job.support.JobSettings;
import basedecl.job.support.Night;
import basedecl.job.support.NightReport;
import basedecl.job.support.Operator;
import basedecl.job.support.StopSignal;
import basedecl.ledger.RunLedger;
import basedecl.ledger.SpecialLedger;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Take, report. */
@Configuration(proxyBeanMethods = false)
public class SpecialPaymentJobConfiguration {

  @Bean
  SpecialPaymentSteps specialPaymentSteps(
      JobSettings settings,
      Night night,
      JdbcTemplate jdbc,
      RunLedger runs,
      FenceGuard fence,
      NightReport report,
      Operator operator) {
    return new SpecialPaymentSteps(
        settings, night, new SpecialLedger(jdbc), runs, fence, report, operator);
  }

  @Bean
  Step takingStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      SpecialPaymentSteps steps) {
    return new StepBuilder("taking", repository)
        .tasklet(steps.taking(), manager)
        .listener(stop)
        .build();
  }

  @Bean
  Step reportStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      SpecialPaymentSteps steps) {
    return new StepBuilder("report", repository)
        .tasklet(steps.reporting(), manager)
        .listener(stop)
        .build();
  }

  @Bean
  Job specialPaymentJob(JobRepository repository, Step takingStep, Step reportStep) {
    return new JobBuilder("special-payment", repository).start(takingStep).next(reportStep).build();
  }
}
