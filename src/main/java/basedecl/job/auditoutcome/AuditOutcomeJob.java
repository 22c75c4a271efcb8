package basedecl.job.auditoutcome;

import basedecl.job.run.JobDefinition;
import basedecl.job.submitted.SubmittedTable;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.ContributionMonth;
import basedecl.policy.Policy;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import java.time.LocalDate;
import java.util.List;

/** {@code job: audit-outcome}. */
public final class AuditOutcomeJob implements JobDefinition {

  static final JobKey OUTCOMES = JobKey.required("outcomes", JobKey.Kind.EXISTING_FILE);

  @Override
  public String name() {
    return "audit-outcome";
  }

  @Override
  public List<JobKey> keys() {
    return CommonKeys.and(OUTCOMES, CommonKeys.DRY_RUN);
  }

  @Override
  public void check(JobSettings settings, Policy policy, LocalDate businessDate) {
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
    new SubmittedTable<>(settings.path(OUTCOMES), AssessmentLine.HEADER, settings.readLimits())
        .checkReadable("audit.outcomes-unreadable");
  }

  @Override
  public Class<?> configuration() {
    return AuditOutcomeJobConfiguration.class;
  }
}
