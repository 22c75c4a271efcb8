package basedecl.ledger.review;

import basedecl.declaration.procedure.DeclarationState;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where an employer's declaration of the year stands in its procedure.
 *
 * @param declarationId of the current version, or of the refused one where none was accepted
 * @param version empty where none was accepted
 * @param stateDate the day the state stands for
 * @param declaredOn day on which the first version was accepted
 * @param decidedOn day of the decision on the current version
 * @param confirmedOn day on which the employer confirmed the current version
 * @param opinion the reviewer's words on the current version
 */
public record ProcedureRecord(
    long declarationId,
    String employerCode,
    String employerName,
    String agency,
    Optional<Integer> version,
    DeclarationState state,
    LocalDate stateDate,
    Optional<LocalDate> declaredOn,
    Optional<LocalDate> decidedOn,
    Optional<LocalDate> confirmedOn,
    String opinion) {}
