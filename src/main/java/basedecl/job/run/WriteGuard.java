package basedecl.job.run;

/** Whether what was read may still be stored. */
public interface WriteGuard {

  /**
   * Passes while it may be.
   *
   * @throws FenceGuard.LeaseLostException when another run has taken over
   */
  void checkNow();

  /** As {@link #checkNow}, and so it stays until the transaction ends: the last thing it does. */
  void check();
}
