package basedecl.job.latefee;

import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.run.StepFactory;
import basedecl.ledger.due.Settlement;
import basedecl.ledger.employer.EmployerChangeLedger;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.intake.StagingLedger;
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
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Take the payments, work out the dues, take what the agency decided on them, report; a dry run
 * does it in one step that takes it back.
 */
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
  PaymentIntake paymentIntake(
      RunServices run, LateFeeLedgers ledgers, RunLedger runs, PaymentTally tally) {
    return new PaymentIntake(run, ledgers, runs, tally);
  }

  @Bean
  DuesTasklet duesTasklet(
      RunContext runContext, LateFeeLedgers ledgers, JdbcTemplate jdbc, Progress progress) {
    return new DuesTasklet(
        runContext, deadlines(runContext), ledgers, new MonthsLedger(jdbc), progress);
  }

  @Bean
  DecisionTallies decisionTallies() {
    return new DecisionTallies();
  }

  @Bean
  DecisionIntake decisionIntake(
      RunServices run, LateFeeLedgers ledgers, RunLedger runs, DecisionTallies tallies) {
    return new DecisionIntake(run, ledgers, runs, tallies);
  }

  @Bean
  LateFeeReport lateFeeReport(
      RunServices run,
      LateFeeHeading heading,
      LateFeeLedgers ledgers,
      JdbcTemplate jdbc,
      PaymentTally tally,
      DecisionTallies decided) {
    RunContext context = run.context();
    PendingLedger pending =
        new PendingLedger(jdbc, context.policy(), context.businessDate(), context.month());
    return new LateFeeReport(run, heading, ledgers, pending, tally, decided);
  }

  @Bean
  LateFeeTrial lateFeeTrial(
      RunContext runContext,
      PaymentIntake payments,
      DuesTasklet dues,
      DecisionIntake decisions,
      LateFeeReport report,
      LateFeeLedgers ledgers,
      RunLedger runs,
      JdbcTemplate jdbc) {
    return new LateFeeTrial(
        runContext, payments, dues, decisions, report, ledgers, runs, new StagingLedger(jdbc));
  }

  @Bean
  Job lateFeeJob(
      StepFactory steps,
      JobSettings settings,
      PaymentIntake payments,
      DuesTasklet dues,
      DecisionIntake decisions,
      LateFeeReport report,
      LateFeeTrial trial) {
    return settings.yes(CommonKeys.DRY_RUN)
        ? steps.job("late-fee", steps.step("trial", trial))
        : steps.job(
            "late-fee",
            steps.step("payments", payments),
            steps.step("dues", dues),
            steps.step("decisions", decisions),
            steps.step("report", report));
  }
}
