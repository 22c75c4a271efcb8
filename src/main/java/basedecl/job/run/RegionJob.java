package basedecl.job.run;

import basedecl.policy.Policy;
import basedecl.settings.JobSettings;
import java.time.LocalDate;

/** A job that stands on all policies for flexible workers of a region. */
public abstract class RegionJob implements JobDefinition {

  @Override
  public final void check(JobSettings settings, Policy policy, LocalDate businessDate) {
    check(settings, Rulebook.of(policy), businessDate);
  }

  @Override
  public abstract void check(JobSettings settings, Rulebook rules, LocalDate businessDate);
}
