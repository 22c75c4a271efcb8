package basedecl.ledger.year;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * How a declaration came into the ledger.
 *
 * @param sha256 digest of the file its people stood in
 * @param runId the run that took it, on {@code businessDate}, under {@code policyVersion}
 * @param assessedMonth whose limits and rates it was assessed with
 * @param stateDate since when it is in its state
 */
public record DeclarationOrigin(
    String sha256,
    long runId,
    LocalDate businessDate,
    String policyVersion,
    YearMonth assessedMonth,
    LocalDate stateDate) {}
