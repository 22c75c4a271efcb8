package basedecl.ledger.review;

import basedecl.declaration.procedure.DeclarationDeadline.Course;
import basedecl.declaration.procedure.DeclarationState;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where an employer's declaration of the year stands in its procedure.
 *
 * @param declarationId of the newest version, or of the refused one where none was accepted
 * @param version empty where none was accepted
 * @param stateDate the day the state stands for
 * @param course when the employer declared and submitted its materials first
 * @param opinion the reviewer's words on the newest version
 * @param inForce the approved version in whose place the newest one is to come
 */
public record ProcedureRecord(
    long declarationId,
    String employerCode,
    String employerName,
    String agency,
    Optional<Integer> version,
    DeclarationState state,
    LocalDate stateDate,
    Course course,
    String opinion,
    Optional<InForce> inForce) {

  /**
   * An approved version that stays in force until another is approved.
   *
   * @param opinion why it was reopened, or what was said when it was approved
   */
  public record InForce(int version, DeclarationState state, String opinion) {}
}
