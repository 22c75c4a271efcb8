package basedecl.settings;

import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.ContributionMonth;
import basedecl.policy.Policy;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The month whose figures a run's sheets state for everybody: that asked for by {@code period},
 * else that of the business date within the contribution year.
 */
public final class SheetMonth {

  private SheetMonth() {}

  public static YearMonth of(JobSettings settings, int year, LocalDate businessDate) {
    return settings
        .month(CommonKeys.PERIOD)
        .orElseGet(() -> ContributionMonth.of(year, businessDate));
  }

  /** The last month in which limits that nobody took up concern a run. */
  public static YearMonth lastConcerned(JobSettings settings, int year, LocalDate businessDate) {
    return ContributionMonth.lastConcerned(of(settings, year, businessDate), businessDate);
  }

  /**
   * Refuses a month outside the year.
   *
   * @throws RefusedException naming both
   */
  public static void check(JobSettings settings, int year) {
    settings.month(CommonKeys.PERIOD).ifPresent(month -> check(month, year));
  }

  /** Likewise for a month that was asked for otherwise. */
  public static void check(YearMonth month, int year) {
    if (month.getYear() != year) {
      throw new RefusedException(
          Message.of("job.period-other-year", month.toString(), Integer.toString(year)));
    }
  }

  /** Refuses a month outside the year, and one of which no limits are known. */
  public static void check(JobSettings settings, Policy policy, LocalDate businessDate) {
    int year = settings.year();
    check(settings, year);
    YearMonth month = of(settings, year, businessDate);
    if (policy.limitsFor(year, month, businessDate).isEmpty()) {
      throw new RefusedException(
          Message.of(
              "job.limits-unknown-in", policy.name(), month.toString(), businessDate.toString()));
    }
  }
}
