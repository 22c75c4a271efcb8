package basedecl.job.auditoutcome;

import basedecl.audit.YearRules;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.run.StepFactory;
import basedecl.report.YearHeading;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Take, report. */
@Configuration(proxyBeanMethods = false)
public class AuditOutcomeJobConfiguration {

  @Bean
  YearHeading yearHeading(RunContext runContext) {
    YearRules rules =
        YearRules.of(
                runContext.policy(),
                runContext.year(),
                runContext.month(),
                runContext.businessDate())
            .orElseThrow();
    return YearHeading.of(
        runContext.policy(), runContext.businessDate(), runContext.month(), rules);
  }

  @Bean
  AuditOutcomeSteps auditOutcomeSteps(RunServices run, YearHeading heading, JdbcTemplate jdbc) {
    return new AuditOutcomeSteps(run, heading, AuditOutcomeLedgers.of(jdbc));
  }

  @Bean
  Step takingStep(StepFactory steps, AuditOutcomeSteps outcome) {
    return steps.step("taking", outcome.taking());
  }

  @Bean
  Step reportStep(StepFactory steps, AuditOutcomeSteps outcome) {
    return steps.step("report", outcome.reporting());
  }

  @Bean
  Job auditOutcomeJob(StepFactory steps, Step takingStep, Step reportStep) {
    return steps.job("audit-outcome", takingStep, reportStep);
  }
}
