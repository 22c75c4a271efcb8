package basedecl.policy;

import basedecl.policy.rule.Citation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Until when somebody who pays alone pays an instalment, and by which ways, from a month on
 * (inclusive).
 *
 * @param day of that month, inclusive; its last day where the month is shorter
 * @param channel how people pay, as the region tells them; empty where it does not
 */
public record InstalmentRule(
    YearMonth from, PaidIn paidIn, int day, Optional<String> channel, Citation citation) {

  /** In which month of the span an instalment is paid. */
  public enum PaidIn {
    FIRST_MONTH,
    LAST_MONTH
  }

  /** The last day to pay for the months from {@code first} to {@code last}, both inclusive. */
  public LocalDate lastDay(YearMonth first, YearMonth last) {
    YearMonth month = paidIn == PaidIn.FIRST_MONTH ? first : last;
    return month.atDay(Math.min(day, month.lengthOfMonth()));
  }
}
