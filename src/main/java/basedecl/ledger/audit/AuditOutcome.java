package basedecl.ledger.audit;

import basedecl.audit.OutcomeKind;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * What came of an audit at an employer, as it was recorded.
 *
 * @param number grows with each that is recorded
 * @param day the business date
 * @param note what the employer handed in or said; what an assessment rests on
 * @param declaration the version that an assessment made; empty for the other kinds
 */
public record AuditOutcome(
    long number,
    String employerCode,
    OutcomeKind kind,
    LocalDate day,
    RecordedBy by,
    String note,
    OptionalLong declaration) {}
