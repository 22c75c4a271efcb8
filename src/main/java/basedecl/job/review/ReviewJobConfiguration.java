package basedecl.job.review;

import basedecl.job.run.Outputs;
import basedecl.job.run.RunContext;
import basedecl.job.run.StepFactory;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.settings.JobSettings;
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
  Step reviewStep(
      StepFactory steps,
      JobSettings settings,
      RunContext runContext,
      ProcedureLedger ledger,
      RosterLedger roster,
      LineFindingLedger findings,
      RunLedger runs) {
    return steps.step(
        "review", new ReviewTasklet(settings, runContext, ledger, roster, findings, runs));
  }

  @Bean
  Step progressStep(
      StepFactory steps,
      JobSettings settings,
      RunContext runContext,
      ProcedureLedger ledger,
      RosterLedger roster,
      LineFindingLedger findings,
      Outputs outputs) {
    return steps.step(
        "progress", new ProgressTasklet(settings, runContext, ledger, roster, findings, outputs));
  }

  @Bean
  Job reviewJob(StepFactory steps, Step reviewStep, Step progressStep) {
    return steps.job("review", reviewStep, progressStep);
  }
}
