package basedecl.job.reconciliation;

import basedecl.job.run.JobDefinition;
import basedecl.job.submitted.FoldersApart;
import basedecl.policy.Policy;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import java.time.LocalDate;
import java.util.List;

/** {@code job: reconciliation}. */
public final class ReconciliationJob implements JobDefinition {

  /** A table of what came back, or a folder of them with its sub-folders. */
  static final JobKey RECEIPTS = JobKey.required("receipts", JobKey.Kind.EXISTING_FILE_OR_FOLDER);

  @Override
  public String name() {
    return "reconciliation";
  }

  @Override
  public List<JobKey> keys() {
    return CommonKeys.and(RECEIPTS, CommonKeys.DRY_RUN);
  }

  @Override
  public void check(JobSettings settings, Policy policy, LocalDate businessDate) {
    FoldersApart.check(settings, RECEIPTS);
  }

  @Override
  public boolean takesFollowers() {
    return true;
  }

  @Override
  public Class<?> configuration() {
    return ReconciliationJobConfiguration.class;
  }
}
