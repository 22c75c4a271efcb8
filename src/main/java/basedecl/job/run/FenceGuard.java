package basedecl.job.run;

import basedecl.ledger.run.Lease;

/** Asked in every transaction that writes: whether this run still holds the lease. */
public final class FenceGuard {

  private final Lease lease;
  private final long fence;

  public FenceGuard(Lease lease, long fence) {
    this.lease = lease;
    this.fence = fence;
  }

  /**
   * Passes while the lease is ours, and keeps it so until the transaction ends: the last thing a
   * transaction does.
   *
   * @throws LeaseLostException when another run has taken over
   */
  public void check() {
    if (!lease.isHeldUntilCommit(fence)) {
      throw new LeaseLostException();
    }
  }

  /**
   * Passes while the lease is ours; for what is done to files, which no transaction holds together.
   *
   * @throws LeaseLostException when another run has taken over
   */
  public void checkNow() {
    if (!lease.isHeld(fence)) {
      throw new LeaseLostException();
    }
  }

  /** Another run has taken over; this one must not write any more. */
  public static final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLostException() {
      super("The lease has passed to another run");
    }
  }
}
