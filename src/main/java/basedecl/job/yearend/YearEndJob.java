package basedecl.job.yearend;

import basedecl.job.run.DuesCheck;
import basedecl.job.run.JobDefinition;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.Policy;
import basedecl.policy.rule.Deadline;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** {@code job: year-end}. */
public final class YearEndJob implements JobDefinition {

  /** Whether the year may be drawn up before its December is due. */
  static final JobKey PROVISIONAL = JobKey.withDefault("provisional", JobKey.Kind.YES_NO, "false");

  @Override
  public String name() {
    return "year-end";
  }

  @Override
  public List<JobKey> keys() {
    return CommonKeys.and(PROVISIONAL);
  }

  @Override
  public void check(JobSettings settings, Policy policy, LocalDate businessDate) {
    int year = settings.year();
    List<Deadline> months = months(policy, year);
    Deadline december = months.get(months.size() - 1);
    if (isEarly(december, businessDate) && !settings.yes(PROVISIONAL)) {
      throw new RefusedException(
          Message.of(
              "yearend.too-early",
              Integer.toString(year),
              december.date().toString(),
              businessDate.toString()));
    }
    DuesCheck.check(policy, months, businessDate);
    DuesCheck.checkLateFees(policy, months.get(0));
  }

  /**
   * The twelve months of the year with their deadlines.
   *
   * @throws RefusedException where the policy lacks one of them
   */
  static List<Deadline> months(Policy policy, int year) {
    if (policy.deadlineFor(YearMonth.of(year, 12)).isEmpty()) {
      throw new RefusedException(
          Message.of(
              "policy.deadline-missing", policy.source(), YearMonth.of(year, 12).toString()));
    }
    return policy.deadlinesReached(year, LocalDate.MAX);
  }

  /** December can be paid in time to the end of its last day. */
  static boolean isEarly(Deadline december, LocalDate businessDate) {
    return !businessDate.isAfter(december.date());
  }

  @Override
  public Class<?> configuration() {
    return YearEndJobConfiguration.class;
  }
}
