package basedecl.cli.ledger;

import basedecl.job.desk.JobCatalog;
import basedecl.message.RefusedException;
import basedecl.policy.PolicyBook;
import basedecl.policyfile.PolicyFiles;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobFile;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import basedecl.settings.SheetMonth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which ledger, policy and year a look-up goes by: those of a job file, overridden by {@code
 * --set}. What the job needs beyond that is not asked for.
 *
 * @param policy empty where nothing names one: that of the newest run
 * @param year likewise
 * @param businessDate the one given by {@code --set}
 * @param period the month asked for
 * @param sameLedger the options that bring another command to the same ledger and policies
 */
public record LedgerSettings(
    String database,
    Optional<String> policy,
    Optional<Integer> year,
    Optional<LocalDate> businessDate,
    Optional<YearMonth> period,
    String sameLedger,
    PolicyBook policies) {

  public static final Path DEFAULT_JOB = Path.of("jobs", "declaration.yaml");

  private static final Set<String> LOOKED_AT =
      Set.of("year", "business-date", "period", "policies", "database");

  /**
   * The month asked for, refused outside the year.
   *
   * @throws RefusedException naming both
   */
  public Optional<YearMonth> period(int ofYear) {
    period.ifPresent(month -> SheetMonth.check(month, ofYear));
    return period;
  }

  /**
   * @param job the file named by {@code --job}; without one {@link #DEFAULT_JOB} where it is there
   */
  public static LedgerSettings of(Optional<Path> job, Map<String, String> set) {
    Optional<Path> file = job.or(() -> Optional.of(DEFAULT_JOB).filter(Files::isRegularFile));
    JobFile entries =
        file.map(path -> JobFile.read(path, set)).orElseGet(() -> JobFile.ofCommandLine(set));
    JobSettings settings = entries.settings("look-up", keys());
    Optional<LocalDate> day =
        set.containsKey(CommonKeys.BUSINESS_DATE.name())
            ? settings.optional(CommonKeys.BUSINESS_DATE).map(LocalDate::parse)
            : Optional.empty();
    return new LedgerSettings(
        settings.text(CommonKeys.DATABASE),
        settings.optional(CommonKeys.POLICY),
        settings.optional(CommonKeys.YEAR).map(Integer::valueOf),
        day,
        settings.month(CommonKeys.PERIOD),
        CommonKeys.sameLedger(settings),
        PolicyFiles.load(settings.optionalPath(CommonKeys.POLICIES)));
  }

  /** Every job's keys, none required; only those that matter here are held to their kind. */
  private static List<JobKey> keys() {
    List<JobKey> keys = new ArrayList<>();
    for (JobKey key : JobCatalog.keys().values()) {
      JobKey.Kind kind = LOOKED_AT.contains(key.name()) ? key.kind() : JobKey.Kind.TEXT;
      keys.add(new JobKey(key.name(), kind, key.defaultValue(), false));
    }
    return keys;
  }
}
