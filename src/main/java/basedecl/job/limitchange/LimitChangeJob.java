package basedecl.job.limitchange;

import basedecl.job.run.JobDefinition;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.Policy;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.LimitChange;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** {@code job: limit-change}. */
public final class LimitChangeJob implements JobDefinition {

  static final JobKey FROM = JobKey.required("from", JobKey.Kind.MONTH);

  @Override
  public String name() {
    return "limit-change";
  }

  @Override
  public List<JobKey> keys() {
    return CommonKeys.and(FROM, CommonKeys.DRY_RUN);
  }

  @Override
  public void check(JobSettings settings, Policy policy, LocalDate businessDate) {
    YearMonth from = from(settings);
    if (from.getYear() != settings.year()) {
      throw new RefusedException(
          Message.of(
              "flexible.from-other-year", from.toString(), Integer.toString(settings.year())));
    }
    if (policy.limitsFor(settings.year(), from, businessDate).isEmpty()) {
      throw new RefusedException(
          Message.of(
              "job.limits-unknown",
              policy.name(),
              Integer.toString(settings.year()),
              businessDate.toString()));
    }
    YearMonth last = lastAssessed(settings.year(), businessDate);
    for (YearMonth month = from; !month.isAfter(last); month = month.plusMonths(1)) {
      Optional<ContributionRate> rate = policy.rateFor(month);
      boolean whole =
          rate.isPresent()
              && rate.get().employer().isPresent()
              && rate.get().personal().isPresent();
      if (isRetroactive(policy, month) && !whole) {
        throw new RefusedException(
            Message.of("flexible.rate-missing", policy.source(), month.toString()));
      }
    }
  }

  static YearMonth from(JobSettings settings) {
    return settings.month(FROM).orElseThrow();
  }

  static boolean isRetroactive(Policy policy, YearMonth month) {
    return policy
        .limitChangeFor(month)
        .filter(change -> change.mode() == LimitChange.Mode.RETROACTIVE)
        .isPresent();
  }

  /** The last month of the year that is assessed on the business date. */
  static YearMonth lastAssessed(int year, LocalDate businessDate) {
    YearMonth december = YearMonth.of(year, 12);
    YearMonth month = YearMonth.from(businessDate);
    return month.isAfter(december) ? december : month;
  }

  @Override
  public Class<?> configuration() {
    return LimitChangeJobConfiguration.class;
  }
}
