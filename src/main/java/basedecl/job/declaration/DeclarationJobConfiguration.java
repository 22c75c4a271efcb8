package basedecl.job.declaration;

import basedecl.assessment.BaseAssessor;
import basedecl.assessment.ContributionAssessor;
import basedecl.assessment.YearLimits;
import basedecl.declaration.row.RowCheck;
import basedecl.declarationfile.DeclarationForm;
import basedecl.declarationfile.OwnHeaders;
import basedecl.job.intake.IntakeConfiguration;
import basedecl.job.intake.IntakeOutputs;
import basedecl.job.intake.IntakeRules;
import basedecl.job.run.Night;
import basedecl.job.run.NightReport;
import basedecl.job.run.NightSteps;
import basedecl.job.run.Operator;
import basedecl.job.run.Progress;
import basedecl.job.submitted.RosterFile;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.policy.Population;
import basedecl.policy.rule.MinimumWage;
import basedecl.report.YearHeading;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.util.Optional;
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
  IntakeRules intakeRules(
      Night night, YearHeading heading, RosterFile roster, JobSettings settings) {
    return new IntakeRules(
        new DeclarationForm(
            Population.EMPLOYEES,
            night.year(),
            roster.roster(),
            OwnHeaders.in(settings.optionalPath(CommonKeys.POLICIES))),
        RowCheck.of(
            Population.EMPLOYEES,
            night.businessDate(),
            night.policy().minimumWageFor(night.month()).map(MinimumWage::monthly)),
        Optional.of(new BaseAssessor(heading.limits().limits(), night.policy().rounding())),
        ContributionAssessor.of(heading.rate()),
        heading.threshold());
  }

  @Bean
  YearReport yearReport(
      Night night,
      YearHeading heading,
      IntakeOutputs outputs,
      YearLedger year,
      StagingLedger staging,
      NightReport report,
      Operator operator,
      Progress progress) {
    return new YearReport(night, heading, outputs, year, staging, report, operator, progress);
  }

  @Bean
  Step reportStep(NightSteps steps, YearReport report) {
    return steps.step("report", report);
  }

  @Bean
  Job declarationJob(
      NightSteps steps,
      Step claimStep,
      Step intakeStep,
      Step publishStep,
      Step reportStep,
      Step archiveStep) {
    return steps.job("declaration", claimStep, intakeStep, publishStep, reportStep, archiveStep);
  }
}
