package basedecl.job.flexible;

import basedecl.job.run.Operator;
import basedecl.job.run.Outputs;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunSummary;
import basedecl.job.run.StepFactory;
import basedecl.job.submitted.SubmittedFindings;
import basedecl.ledger.flexible.ElectionLedger;
import basedecl.ledger.intake.SubmittedLedger;
import basedecl.policy.PolicyBook;
import basedecl.settings.JobSettings;
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
      JobSettings settings,
      RunContext runContext,
      PolicyBook policies,
      ElectionLedger elections,
      SubmittedLedger handed,
      SubmittedFindings problems,
      RunSummary report,
      Operator operator) {
    return steps.step(
        "elections",
        new ElectionTasklet(
            settings, runContext, policies, elections, handed, problems, report, operator));
  }

  @Bean
  Step reportStep(
      StepFactory steps,
      RunContext runContext,
      ElectionLedger elections,
      SubmittedFindings problems,
      Outputs outputs) {
    return steps.step("report", new ElectionReport(runContext, elections, problems, outputs));
  }

  @Bean
  Job flexibleElectionJob(StepFactory steps, Step electionStep, Step reportStep) {
    return steps.job("flexible-election", electionStep, reportStep);
  }
}
