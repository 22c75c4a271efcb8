package basedecl.job.declaration;

import static basedecl.settings.CommonKeys.INBOX;
import static basedecl.settings.CommonKeys.OUTPUT_BY;
import static basedecl.settings.CommonKeys.PARTITIONS;
import static basedecl.settings.CommonKeys.PATIENCE_SECONDS;
import static basedecl.settings.CommonKeys.PERIOD;
import static basedecl.settings.CommonKeys.SETTLE_SECONDS;
import static basedecl.settings.CommonKeys.WORKBOOKS;
import static basedecl.settings.CommonKeys.WORKERS;

import basedecl.declarationfile.OwnHeaders;
import basedecl.job.remote.RemoteIntakeConfiguration;
import basedecl.job.run.JobDefinition;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.ContributionMonth;
import basedecl.policy.Policy;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import basedecl.settings.SheetMonth;
import java.time.LocalDate;
import java.util.List;

/** {@code job: declaration}. */
public final class DeclarationJob implements JobDefinition {

  @Override
  public String name() {
    return "declaration";
  }

  @Override
  public List<JobKey> keys() {
    return CommonKeys.and(
        INBOX, SETTLE_SECONDS, PERIOD, WORKBOOKS, OUTPUT_BY, WORKERS, PARTITIONS, PATIENCE_SECONDS);
  }

  @Override
  public void check(JobSettings settings, Policy policy, LocalDate businessDate) {
    CommonKeys.checkWorkers(settings);
    CommonKeys.checkInboxApart(settings);
    CommonKeys.checkNamesReadable(settings);
    if (settings.writesByAgency()) {
      CommonKeys.checkNamesWritable();
    }
    OwnHeaders.in(settings.optionalPath(CommonKeys.POLICIES));
    if (policy
        .limitsFor(
            settings.year(), ContributionMonth.of(settings.year(), businessDate), businessDate)
        .isEmpty()) {
      throw new RefusedException(
          Message.of(
              "job.limits-unknown",
              policy.name(),
              Integer.toString(settings.year()),
              businessDate.toString()));
    }
    SheetMonth.check(settings, policy, businessDate);
  }

  @Override
  public Class<?> configuration() {
    return DeclarationJobConfiguration.class;
  }

  @Override
  public List<Class<?>> configurations(JobSettings settings) {
    return settings.hasWorkersElsewhere()
        ? List.of(configuration(), RemoteIntakeConfiguration.class)
        : List.of(configuration());
  }
}
