package basedecl.job.latefee;

import basedecl.job.support.FenceGuard;
import basedecl.job.support.JobSettings;
import basedecl.job.support.Night;
import basedecl.job.support.NightReport;
import basedecl.job.support.Operator;
import basedecl.job.support.Progress;
import basedecl.job.support.StopSignal;
import basedecl.ledger.DueLedger;
import basedecl.ledger.LineFindingLedger;
import basedecl.ledger.PaymentLedger;
import basedecl.ledger.RosterLedger;
import basedecl.ledger.RunLedger;
import basedecl.ledger.YearLedger;
import basedecl.report.LateFeeHeading;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Take the payments, work out the dues, report. */
@Configuration(proxyBeanMethods = false)
public class LateFeeJobConfiguration {

  @Bean
  LateFeeHeading lateFeeHeading(Night night) {
    return new LateFeeHeading(
        night.policy(),
        night.year(),
        night.businessDate(),
        night.policy().deadlinesReached(night.year(), night.businessDate()));
  }

  @Bean
  PaymentLedger paymentLedger(JdbcTemplate jdbc, Night night) {
    return new PaymentLedger(jdbc, night.policy().name());
  }

  @Bean
  DueLedger dueLedger(JdbcTemplate jdbc) {
    return new DueLedger(jdbc);
  }

  @Bean
  LineFindingLedger lineFindingLedger(JdbcTemplate jdbc) {
    return new LineFindingLedger(jdbc);
  }

  @Bean
  PaymentTally paymentTally() {
    return new PaymentTally();
  }

  @Bean
  Step paymentStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      JobSettings settings,
      Night night,
      YearLedger year,
      RosterLedger roster,
      PaymentLedger payments,
      LineFindingLedger findings,
      RunLedger runs,
      FenceGuard fence,
      NightReport report,
      PaymentTally tally) {
    PaymentIntake intake =
        new PaymentIntake(
            settings, night, year, roster, payments, findings, runs, fence, report, tally);
    return new StepBuilder("payments", repository).tasklet(intake, manager).listener(stop).build();
  }

  @Bean
  Step duesStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      Night night,
      LateFeeHeading heading,
      YearLedger year,
      RosterLedger roster,
      DueLedger dues,
      FenceGuard fence,
      Progress progress) {
    DuesTasklet tasklet =
        new DuesTasklet(night, heading.deadlines(), year, roster, dues, fence, progress);
    return new StepBuilder("dues", repository).tasklet(tasklet, manager).listener(stop).build();
  }

  @Bean
  Step reportStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      JobSettings settings,
      Night night,
      LateFeeHeading heading,
      YearLedger year,
      RosterLedger roster,
      DueLedger dues,
      PaymentLedger payments,
      LineFindingLedger findings,
      RunLedger runs,
      FenceGuard fence,
      NightReport report,
      Operator operator,
      PaymentTally tally) {
    LateFeeReport tasklet =
        new LateFeeReport(
            settings, night, heading, year, roster, dues, payments, findings, runs, fence, report,
            operator, tally);
    return new StepBuilder("report", repository).tasklet(tasklet, manager).listener(stop).build();
  }

  @Bean
  Job lateFeeJob(JobRepository repository, Step paymentStep, Step duesStep, Step reportStep) {
    return new JobBuilder("late-fee", repository)
        .start(paymentStep)
        .next(duesStep)
        .next(reportStep)
        .build();
  }
}
