package basedecl.job.papers;

import basedecl.job.run.JobDefinition;
import basedecl.policy.Policy;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import java.time.LocalDate;
import java.util.List;

/** {@code job: papers}. */
public final class PapersJob implements JobDefinition {

  @Override
  public String name() {
    return "papers";
  }

  @Override
  public List<JobKey> keys() {
    return CommonKeys.and(CommonKeys.POPULATION);
  }

  @Override
  public void check(JobSettings settings, Policy policy, LocalDate businessDate) {
    // Every policy has papers: what they say is in the ledger.
  }

  @Override
  public Class<?> configuration() {
    return PapersJobConfiguration.class;
  }
}
