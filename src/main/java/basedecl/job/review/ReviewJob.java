package basedecl.job.review;

import basedecl.job.run.JobDefinition;
import basedecl.job.submitted.SubmittedTable;
import basedecl.policy.Policy;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import basedecl.table.HeaderSpec;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** {@code job: review}. */
public final class ReviewJob implements JobDefinition {

  static final JobKey MATERIALS = JobKey.optional("materials", JobKey.Kind.EXISTING_FOLDER);
  static final JobKey DECISIONS = JobKey.optional("decisions", JobKey.Kind.EXISTING_FILE);
  static final JobKey CONFIRMATIONS = JobKey.optional("confirmations", JobKey.Kind.EXISTING_FILE);

  /**
   * Whether the run takes what reviewers decided in the desk. The small runs that take one
   * employer's scans or confirmation leave it: any of them would end the time for second thoughts.
   */
  public static final JobKey DESK_DECISIONS =
      JobKey.withDefault("desk-decisions", JobKey.Kind.YES_NO, "true");

  @Override
  public String name() {
    return "review";
  }

  @Override
  public List<JobKey> keys() {
    return CommonKeys.and(
        CommonKeys.POPULATION,
        CommonKeys.WORKBOOKS,
        MATERIALS,
        DECISIONS,
        CONFIRMATIONS,
        DESK_DECISIONS,
        CommonKeys.MAX_MATERIAL_BYTES);
  }

  @Override
  public void check(JobSettings settings, Policy policy, LocalDate businessDate) {
    settings.optionalPath(DECISIONS).ifPresent(f -> readable(settings, f, DecisionLine.HEADER));
    settings
        .optionalPath(CONFIRMATIONS)
        .ifPresent(f -> readable(settings, f, ConfirmationLine.HEADER));
  }

  private static <C extends Enum<C>> void readable(
      JobSettings settings, Path file, HeaderSpec<C> header) {
    new SubmittedTable<>(file, header, settings.readLimits())
        .checkReadable("review.file-unreadable");
  }

  @Override
  public Class<?> configuration() {
    return ReviewJobConfiguration.class;
  }
}
