package basedecl.ledger.intake;

import basedecl.declaration.procedure.Verdict;
import java.util.Optional;

/**
 * A file a run took from the inbox. {@code path} is its place within the inbox, {@code claimedName}
 * its name in the work folder, {@code modifiedAt} its modification time in milliseconds.
 */
public record IntakeFile(
    long fileId,
    long runId,
    int sequence,
    String path,
    String claimedName,
    long size,
    long modifiedAt,
    Optional<String> sha256,
    State state,
    Optional<Verdict> verdict,
    long rowsRead,
    long rowsAccepted,
    long rowsRejected) {

  /**
   * How far the file has come; the names stand in the ledger, where a file that was moved stands as
   * CLAIMING still: that it is claimed is marked once for the run.
   */
  public enum State {
    /** Written down, perhaps not moved yet. */
    CLAIMING,
    CLAIMED,
    /** Read, checked and stored. */
    STORED,
    /** It has its verdict. */
    DONE
  }
}
