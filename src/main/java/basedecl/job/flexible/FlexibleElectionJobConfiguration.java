package basedecl.job.flexible;

import basedecl.job.run.Night;
import basedecl.job.run.NightReport;
import basedecl.job.run.NightSteps;
import basedecl.job.run.Operator;
import basedecl.job.run.Outputs;
import basedecl.job.submitted.HandedFindings;
import basedecl.ledger.flexible.ElectionLedger;
import basedecl.ledger.intake.HandedLedger;
import basedecl.policy.PolicyShelf;
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
  HandedLedger handedLedger(JdbcTemplate jdbc) {
    return new HandedLedger(jdbc);
  }

  @Bean
  HandedFindings handedFindings() {
    return new HandedFindings();
  }

  @Bean
  Step electionStep(
      NightSteps steps,
      JobSettings settings,
      Night night,
      PolicyShelf policies,
      ElectionLedger elections,
      HandedLedger handed,
      HandedFindings problems,
      NightReport report,
      Operator operator) {
    return steps.step(
        "elections",
        new ElectionTasklet(
            settings, night, policies, elections, handed, problems, report, operator));
  }

  @Bean
  Step reportStep(
      NightSteps steps,
      Night night,
      ElectionLedger elections,
      HandedFindings problems,
      Outputs outputs) {
    return steps.step("report", new ElectionReport(night, elections, problems, outputs));
  }

  @Bean
  Job flexibleElectionJob(NightSteps steps, Step electionStep, Step reportStep) {
    return steps.job("flexible-election", electionStep, reportStep);
  }
}
