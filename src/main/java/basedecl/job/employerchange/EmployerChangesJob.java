package basedecl.job.employerchange;

import basedecl.job.run.JobDefinition;
import basedecl.job.submitted.FoldersApart;
import basedecl.job.submitted.SubmittedTable;
import basedecl.policy.Policy;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** {@code job: employer-changes}. */
public final class EmployerChangesJob implements JobDefinition {

  /** A table of changes, or a folder of them with its sub-folders. */
  static final JobKey CHANGES = JobKey.required("changes", JobKey.Kind.EXISTING_FILE_OR_FOLDER);

  @Override
  public String name() {
    return "employer-changes";
  }

  @Override
  public List<JobKey> keys() {
    return CommonKeys.and(CHANGES, CommonKeys.DRY_RUN);
  }

  @Override
  public void check(JobSettings settings, Policy policy, LocalDate businessDate) {
    FoldersApart.check(settings, CHANGES);
    Path changes = settings.path(CHANGES).toAbsolutePath().normalize();
    if (!Files.isDirectory(changes)) {
      new SubmittedTable<>(changes, ChangeLine.HEADER, settings.readLimits())
          .checkReadable("employerchange.unreadable");
    }
  }

  @Override
  public Class<?> configuration() {
    return EmployerChangesJobConfiguration.class;
  }
}
