package basedecl.assessment.latefee;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * An employer's deferred month as known on a day: the contribution is due, but not in arrears until
 * the last day has passed, and no late fee runs before.
 *
 * @param last the decision that holds: the grant, or what prolonged or ended it
 * @param until the last day (inclusive) in force, after a rest day gave way
 */
public record Deferral(DeferralDecision last, LocalDate until) {

  public boolean covers(String employerCode, YearMonth period) {
    return last.employerCode().equals(employerCode)
        && !last.from().isAfter(period)
        && !last.to().isBefore(period);
  }

  /** Whether the month may still be paid without a late fee on {@code day}. */
  public boolean runsOn(LocalDate day) {
    return !day.isAfter(until);
  }
}
