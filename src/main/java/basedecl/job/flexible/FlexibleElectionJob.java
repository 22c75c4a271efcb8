package basedecl.job.flexible;

import basedecl.job.run.RegionJob;
import basedecl.job.run.Rulebook;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import java.time.LocalDate;
import java.util.List;

/**
 * {@code job: flexible-election}. Without {@code elections} it takes what was made in the desk
 * alone.
 */
public final class FlexibleElectionJob extends RegionJob {

  static final JobKey ELECTIONS = JobKey.optional("elections", JobKey.Kind.EXISTING_FILE_OR_FOLDER);

  @Override
  public String name() {
    return "flexible-election";
  }

  @Override
  public List<JobKey> keys() {
    return CommonKeys.forRegion(ELECTIONS, CommonKeys.WORKBOOKS);
  }

  @Override
  public void check(JobSettings settings, Rulebook rules, LocalDate businessDate) {
    boolean known =
        rules.policies().stream()
            .anyMatch(policy -> policy.canBeChosenFrom(settings.year(), businessDate));
    if (!known) {
      throw new RefusedException(
          Message.of(
              "job.limits-unknown",
              rules.name(),
              Integer.toString(settings.year()),
              businessDate.toString()));
    }
  }

  @Override
  public Class<?> configuration() {
    return FlexibleElectionJobConfiguration.class;
  }
}
