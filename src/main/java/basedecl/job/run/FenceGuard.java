package basedecl.job.run;

import basedecl.ledger.run.Lease;

/** Asked in every transaction that writes: whether this run still holds the lease. */
public final class FenceGuard implements WriteGuard {

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
  @Override
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
  @Override
  public void checkNow() {
    if (!lease.isHeld(fence)) {
      throw new LeaseLostException();
    }
  }

  /** As {@link #check}, where many workers store for the run at once. */
  public void checkTogether() {
    if (!lease.isHeldTogetherUntilCommit(fence)) {
      throw new LeaseLostException();
    }
  }

  /** The number of the lease. */
  public long fence() {
    return fence;
  }

  /** Another run has taken over; this one must not write any more. */
  public static final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLostException() {
      super("The lease has passed to another run");
    }
  }
}
