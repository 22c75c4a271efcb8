package basedecl.job.latefee;

import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.run.StepFactory;
import basedecl.ledger.due.Settlement;
import basedecl.ledger.employer.EmployerChangeLedger;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.latefee.AgencyDecisionLedger;
import basedecl.ledger.latefee.PaymentLedger;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.year.DueLedger;
import basedecl.ledger.year.MonthsLedger;
import basedecl.ledger.year.PendingLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.policy.rule.Deadline;
import basedecl.report.latefee.LateFeeHeading;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Take the payments, work out the dues, take what the agency decided on them, report. */
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
  LateFeeLedgers lateFeeLedgers(
      JdbcTemplate jdbc,
      RunContext runContext,
      YearLedger year,
      RosterLedger roster,
      DueLedger dues) {
    return new LateFeeLedgers(
        year,
        roster,
        dues,
        new PaymentLedger(jdbc, runContext.policy().name()),
        new AgencyDecisionLedger(jdbc, runContext.policy().name()),
        new Settlement(jdbc, runContext.policy()),
        new LineFindingLedger(jdbc),
        new EmployerChangeLedger(jdbc));
  }

  @Bean
  DueLedger dueLedger(JdbcTemplate jdbc) {
    return new DueLedger(jdbc);
  }

  @Bean
  PaymentTally paymentTally() {
    return new PaymentTally();
  }

  @Bean
  Step paymentStep(
      StepFactory steps,
      RunServices run,
      LateFeeLedgers ledgers,
      RunLedger runs,
      PaymentTally tally) {
    return steps.step("payments", new PaymentIntake(run, ledgers, runs, tally));
  }

  @Bean
  Step duesStep(
      StepFactory steps,
      RunContext runContext,
      LateFeeLedgers ledgers,
      JdbcTemplate jdbc,
      Progress progress) {
    DuesTasklet tasklet =
        new DuesTasklet(
            runContext, deadlines(runContext), ledgers, new MonthsLedger(jdbc), progress);
    return steps.step("dues", tasklet);
  }

  @Bean
  DecisionTallies decisionTallies() {
    return new DecisionTallies();
  }

  @Bean
  Step decisionStep(
      StepFactory steps,
      RunServices run,
      LateFeeLedgers ledgers,
      RunLedger runs,
      DecisionTallies tallies) {
    return steps.step("decisions", new DecisionIntake(run, ledgers, runs, tallies));
  }

  @Bean
  Step reportStep(
      StepFactory steps,
      RunServices run,
      LateFeeHeading heading,
      LateFeeLedgers ledgers,
      JdbcTemplate jdbc,
      PaymentTally tally,
      DecisionTallies decided) {
    RunContext context = run.context();
    PendingLedger pending =
        new PendingLedger(jdbc, context.policy(), context.businessDate(), context.month());
    return steps.step("report", new LateFeeReport(run, heading, ledgers, pending, tally, decided));
  }

  @Bean
  Job lateFeeJob(
      StepFactory steps, Step paymentStep, Step duesStep, Step decisionStep, Step reportStep) {
    return steps.job("late-fee", paymentStep, duesStep, decisionStep, reportStep);
  }
}
