package basedecl.ledger.year;

import basedecl.assessment.MonthlyBases;
import basedecl.policy.Policy;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * How a declaration arrived.
 *
 * @param assessedMonth whose limits gave the stored bases
 * @param day the business date of {@code runId}, which took it
 */
public record Arrival(YearMonth assessedMonth, LocalDate day, long runId) {

  /** The bases of its people month by month. */
  public MonthlyBases bases(Policy policy) {
    return MonthlyBases.of(policy, assessedMonth, day);
  }
}
