package basedecl.job.review;

import basedecl.job.run.RunServices;
import basedecl.job.run.StepFactory;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.review.DecisionLedger;
import basedecl.ledger.review.MaterialLedger;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.staff.CarryOver;
import basedecl.ledger.year.RosterLedger;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Move the declarations on, then say where each stands. */
@Configuration(proxyBeanMethods = false)
public class ReviewJobConfiguration {

  @Bean
  LineFindingLedger lineFindingLedger(JdbcTemplate jdbc) {
    return new LineFindingLedger(jdbc);
  }

  @Bean
  DecisionLedger decisionLedger(JdbcTemplate jdbc) {
    return new DecisionLedger(jdbc);
  }

  @Bean
  Step reviewStep(
      StepFactory steps,
      RunServices run,
      ProcedureLedger ledger,
      DecisionLedger desk,
      RosterLedger roster,
      LineFindingLedger findings,
      RunLedger runs,
      JdbcTemplate jdbc) {
    CarryOver carryOver = new CarryOver(jdbc, run.context().policy(), run.context().year());
    return steps.step(
        "review",
        new ReviewTasklet(
            run, ledger, new MaterialLedger(jdbc), desk, roster, findings, runs, carryOver));
  }

  @Bean
  Step progressStep(
      StepFactory steps,
      RunServices run,
      ProcedureLedger ledger,
      DecisionLedger desk,
      RosterLedger roster,
      LineFindingLedger findings) {
    return steps.step("progress", new ProgressTasklet(run, ledger, desk, roster, findings));
  }

  @Bean
  Job reviewJob(StepFactory steps, Step reviewStep, Step progressStep) {
    return steps.job("review", reviewStep, progressStep);
  }
}
