package basedecl.job.worker;

import basedecl.job.run.FenceGuard;
import basedecl.job.run.WriteGuard;
import basedecl.ledger.remote.PieceLedger;

/**
 * Whether a worker may still store of its piece: the piece is its own and the run's lease holds.
 * The piece's row is asked for first and the lease last, everywhere in this order.
 */
final class PieceGuard implements WriteGuard {

  private final PieceLedger pieces;
  private final FenceGuard fence;
  private final long stepExecution;

  PieceGuard(PieceLedger pieces, FenceGuard fence, long stepExecution) {
    this.pieces = pieces;
    this.fence = fence;
    this.stepExecution = stepExecution;
  }

  @Override
  public void checkNow() {
    check(pieces.isHeld(stepExecution));
    fence.checkNow();
  }

  @Override
  public void check() {
    check(pieces.isHeldUntilCommit(stepExecution));
    fence.checkTogether();
  }

  private static void check(boolean held) {
    if (!held) {
      throw new PieceTakenBackException();
    }
  }

  /** The piece was given to another, or the run waits for it no more. */
  static final class PieceTakenBackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PieceTakenBackException() {
      super("The piece was taken back");
    }
  }
}
