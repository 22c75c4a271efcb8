package basedecl.ledger.audit;

import basedecl.audit.signal.TaxComparison;
import java.util.Optional;

/**
 * An employer as an audit knew it.
 *
 * @param persons declared
 * @param atLower those of them at the lower limit
 * @param flagged by the 70 % rule
 * @param tax empty where there was no tax file
 */
public record AuditedEmployer(
    String employerCode,
    String employerName,
    long persons,
    long atLower,
    boolean flagged,
    Optional<TaxComparison> tax) {}
