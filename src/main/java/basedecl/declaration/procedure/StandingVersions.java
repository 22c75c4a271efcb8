package basedecl.declaration.procedure;

import java.util.Optional;

/**
 * What stands of an employer's declaration of a year.
 *
 * @param current the version in force; empty where none was accepted yet
 * @param pending the version that takes its place once it is approved; there is one only while an
 *     approved version is in force
 */
public record StandingVersions(
    Optional<StandingVersion> current, Optional<StandingVersion> pending) {

  public static final StandingVersions NONE =
      new StandingVersions(Optional.empty(), Optional.empty());

  /** A correction on its way that was neither approved nor returned yet. */
  public Optional<StandingVersion> undecided() {
    return pending.filter(version -> version.state() != DeclarationState.RETURNED);
  }

  /** The version that review and confirmation work on. */
  public Optional<StandingVersion> newest() {
    return pending.or(() -> current);
  }
}
