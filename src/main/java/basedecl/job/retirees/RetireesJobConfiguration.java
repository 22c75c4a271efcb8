package basedecl.job.retirees;

import basedecl.declarationfile.OwnHeaders;
import basedecl.job.intake.IntakeConfiguration;
import basedecl.job.intake.IntakeOutputs;
import basedecl.job.intake.IntakeRules;
import basedecl.job.intake.ReceiptsReport;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunSummary;
import basedecl.job.run.StepFactory;
import basedecl.job.submitted.RosterFile;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Language;
import basedecl.policy.PolicyBook;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Claim, intake over partitions, publish, report, archive; neither limits nor dues. */
@Configuration(proxyBeanMethods = false)
@Import(IntakeConfiguration.class)
public class RetireesJobConfiguration {

  @Bean
  IntakeRules intakeRules(RunContext runContext, RosterFile roster, JobSettings settings) {
    return IntakeRules.retirees(
            runContext.year(),
            runContext.businessDate(),
            roster.roster(),
            OwnHeaders.in(settings.optionalPath(CommonKeys.POLICIES)))
        .without(roster.ended());
  }

  @Bean
  RetireesReport retireesReport(
      RunContext runContext,
      JobSettings settings,
      PolicyBook policies,
      IntakeOutputs outputs,
      YearLedger year,
      StagingLedger staging,
      RunSummary report,
      Language language,
      Progress progress) {
    return new RetireesReport(
        runContext,
        settings,
        policies.national(),
        outputs,
        year,
        staging,
        report,
        language,
        progress);
  }

  @Bean
  Step reportStep(
      StepFactory steps, JobSettings settings, RetireesReport year, ReceiptsReport receipts) {
    return steps.step("report", settings.writesWorkbooks() ? year : receipts);
  }

  @Bean
  Job retireesJob(
      StepFactory steps,
      Step claimStep,
      Step intakeStep,
      Step publishStep,
      Step reportStep,
      Step archiveStep) {
    return steps.job("retirees", claimStep, intakeStep, publishStep, reportStep, archiveStep);
  }
}
