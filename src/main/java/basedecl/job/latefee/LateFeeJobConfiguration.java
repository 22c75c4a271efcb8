package basedecl.job.latefee;

import basedecl.job.run.Night;
import basedecl.job.run.NightReport;
import basedecl.job.run.NightSteps;
import basedecl.job.run.Operator;
import basedecl.job.run.Outputs;
import basedecl.job.run.Progress;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.latefee.PaymentLedger;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.year.DueLedger;
import basedecl.ledger.year.MonthsLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.report.latefee.LateFeeHeading;
import basedecl.settings.JobSettings;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

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
      NightSteps steps,
      JobSettings settings,
      Night night,
      YearLedger year,
      RosterLedger roster,
      PaymentLedger payments,
      LineFindingLedger findings,
      RunLedger runs,
      NightReport report,
      PaymentTally tally) {
    PaymentIntake intake =
        new PaymentIntake(settings, night, year, roster, payments, findings, runs, report, tally);
    return steps.step("payments", intake);
  }

  @Bean
  Step duesStep(
      NightSteps steps,
      Night night,
      LateFeeHeading heading,
      YearLedger year,
      RosterLedger roster,
      DueLedger dues,
      JdbcTemplate jdbc,
      Progress progress) {
    DuesTasklet tasklet =
        new DuesTasklet(
            night, heading.deadlines(), year, roster, dues, new MonthsLedger(jdbc), progress);
    return steps.step("dues", tasklet);
  }

  @Bean
  Step reportStep(
      NightSteps steps,
      Night night,
      LateFeeHeading heading,
      YearLedger year,
      RosterLedger roster,
      DueLedger dues,
      PaymentLedger payments,
      LineFindingLedger findings,
      Outputs outputs,
      NightReport report,
      Operator operator,
      PaymentTally tally) {
    LateFeeReport tasklet =
        new LateFeeReport(
            night, heading, year, roster, dues, payments, findings, outputs, report, operator,
            tally);
    return steps.step("report", tasklet);
  }

  @Bean
  Job lateFeeJob(NightSteps steps, Step paymentStep, Step duesStep, Step reportStep) {
    return steps.job("late-fee", paymentStep, duesStep, reportStep);
  }
}
