package basedecl.job.declaration;

import basedecl.audit.YearRules;
import basedecl.declarationfile.OwnHeaders;
import basedecl.job.intake.IntakeConfiguration;
import basedecl.job.intake.IntakeOutputs;
import basedecl.job.intake.IntakeRules;
import basedecl.job.run.Operator;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunSummary;
import basedecl.job.run.StepFactory;
import basedecl.job.submitted.RosterFile;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.report.YearHeading;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

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

  @Bean
  YearHeading yearHeading(RunContext runContext, YearRules rules) {
    return YearHeading.of(runContext.policy(), runContext.year(), runContext.businessDate(), rules);
  }

  @Bean
  IntakeRules intakeRules(
      RunContext runContext, YearRules rules, RosterFile roster, JobSettings settings) {
    return IntakeRules.employees(
        runContext.year(),
        runContext.businessDate(),
        rules,
        roster.roster(),
        OwnHeaders.in(settings.optionalPath(CommonKeys.POLICIES)));
  }

  @Bean
  YearReport yearReport(
      RunContext runContext,
      YearHeading heading,
      IntakeOutputs outputs,
      YearLedger year,
      StagingLedger staging,
      RunSummary report,
      Operator operator,
      Progress progress) {
    return new YearReport(runContext, heading, outputs, year, staging, report, operator, progress);
  }

  @Bean
  Step reportStep(StepFactory steps, YearReport report) {
    return steps.step("report", report);
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
