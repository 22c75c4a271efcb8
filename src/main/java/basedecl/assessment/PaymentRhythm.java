package basedecl.assessment;

import java.time.YearMonth;

/** How often a flexible worker pays: 按月, 按季, 按半年, 按年. */
public enum PaymentRhythm {
  MONTHLY(1),
  QUARTERLY(3),
  HALF_YEARLY(6),
  YEARLY(12);

  private final int months;

  PaymentRhythm(int months) {
    this.months = months;
  }

  public int months() {
    return months;
  }

  /** The last month of the calendar span of this rhythm that {@code month} lies in. */
  YearMonth endOfSpan(YearMonth month) {
    int span = (month.getMonthValue() - 1) / months;
    return YearMonth.of(month.getYear(), (span + 1) * months);
  }
}
