package basedecl.job.audit;

import basedecl.audit.YearRules;
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
  YearRules yearRules(RunContext runContext) {
    return YearRules.of(
            runContext.policy(), runContext.year(), runContext.month(), runContext.businessDate())
        .orElseThrow();
  }

  @Bean
  YearHeading yearHeading(RunContext runContext, YearRules rules) {
    return YearHeading.of(runContext.policy(), runContext.year(), runContext.businessDate(), rules);
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
      YearRules rules,
      RosterFile roster,
      RosterLedger rosterLedger,
      YearLedger year,
      AuditLedger audits,
      Progress progress,
      AuditResult looked) {
    return steps.step(
        "look",
        new AuditTasklet(
            settings, runContext, rules, roster, rosterLedger, year, audits, progress, looked));
  }

  @Bean
  Step writeStep(
      StepFactory steps,
      JobSettings settings,
      RunContext runContext,
      YearRules rules,
      YearHeading heading,
      YearLedger year,
      Outputs outputs,
      AuditResult looked) {
    return steps.step(
        "write",
        new AuditOutputTasklet(settings, runContext, rules, heading, year, outputs, looked));
  }

  @Bean
  Job auditJob(StepFactory steps, Step lookStep, Step writeStep) {
    return steps.job("audit", lookStep, writeStep);
  }
}
