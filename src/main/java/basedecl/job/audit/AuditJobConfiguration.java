package basedecl.job.audit;

import basedecl.assessment.YearLimits;
import basedecl.job.run.Night;
import basedecl.job.run.NightSteps;
import basedecl.job.run.Outputs;
import basedecl.job.run.Progress;
import basedecl.job.submitted.RosterFile;
import basedecl.ledger.audit.AuditLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.report.YearHeading;
import basedecl.settings.JobSettings;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Look, then write. */
@Configuration(proxyBeanMethods = false)
public class AuditJobConfiguration {

  @Bean
  YearHeading yearHeading(Night night) {
    return new YearHeading(
        night.policy(),
        night.year(),
        night.businessDate(),
        YearLimits.knownOn(night.policy(), night.year(), night.businessDate())
            .in(night.month())
            .orElseThrow(),
        night.policy().rateFor(night.month()),
        night.policy().flagThresholdFor(night.month()));
  }

  @Bean
  AuditLedger auditLedger(JdbcTemplate jdbc) {
    return new AuditLedger(jdbc);
  }

  @Bean
  Looked looked() {
    return new Looked();
  }

  @Bean
  Step lookStep(
      NightSteps steps,
      JobSettings settings,
      Night night,
      YearHeading heading,
      RosterFile roster,
      RosterLedger rosterLedger,
      YearLedger year,
      AuditLedger audits,
      Progress progress,
      Looked looked) {
    return steps.step(
        "look",
        new LookTasklet(
            settings, night, heading, roster, rosterLedger, year, audits, progress, looked));
  }

  @Bean
  Step writeStep(
      NightSteps steps,
      JobSettings settings,
      Night night,
      YearHeading heading,
      YearLedger year,
      Outputs outputs,
      Looked looked) {
    return steps.step("write", new WriteTasklet(settings, night, heading, year, outputs, looked));
  }

  @Bean
  Job auditJob(NightSteps steps, Step lookStep, Step writeStep) {
    return steps.job("audit", lookStep, writeStep);
  }
}
