package basedecl.ledger.audit;

import basedecl.audit.OutcomeKind;
import java.util.Optional;

/**
 * An employer in the order in which auditors look.
 *
 * @param rank from 1, among all that the audit found
 * @param agency empty where the roster does not name one
 * @param signals how many stand
 * @param fresh how many of them the audit before had not found
 * @param cleared how many the audit before had found that stand no more
 * @param outcome the newest; empty while nothing came of the audit
 */
public record RankedEmployer(
    int rank,
    AuditedEmployer employer,
    String agency,
    int signals,
    int fresh,
    int cleared,
    Optional<OutcomeKind> outcome) {}
