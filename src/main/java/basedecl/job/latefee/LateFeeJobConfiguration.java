package basedecl.job.latefee;

import basedecl.job.run.Operator;
import basedecl.job.run.Outputs;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunSummary;
import basedecl.job.run.StepFactory;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.latefee.PaymentLedger;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.year.DueLedger;
import basedecl.ledger.year.MonthsLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.policy.rule.Deadline;
import basedecl.report.latefee.LateFeeHeading;
import basedecl.settings.JobSettings;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Take the payments, work out the dues, report. */
@Configuration(proxyBeanMethods = false)
public class LateFeeJobConfiguration {

  @Bean
  LateFeeHeading lateFeeHeading(RunContext runContext) {
    return new LateFeeHeading(
        runContext.policy(), runContext.year(), runContext.businessDate(), deadlines(runContext));
  }

  /** The months whose dues are worked out: those whose deadline is reached. */
  private static List<Deadline> deadlines(RunContext runContext) {
    return runContext.policy().deadlinesReached(runContext.year(), runContext.businessDate());
  }

  @Bean
  PaymentLedger paymentLedger(JdbcTemplate jdbc, RunContext runContext) {
    return new PaymentLedger(jdbc, runContext.policy().name());
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
      StepFactory steps,
      JobSettings settings,
      RunContext runContext,
      YearLedger year,
      RosterLedger roster,
      PaymentLedger payments,
      LineFindingLedger findings,
      RunLedger runs,
      RunSummary report,
      PaymentTally tally) {
    PaymentIntake intake =
        new PaymentIntake(
            settings, runContext, year, roster, payments, findings, runs, report, tally);
    return steps.step("payments", intake);
  }

  @Bean
  Step duesStep(
      StepFactory steps,
      RunContext runContext,
      YearLedger year,
      RosterLedger roster,
      DueLedger dues,
      JdbcTemplate jdbc,
      Progress progress) {
    DuesTasklet tasklet =
        new DuesTasklet(
            runContext,
            deadlines(runContext),
            year,
            roster,
            dues,
            new MonthsLedger(jdbc),
            progress);
    return steps.step("dues", tasklet);
  }

  @Bean
  Step reportStep(
      StepFactory steps,
      RunContext runContext,
      LateFeeHeading heading,
      YearLedger year,
      RosterLedger roster,
      DueLedger dues,
      PaymentLedger payments,
      LineFindingLedger findings,
      Outputs outputs,
      RunSummary report,
      Operator operator,
      PaymentTally tally) {
    LateFeeReport tasklet =
        new LateFeeReport(
            runContext,
            heading,
            year,
            roster,
            dues,
            payments,
            findings,
            outputs,
            report,
            operator,
            tally);
    return steps.step("report", tasklet);
  }

  @Bean
  Job lateFeeJob(StepFactory steps, Step paymentStep, Step duesStep, Step reportStep) {
    return steps.job("late-fee", paymentStep, duesStep, reportStep);
  }
}
