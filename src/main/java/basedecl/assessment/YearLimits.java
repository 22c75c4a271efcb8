package basedecl.assessment;

import basedecl.policy.Policy;
import basedecl.policy.rule.PublishedLimits;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The limits of every month of a contribution year for one declaration. The rule (domain 6): a
 * month is assessed by the limits that hold in that month and are known on the business date on
 * which the declaration or its correction arrives. Limits that become known later change nothing by
 * themselves; limit-change takes them up from its month on, and of several the last one counts.
 *
 * @param months January to December; empty where none were known
 */
public record YearLimits(int year, List<Optional<PublishedLimits>> months) {

  public static final int MONTHS = 12;

  public YearLimits {
    months = List.copyOf(months);
  }

  /** As known on a day (inclusive). */
  public static YearLimits knownOn(Policy policy, int year, LocalDate day) {
    List<Optional<PublishedLimits>> months = new ArrayList<>();
    for (YearMonth month : monthsOf(year)) {
      months.add(policy.limitsFor(year, month, day));
    }
    return new YearLimits(year, months);
  }

  /**
   * These limits after others were taken up.
   *
   * @param applied in the order in which they were; months they know no limits of stay
   */
  public YearLimits after(Policy policy, List<LimitsApplied> applied) {
    List<Optional<PublishedLimits>> now = new ArrayList<>(months);
    for (LimitsApplied each : applied) {
      for (YearMonth month : monthsOf(year)) {
        if (!month.isBefore(each.from())) {
          int at = month.getMonthValue() - 1;
          now.set(at, each.in(policy, month).or(() -> now.get(at)));
        }
      }
    }
    return new YearLimits(year, now);
  }

  /** The limits of a month of the year. */
  public Optional<PublishedLimits> in(YearMonth month) {
    return months.get(month.getMonthValue() - 1);
  }

  /** January to December. */
  public static List<YearMonth> monthsOf(int year) {
    List<YearMonth> months = new ArrayList<>();
    for (int month = 1; month <= MONTHS; month++) {
      months.add(YearMonth.of(year, month));
    }
    return months;
  }
}
