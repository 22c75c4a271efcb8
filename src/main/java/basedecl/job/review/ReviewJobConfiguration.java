package basedecl.job.review;

import basedecl.job.support.FenceGuard;
import basedecl.job.support.JobSettings;
import basedecl.job.support.Night;
import basedecl.job.support.NightSteps;
import basedecl.job.support.Outputs;
import basedecl.ledger.ProcedureLedger;
import basedecl.ledger.RosterLedger;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Move the declarations on, then say where each stands. */
@Configuration(proxyBeanMethods = false)
public class ReviewJobConfiguration {

  @Bean
  ReviewOutcome reviewOutcome() {
    return new ReviewOutcome();
  }

  @Bean
  Step reviewStep(
      NightSteps steps,
      JobSettings settings,
      Night night,
      ProcedureLedger ledger,
      RosterLedger roster,
      FenceGuard fence,
      ReviewOutcome outcome) {
    return steps.step("review", new ReviewTasklet(settings, night, ledger, roster, fence, outcome));
  }

  @Bean
  Step progressStep(
      NightSteps steps,
      JobSettings settings,
      Night night,
      ProcedureLedger ledger,
      RosterLedger roster,
      ReviewOutcome outcome,
      Outputs outputs) {
    return steps.step(
        "progress", new ProgressTasklet(settings, night, ledger, roster, outcome, outputs));
  }

  @Bean
  Job reviewJob(NightSteps steps, Step reviewStep, Step progressStep) {
    return steps.job("review", reviewStep, progressStep);
  }
}
