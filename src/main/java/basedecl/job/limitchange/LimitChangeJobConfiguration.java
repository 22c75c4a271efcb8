package basedecl.job.limitchange;

import basedecl.job.support.FenceGuard;
import basedecl.job.support.JobSettings;
import basedecl.job.support.Night;
import basedecl.job.support.NightReport;
import basedecl.job.support.Operator;
import basedecl.job.support.StopSignal;
import basedecl.ledger.BaseChangeLedger;
import basedecl.ledger.RunLedger;
import basedecl.ledger.YearLedger;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Apply, report. */
@Configuration(proxyBeanMethods = false)
public class LimitChangeJobConfiguration {

  @Bean
  LimitChangeSteps limitChangeSteps(
      JobSettings settings,
      Night night,
      JdbcTemplate jdbc,
      YearLedger year,
      RunLedger runs,
      FenceGuard fence,
      NightReport report,
      Operator operator) {
    return new LimitChangeSteps(
        settings, night, year, new BaseChangeLedger(jdbc), runs, fence, report, operator);
  }

  @Bean
  Step applyingStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      LimitChangeSteps steps) {
    return new StepBuilder("applying", repository)
        .tasklet(steps.applying(), manager)
        .listener(stop)
        .build();
  }

  @Bean
  Step reportStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      LimitChangeSteps steps) {
    return new StepBuilder("report", repository)
        .tasklet(steps.reporting(), manager)
        .listener(stop)
        .build();
  }

  @Bean
  Job limitChangeJob(JobRepository repository, Step applyingStep, Step reportStep) {
    return new JobBuilder("limit-change", repository).start(applyingStep).next(reportStep).build();
  }
}
