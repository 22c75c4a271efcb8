package basedecl.job.audit;

import basedecl.assessment.YearLimits;
import basedecl.job.run.Outputs;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.job.run.StepFactory;
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
  YearHeading yearHeading(RunContext runContext) {
    return new YearHeading(
        runContext.policy(),
        runContext.year(),
        runContext.businessDate(),
        YearLimits.knownOn(runContext.policy(), runContext.year(), runContext.businessDate())
            .in(runContext.month())
            .orElseThrow(),
        runContext.policy().rateFor(runContext.month()),
        runContext.policy().flagThresholdFor(runContext.month()));
  }

  @Bean
  AuditLedger auditLedger(JdbcTemplate jdbc) {
    return new AuditLedger(jdbc);
  }

  @Bean
  AuditResult looked() {
    return new AuditResult();
  }

  @Bean
  Step lookStep(
      StepFactory steps,
      JobSettings settings,
      RunContext runContext,
      YearHeading heading,
      RosterFile roster,
      RosterLedger rosterLedger,
      YearLedger year,
      AuditLedger audits,
      Progress progress,
      AuditResult looked) {
    return steps.step(
        "look",
        new AuditTasklet(
            settings, runContext, heading, roster, rosterLedger, year, audits, progress, looked));
  }

  @Bean
  Step writeStep(
      StepFactory steps,
      JobSettings settings,
      RunContext runContext,
      YearHeading heading,
      YearLedger year,
      Outputs outputs,
      AuditResult looked) {
    return steps.step(
        "write", new AuditOutputTasklet(settings, runContext, heading, year, outputs, looked));
  }

  @Bean
  Job auditJob(StepFactory steps, Step lookStep, Step writeStep) {
    return steps.job("audit", lookStep, writeStep);
  }
}
