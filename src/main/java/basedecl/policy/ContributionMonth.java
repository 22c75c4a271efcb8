package basedecl.policy;

import java.time.LocalDate;
import java.time.YearMonth;

/** The month of a contribution year (费款所属期) that a day stands for. */
public final class ContributionMonth {

  private ContributionMonth() {}

  /** The day's own month; January for a day before the year, December for one after it. */
  public static YearMonth of(int year, LocalDate day) {
    YearMonth month = YearMonth.from(day);
    if (month.getYear() < year) {
      return YearMonth.of(year, 1);
    }
    return month.getYear() > year ? YearMonth.of(year, 12) : month;
  }

  /**
   * The last month in which limits that nobody took up concern sheets of a month: that month, or
   * the day's where it is later.
   */
  public static YearMonth lastConcerned(YearMonth stated, LocalDate day) {
    YearMonth today = of(stated.getYear(), day);
    return stated.isAfter(today) ? stated : today;
  }
}
