package basedecl.job.audit;

import basedecl.audit.YearRules;
import basedecl.declaration.Employer;
import basedecl.declaration.Roster;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.run.StepFactory;
import basedecl.job.submitted.RosterFile;
import basedecl.ledger.audit.AuditLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.report.YearHeading;
import basedecl.settings.JobSettings;
import basedecl.settings.SheetMonth;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Look, then write. */
@Configuration(proxyBeanMethods = false)
public class AuditJobConfiguration {

  @Bean
  YearRules yearRules(RunContext runContext, JobSettings settings) {
    return YearRules.of(
            runContext.policy(),
            runContext.year(),
            SheetMonth.of(settings, runContext.year(), runContext.businessDate()),
            runContext.businessDate())
        .orElseThrow();
  }

  @Bean
  YearHeading yearHeading(RunContext runContext, JobSettings settings, YearRules rules) {
    return YearHeading.of(
        runContext.policy(),
        runContext.businessDate(),
        SheetMonth.of(settings, runContext.year(), runContext.businessDate()),
        rules);
  }

  @Bean
  AuditLedger auditLedger(JdbcTemplate jdbc) {
    return new AuditLedger(jdbc);
  }

  @Bean
  AuditResult auditResult() {
    return new AuditResult();
  }

  @Bean
  Step lookStep(
      StepFactory steps,
      RunServices run,
      YearRules rules,
      RosterFile rosterFile,
      RosterLedger rosterLedger,
      JdbcTemplate jdbc,
      AuditLedger audits,
      AuditResult result) {
    List<Employer> roster =
        rosterFile
            .roster()
            .map(Roster::active)
            .orElseGet(() -> rosterLedger.active(run.context().businessDate()));
    return steps.step("look", new AuditTasklet(run, rules, roster, jdbc, audits, result));
  }

  @Bean
  Step writeStep(
      StepFactory steps,
      RunServices run,
      YearRules rules,
      YearHeading heading,
      AuditResult result) {
    return steps.step("write", new AuditOutputTasklet(run, rules, heading, result));
  }

  @Bean
  Job auditJob(StepFactory steps, Step lookStep, Step writeStep) {
    return steps.job("audit", lookStep, writeStep);
  }
}
