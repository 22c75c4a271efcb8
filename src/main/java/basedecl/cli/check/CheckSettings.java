package basedecl.cli.check;

import basedecl.audit.YearRules;
import basedecl.cell.Field;
import basedecl.declaration.Roster;
import basedecl.declarationfile.OwnHeaders;
import basedecl.job.check.LedgerCheck;
import basedecl.job.intake.IntakeRules;
import basedecl.job.submitted.RosterFile;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.ContributionMonth;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import basedecl.policy.rule.PublishedLimits;
import basedecl.policyfile.PolicyFiles;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobFile;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import basedecl.spreadsheet.SpreadsheetFiles;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code check} goes by: the rules of a night, without its folders. Left out, the policy is
 * Weifang's employees', the year the newest whose limits are known, the day today, and no ledger is
 * looked at.
 *
 * @param scope whose declarations the ledger is asked about
 * @param database the ledger that knows of earlier declarations
 * @param figures empty for retirees, who have neither limits nor dues
 */
record CheckSettings(
    IntakeRules rules,
    SpreadsheetFiles files,
    Optional<YearRules> figures,
    LedgerCheck.Scope scope,
    Optional<String> database,
    LocalDate businessDate) {

  /** A ledger is looked at where one is named, and only then. */
  private static final JobKey DATABASE =
      JobKey.optional(CommonKeys.DATABASE.name(), CommonKeys.DATABASE.kind());

  private static final JobKey POLICY =
      JobKey.withDefault("policy", JobKey.Kind.TEXT, "weifang-employee-medical");
  private static final JobKey YEAR = JobKey.optional("year", JobKey.Kind.YEAR);
  private static final JobKey KIND =
      JobKey.withDefault("kind", JobKey.Kind.TEXT, Population.EMPLOYEES.word());

  static CheckSettings of(Map<String, String> set, LocalDate today) throws IOException {
    List<JobKey> keys = new ArrayList<>(CommonKeys.reading());
    keys.addAll(
        List.of(
            POLICY,
            YEAR,
            KIND,
            DATABASE,
            CommonKeys.BUSINESS_DATE,
            CommonKeys.POLICIES,
            CommonKeys.ROSTER));
    JobSettings settings = JobFile.ofCommandLine(set).settings("check", keys);
    String kind = settings.text(KIND);
    Population population =
        Population.of(kind)
            .orElseThrow(() -> new RefusedException(Message.of("cli.kind-unknown", kind)));
    Policy policy =
        PolicyFiles.load(settings.optionalPath(CommonKeys.POLICIES))
            .requireDeclared(settings.text(POLICY));
    LocalDate day = settings.businessDate(today);
    int year = settings.optional(YEAR).map(Integer::valueOf).orElseGet(() -> newest(policy, day));
    Optional<YearRules> figures =
        population == Population.RETIREES
            ? Optional.empty()
            : Optional.of(figures(policy, year, day));
    Optional<Roster> roster = RosterFile.read(settings).roster();
    Map<Field, List<String>> headers = OwnHeaders.in(settings.optionalPath(CommonKeys.POLICIES));
    return new CheckSettings(
        figures
            .map(known -> IntakeRules.employees(year, day, known, roster, headers))
            .orElseGet(() -> IntakeRules.retirees(year, day, roster, headers)),
        new SpreadsheetFiles(settings.readLimits()),
        figures,
        new LedgerCheck.Scope(policy.name(), year, population),
        settings.optional(DATABASE),
        day);
  }

  int year() {
    return scope.year();
  }

  private static YearRules figures(Policy policy, int year, LocalDate day) {
    return YearRules.of(policy, year, ContributionMonth.of(year, day), day)
        .orElseThrow(
            () ->
                new RefusedException(
                    Message.of(
                        "job.limits-unknown",
                        policy.name(),
                        Integer.toString(year),
                        day.toString())));
  }

  private static int newest(Policy policy, LocalDate day) {
    return policy.limits().stream()
        .filter(limits -> !limits.published().isAfter(day))
        .mapToInt(PublishedLimits::year)
        .max()
        .orElse(day.getYear());
  }
}
