package basedecl.declaration.procedure;

import java.util.stream.Stream;

/**
 * What a declaration that came in is to its employer's year; the names stand in the ledger. {@link
 * #STAGED} is out of sight until its run publishes.
 */
public enum VersionStanding {
  STAGED,
  CURRENT,
  REPLACED,
  REJECTED;

  /** That of a declaration just checked. */
  public static VersionStanding onArrival(boolean rejected) {
    return rejected ? REJECTED : STAGED;
  }

  /** Of every declaration that is or was its employer's current version. */
  public static Stream<VersionStanding> accepted() {
    return Stream.of(CURRENT, REPLACED);
  }

  /**
   * The verdict of the run that took the declaration in.
   *
   * @param replacedInSameRun whether that run took in the version that replaced it, too
   */
  public Verdict verdict(boolean replacedInSameRun) {
    return switch (this) {
      case REJECTED -> Verdict.REJECTED;
      case REPLACED -> replacedInSameRun ? Verdict.SUPERSEDED : Verdict.ACCEPTED;
      case STAGED, CURRENT -> Verdict.ACCEPTED;
    };
  }
}
