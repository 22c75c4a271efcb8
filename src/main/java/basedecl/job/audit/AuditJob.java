package basedecl.job.audit;

import basedecl.job.run.JobDefinition;
import basedecl.job.submitted.SubmittedTable;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.Policy;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import basedecl.settings.SheetMonth;
import basedecl.table.HeaderSpec;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** {@code job: audit}. */
public final class AuditJob implements JobDefinition {

  static final JobKey TAX_WAGES = JobKey.optional("tax-wages", JobKey.Kind.EXISTING_FILE);
  static final JobKey LAST_YEAR = JobKey.optional("last-year", JobKey.Kind.EXISTING_FILE);

  /** Days an employer has for its self-check: no document states them. */
  static final JobKey NOTICE_DAYS = JobKey.withDefault("notice-days", JobKey.Kind.COUNT, "15");

  /** Told where a file cannot be read as what it is submitted as. */
  static final String UNREADABLE = "audit.unreadable";

  private static final int MOST_DAYS = 366;

  @Override
  public String name() {
    return "audit";
  }

  /** A city's tax file is far larger than an employer's declaration, so limits are wider. */
  @Override
  public List<JobKey> keys() {
    return CommonKeys.and(
        TAX_WAGES,
        LAST_YEAR,
        NOTICE_DAYS,
        CommonKeys.PERIOD,
        JobKey.withDefault(CommonKeys.MAX_FILE_BYTES.name(), JobKey.Kind.COUNT, "536870912"),
        JobKey.withDefault(CommonKeys.MAX_INFLATED_BYTES.name(), JobKey.Kind.COUNT, "2147483648"),
        JobKey.withDefault(CommonKeys.MAX_FILE_SECONDS.name(), JobKey.Kind.COUNT, "600"));
  }

  @Override
  public void check(JobSettings settings, Policy policy, LocalDate businessDate) {
    SheetMonth.check(settings, policy, businessDate);
    if (settings.count(NOTICE_DAYS) > MOST_DAYS) {
      throw new RefusedException(
          Message.of("audit.notice-days", settings.text(NOTICE_DAYS), String.valueOf(MOST_DAYS)));
    }
    settings.optionalPath(TAX_WAGES).ifPresent(f -> readable(settings, f, TaxWagesFile.HEADER));
    settings.optionalPath(LAST_YEAR).ifPresent(f -> readable(settings, f, LastYearFile.HEADER));
  }

  private static <C extends Enum<C>> void readable(
      JobSettings settings, Path file, HeaderSpec<C> header) {
    new SubmittedTable<>(file, header, settings.readLimits()).checkReadable(UNREADABLE);
  }

  @Override
  public Class<?> configuration() {
    return AuditJobConfiguration.class;
  }
}
