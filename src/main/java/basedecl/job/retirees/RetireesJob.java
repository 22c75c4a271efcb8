package basedecl.job.retirees;

import static basedecl.settings.CommonKeys.INBOX;
import static basedecl.settings.CommonKeys.OUTPUT_BY;
import static basedecl.settings.CommonKeys.PARTITIONS;
import static basedecl.settings.CommonKeys.PATIENCE_SECONDS;
import static basedecl.settings.CommonKeys.SETTLE_SECONDS;
import static basedecl.settings.CommonKeys.WORKBOOKS;
import static basedecl.settings.CommonKeys.WORKERS;

import basedecl.declarationfile.OwnHeaders;
import basedecl.job.remote.RemoteIntakeConfiguration;
import basedecl.job.run.JobDefinition;
import basedecl.policy.Policy;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
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
    return CommonKeys.and(
        INBOX, SETTLE_SECONDS, WORKBOOKS, OUTPUT_BY, WORKERS, PARTITIONS, PATIENCE_SECONDS);
  }

  @Override
  public void check(JobSettings settings, Policy policy, LocalDate businessDate) {
    CommonKeys.checkWorkers(settings);
    CommonKeys.checkInboxApart(settings);
    if (settings.writesByAgency()) {
      CommonKeys.checkNamesWritable();
    }
    OwnHeaders.in(settings.optionalPath(CommonKeys.POLICIES));
  }

  @Override
  public Class<?> configuration() {
    return RetireesJobConfiguration.class;
  }

  @Override
  public List<Class<?>> configurations(JobSettings settings) {
    return settings.hasWorkersElsewhere()
        ? List.of(configuration(), RemoteIntakeConfiguration.class)
        : List.of(configuration());
  }
}
