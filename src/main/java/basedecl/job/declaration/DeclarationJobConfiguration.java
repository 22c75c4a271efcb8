package basedecl.job.declaration;

import basedecl.audit.YearRules;
import basedecl.declarationfile.OwnHeaders;
import basedecl.job.intake.IntakeConfiguration;
import basedecl.job.intake.IntakeOutputs;
import basedecl.job.intake.IntakeRules;
import basedecl.job.intake.ReceiptsReport;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.run.StepFactory;
import basedecl.job.submitted.RosterFile;
import basedecl.ledger.intake.StagingLedger;
import basedecl.message.Language;
import basedecl.policy.PolicyBook;
import basedecl.report.YearHeading;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import basedecl.settings.SheetMonth;
import java.time.YearMonth;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Claim, intake over partitions, publish, report, archive. */
@Configuration(proxyBeanMethods = false)
@Import(IntakeConfiguration.class)
public class DeclarationJobConfiguration {

  @Bean
  YearRules yearRules(RunContext runContext) {
    return YearRules.of(
            runContext.policy(), runContext.year(), runContext.month(), runContext.businessDate())
        .orElseThrow();
  }

  /**
   * Of the month that the sheets state, which need not be the one that arrivals are assessed with.
   */
  @Bean
  YearHeading yearHeading(RunContext runContext, JobSettings settings) {
    YearMonth month = SheetMonth.of(settings, runContext.year(), runContext.businessDate());
    YearRules figures =
        YearRules.of(runContext.policy(), runContext.year(), month, runContext.businessDate())
            .orElseThrow();
    return YearHeading.of(runContext.policy(), runContext.businessDate(), month, figures);
  }

  @Bean
  IntakeRules intakeRules(
      RunContext runContext, YearRules rules, RosterFile roster, JobSettings settings) {
    return IntakeRules.employees(
            runContext.year(),
            runContext.businessDate(),
            rules,
            roster.roster(),
            OwnHeaders.in(settings.optionalPath(CommonKeys.POLICIES)))
        .without(roster.ended());
  }

  @Bean
  YearReport yearReport(
      RunServices run,
      PolicyBook policies,
      YearHeading heading,
      IntakeOutputs outputs,
      JdbcTemplate jdbc,
      StagingLedger staging,
      Language language) {
    return new YearReport(run, policies.national(), heading, outputs, jdbc, staging, language);
  }

  @Bean
  Step reportStep(
      StepFactory steps, JobSettings settings, YearReport year, ReceiptsReport receipts) {
    return steps.step("report", settings.writesWorkbooks() ? year : receipts);
  }

  @Bean
  Job declarationJob(
      StepFactory steps,
      Step claimStep,
      Step intakeStep,
      Step publishStep,
      Step reportStep,
      Step archiveStep) {
    return steps.job("declaration", claimStep, intakeStep, publishStep, reportStep, archiveStep);
  }
}
