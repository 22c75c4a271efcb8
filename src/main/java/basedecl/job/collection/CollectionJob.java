package basedecl.job.collection;

import basedecl.job.run.DuesCheck;
import basedecl.job.run.JobDefinition;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.Policy;
import basedecl.policy.rule.Deadline;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import basedecl.settings.SheetMonth;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** {@code job: collection}. */
public final class CollectionJob implements JobDefinition {

  /** Whether the people of the lines are listed as well. */
  static final JobKey PERSONS = JobKey.withDefault("persons", JobKey.Kind.YES_NO, "false");

  static final JobKey LATE_FEES = JobKey.withDefault("late-fees", JobKey.Kind.YES_NO, "true");
  static final JobKey MAPPING = JobKey.optional("mapping", JobKey.Kind.EXISTING_FILE);

  @Override
  public String name() {
    return "collection";
  }

  @Override
  public List<JobKey> keys() {
    return CommonKeys.and(CommonKeys.PERIOD, PERSONS, LATE_FEES, MAPPING, CommonKeys.DRY_RUN);
  }

  @Override
  public void check(JobSettings settings, Policy policy, LocalDate businessDate) {
    SheetMonth.check(settings, settings.year());
    settings.optionalPath(MAPPING).ifPresent(Mapping::read);
    List<Deadline> months = months(settings, policy, businessDate);
    DuesCheck.check(policy, months, businessDate);
    if (settings.yes(LATE_FEES) && businessDate.isAfter(months.get(0).date())) {
      DuesCheck.checkLateFees(policy, months.get(0));
    }
  }

  /**
   * The months that are looked at, from January on.
   *
   * @throws RefusedException if one has no deadline
   */
  static List<Deadline> months(JobSettings settings, Policy policy, LocalDate businessDate) {
    int year = settings.year();
    YearMonth last = SheetMonth.of(settings, year, businessDate);
    List<Deadline> months = new ArrayList<>();
    for (YearMonth month = YearMonth.of(year, 1);
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      YearMonth period = month;
      months.add(
          policy
              .deadlineFor(period)
              .orElseThrow(
                  () ->
                      new RefusedException(
                          Message.of(
                              "policy.deadline-missing", policy.source(), period.toString()))));
    }
    return months;
  }

  @Override
  public boolean takesFollowers() {
    return true;
  }

  @Override
  public Class<?> configuration() {
    return CollectionJobConfiguration.class;
  }
}
