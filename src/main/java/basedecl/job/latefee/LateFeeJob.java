package basedecl.job.latefee;

import basedecl.job.run.DuesCheck;
import basedecl.job.run.JobDefinition;
import basedecl.job.submitted.FoldersApart;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.Policy;
import basedecl.policy.rule.Deadline;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import java.time.LocalDate;
import java.util.List;

/** {@code job: late-fee}. */
public final class LateFeeJob implements JobDefinition {

  /** A table of payments, or a folder of them with its sub-folders. */
  static final JobKey PAYMENTS = JobKey.required("payments", JobKey.Kind.EXISTING_FILE_OR_FOLDER);

  /** What the agency decided on overpaid months: a table, or a folder of them. */
  static final JobKey OVERPAYMENTS =
      JobKey.optional("overpayments", JobKey.Kind.EXISTING_FILE_OR_FOLDER);

  /** What the agency decided on deferred months, likewise. */
  static final JobKey DEFERRALS = JobKey.optional("deferrals", JobKey.Kind.EXISTING_FILE_OR_FOLDER);

  @Override
  public String name() {
    return "late-fee";
  }

  @Override
  public List<JobKey> keys() {
    return CommonKeys.and(PAYMENTS, OVERPAYMENTS, DEFERRALS, CommonKeys.DRY_RUN);
  }

  @Override
  public void check(JobSettings settings, Policy policy, LocalDate businessDate) {
    FoldersApart.check(settings, PAYMENTS, OVERPAYMENTS, DEFERRALS);
    int year = settings.year();
    if (policy.deadlines().stream().noneMatch(d -> d.period().getYear() == year)) {
      throw refused("latefee.no-deadlines", policy.source(), Integer.toString(year));
    }
    List<Deadline> reached = policy.deadlinesReached(year, businessDate);
    DuesCheck.check(policy, reached, businessDate);
    if (!reached.isEmpty()) {
      DuesCheck.checkLateFees(policy, reached.get(0));
    }
  }

  private static RefusedException refused(String key, String... arguments) {
    return new RefusedException(Message.of(key, arguments));
  }

  @Override
  public boolean takesFollowers() {
    return true;
  }

  @Override
  public Class<?> configuration() {
    return LateFeeJobConfiguration.class;
  }
}
