package basedecl.declaration.procedure;

import java.util.stream.Stream;

/**
 * What a declaration that came in is to its employer's year; the names stand in the ledger. {@link
 * #STAGED} is out of sight until its run publishes; {@link #CURRENT} is in force; {@link #PENDING}
 * was accepted while an approved one is in force, and takes its place once it is approved.
 */
public enum VersionStanding {
  STAGED,
  CURRENT,
  PENDING,
  REPLACED,
  REJECTED;

  /** That of a declaration just checked. */
  public static VersionStanding onArrival(boolean rejected) {
    return rejected ? REJECTED : STAGED;
  }

  /** Of every declaration that was accepted: in force, on its way, or replaced. */
  public static Stream<VersionStanding> accepted() {
    return Stream.of(CURRENT, PENDING, REPLACED);
  }

  /** Of the declarations that stand ({@link StandingVersions}). */
  public static Stream<VersionStanding> standing() {
    return Stream.of(CURRENT, PENDING);
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
      case STAGED, CURRENT, PENDING -> Verdict.ACCEPTED;
    };
  }
}
