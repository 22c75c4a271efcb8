package basedecl.job.retirees;

import static basedecl.job.support.CommonKeys.INBOX;
import static basedecl.job.support.CommonKeys.SETTLE_SECONDS;

import basedecl.job.support.CommonKeys;
import basedecl.job.support.JobDefinition;
import basedecl.job.support.JobKey;
import basedecl.job.support.JobSettings;
import basedecl.job.support.OwnHeaders;
import basedecl.policy.Policy;
import java.time.LocalDate;
import java.util.List;

/** {@code job: retirees}. */
public final class RetireesJob implements JobDefinition {

  @Override
  public String name() {
    return "retirees";
  }

  @Override
  public List<JobKey> keys() {
    return CommonKeys.and(INBOX, SETTLE_SECONDS);
  }

  @Override
  public void check(JobSettings settings, Policy policy, LocalDate businessDate) {
    CommonKeys.checkInboxApart(settings);
    OwnHeaders.in(settings.optionalPath(CommonKeys.POLICIES));
  }

  @Override
  public Class<?> configuration() {
    return RetireesJobConfiguration.class;
  }
}
