package basedecl.cli.check;

import basedecl.assessment.BaseAssessor;
import basedecl.assessment.ContributionAssessor;
import basedecl.declaration.row.RowCheck;
import basedecl.declarationfile.DeclarationForm;
import basedecl.declarationfile.OwnHeaders;
import basedecl.job.intake.IntakeRules;
import basedecl.job.run.RunContext;
import basedecl.job.submitted.RosterFile;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.FlagThreshold;
import basedecl.policy.rule.MinimumWage;
import basedecl.policy.rule.PublishedLimits;
import basedecl.policyfile.PolicyFiles;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobFile;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import basedecl.spreadsheet.SpreadsheetFiles;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code check} goes by: the rules of a night, without its folders and its ledger. Left out,
 * the policy is Weifang's employees', the year the newest whose limits are known, the day today.
 *
 * @param limits empty for retirees, who have none
 */
record CheckSettings(
    IntakeRules rules,
    SpreadsheetFiles files,
    Optional<PublishedLimits> limits,
    Optional<ContributionRate> rate,
    Optional<FlagThreshold> threshold,
    Policy policy,
    int year,
    LocalDate businessDate) {

  private static final JobKey POLICY =
      JobKey.withDefault("policy", JobKey.Kind.TEXT, "weifang-employee-medical");
  private static final JobKey YEAR = JobKey.optional("year", JobKey.Kind.YEAR);
  private static final JobKey KIND = JobKey.withDefault("kind", JobKey.Kind.TEXT, "employees");

  static CheckSettings of(Map<String, String> set, LocalDate today) throws IOException {
    List<JobKey> keys = new ArrayList<>(CommonKeys.reading());
    keys.addAll(
        List.of(
            POLICY, YEAR, KIND, CommonKeys.BUSINESS_DATE, CommonKeys.POLICIES, CommonKeys.ROSTER));
    JobSettings settings = JobFile.ofCommandLine(set).settings("check", keys);
    Population population = population(settings.text(KIND));
    Policy policy =
        PolicyFiles.load(settings.optionalPath(CommonKeys.POLICIES)).require(settings.text(POLICY));
    LocalDate day = settings.businessDate(today);
    int year = settings.optional(YEAR).map(Integer::valueOf).orElseGet(() -> newest(policy, day));
    YearMonth month = RunContext.assessedMonth(year, day);
    Optional<PublishedLimits> limits =
        population == Population.RETIREES ? Optional.empty() : policy.limitsFor(year, month, day);
    if (population == Population.EMPLOYEES && limits.isEmpty()) {
      throw new RefusedException(
          Message.of("job.limits-unknown", policy.name(), Integer.toString(year), day.toString()));
    }
    Optional<ContributionRate> rate =
        population == Population.RETIREES ? Optional.empty() : policy.rateFor(month);
    Optional<FlagThreshold> threshold =
        population == Population.RETIREES ? Optional.empty() : policy.flagThresholdFor(month);
    IntakeRules rules =
        new IntakeRules(
            new DeclarationForm(
                population,
                year,
                RosterFile.read(settings).roster(),
                OwnHeaders.in(settings.optionalPath(CommonKeys.POLICIES))),
            RowCheck.of(population, day, policy.minimumWageFor(month).map(MinimumWage::monthly)),
            limits.map(l -> new BaseAssessor(l.limits(), policy.rounding())),
            ContributionAssessor.of(rate),
            threshold);
    return new CheckSettings(
        rules,
        new SpreadsheetFiles(settings.readLimits()),
        limits,
        rate,
        threshold,
        policy,
        year,
        day);
  }

  private static Population population(String kind) {
    return switch (kind) {
      case "employees" -> Population.EMPLOYEES;
      case "retirees" -> Population.RETIREES;
      default -> throw new RefusedException(Message.of("cli.kind-unknown", kind));
    };
  }

  private static int newest(Policy policy, LocalDate day) {
    return policy.limits().stream()
        .filter(limits -> !limits.published().isAfter(day))
        .mapToInt(PublishedLimits::year)
        .max()
        .orElse(day.getYear());
  }
}
