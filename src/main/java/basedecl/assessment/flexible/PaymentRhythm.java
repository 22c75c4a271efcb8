package basedecl.assessment.flexible;

import java.time.YearMonth;

/** How often a flexible worker pays: 按月, 按季, 按半年, 按年. */
public enum PaymentRhythm {
  MONTHLY(1, "按月"),
  QUARTERLY(3, "按季"),
  HALF_YEARLY(6, "按半年"),
  YEARLY(12, "按年");

  private final int months;
  private final String title;

  PaymentRhythm(int months, String title) {
    this.months = months;
    this.title = title;
  }

  public int months() {
    return months;
  }

  /** The word in workbooks. */
  public String title() {
    return title;
  }

  /** The last month of the calendar span of this rhythm that {@code month} lies in. */
  public YearMonth endOfSpan(YearMonth month) {
    int span = (month.getMonthValue() - 1) / months;
    return YearMonth.of(month.getYear(), (span + 1) * months);
  }
}
