package basedecl.job.flexible;

import basedecl.job.run.RunServices;
import basedecl.job.run.StepFactory;
import basedecl.job.submitted.SubmittedFindings;
import basedecl.ledger.flexible.DeskElectionLedger;
import basedecl.ledger.flexible.ElectionLedger;
import basedecl.ledger.intake.SubmittedLedger;
import basedecl.policy.PolicyBook;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Take the elections, report. */
@Configuration(proxyBeanMethods = false)
public class FlexibleElectionJobConfiguration {

  @Bean
  ElectionLedger electionLedger(JdbcTemplate jdbc) {
    return new ElectionLedger(jdbc);
  }

  @Bean
  DeskElectionLedger deskElectionLedger(JdbcTemplate jdbc) {
    return new DeskElectionLedger(jdbc);
  }

  @Bean
  SubmittedLedger handedLedger(JdbcTemplate jdbc) {
    return new SubmittedLedger(jdbc);
  }

  @Bean
  SubmittedFindings handedFindings() {
    return new SubmittedFindings();
  }

  @Bean
  Step electionStep(
      StepFactory steps,
      RunServices run,
      PolicyBook policies,
      ElectionLedger elections,
      DeskElectionLedger desk,
      SubmittedLedger handed,
      SubmittedFindings problems) {
    return steps.step(
        "elections",
        new ElectionTasklet(run, policies.national(), elections, desk, handed, problems));
  }

  @Bean
  Step reportStep(
      StepFactory steps, RunServices run, ElectionLedger elections, SubmittedFindings problems) {
    return steps.step("report", new ElectionReport(run, elections, problems));
  }

  @Bean
  Job flexibleElectionJob(StepFactory steps, Step electionStep, Step reportStep) {
    return steps.job("flexible-election", electionStep, reportStep);
  }
}
