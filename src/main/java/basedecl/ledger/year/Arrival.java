package basedecl.ledger.year;

import basedecl.assessment.MonthlyBases;
import basedecl.policy.Policy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * How a declaration arrived.
 *
 * @param assessedMonth whose limits gave the stored bases
 * @param day the business date of {@code runId}, which took it
 * @param known the limits as that run knew them; empty for one that did not note them, which the
 *     policy answers for
 */
public record Arrival(
    YearMonth assessedMonth, LocalDate day, long runId, Optional<RunLimitsLedger.Known> known) {

  /** The bases of its people month by month. */
  public MonthlyBases bases(Policy policy) {
    return known
        .map(limits -> new MonthlyBases(assessedMonth, limits.limits(), policy.rounding()))
        .orElseGet(() -> MonthlyBases.of(policy, assessedMonth, day));
  }
}
