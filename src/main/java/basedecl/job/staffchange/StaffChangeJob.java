package basedecl.job.staffchange;

import basedecl.job.run.JobDefinition;
import basedecl.job.submitted.FoldersApart;
import basedecl.policy.Policy;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import java.time.LocalDate;
import java.util.List;

/** {@code job: staff-changes}. */
public final class StaffChangeJob implements JobDefinition {

  /** A table of changes, or a folder of them with its sub-folders. */
  static final JobKey CHANGES = JobKey.required("changes", JobKey.Kind.EXISTING_FILE_OR_FOLDER);

  @Override
  public String name() {
    return "staff-changes";
  }

  @Override
  public List<JobKey> keys() {
    return CommonKeys.and(CHANGES, CommonKeys.DRY_RUN);
  }

  @Override
  public void check(JobSettings settings, Policy policy, LocalDate businessDate) {
    FoldersApart.check(settings, CHANGES);
  }

  @Override
  public Class<?> configuration() {
    return StaffChangeJobConfiguration.class;
  }
}
