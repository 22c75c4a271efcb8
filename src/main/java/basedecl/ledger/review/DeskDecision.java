package basedecl.ledger.review;

import basedecl.declaration.procedure.Decision;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A decision that a reviewer took in the desk, on one version of a declaration.
 *
 * @param opinion why, in the words that the employer reads
 * @param by the sign-in name of who took it
 * @param run that used it, or could not
 * @param undone by whom and when, where it was taken back
 */
public record DeskDecision(
    long id,
    long declarationId,
    String employerCode,
    int version,
    Decision decision,
    String opinion,
    String by,
    Instant at,
    Standing standing,
    OptionalLong run,
    Optional<Undone> undone) {

  /** What became of it. The names stand in the ledger. */
  public enum Standing {
    /** No run has used it yet; it can be undone. */
    WAITING,
    USED,
    /** A run could not use it; a finding of that run says why. */
    REFUSED,
    UNDONE
  }

  /** Who took it back. */
  public record Undone(String by, Instant at) {}
}
