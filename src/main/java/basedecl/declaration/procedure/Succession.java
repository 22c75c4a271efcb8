package basedecl.declaration.procedure;

import basedecl.policy.Population;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a declaration without a fault that comes in for an employer: it is the first
 * version, or the next one in the place of the current, or it is refused because the current one is
 * closed ({@link DeclarationProcedure#mayBeReplaced}).
 */
public sealed interface Succession {

  /**
   * What a declaration becomes.
   *
   * @param version empty where it never becomes one
   */
  record Change(
      long declaration,
      VersionStanding standing,
      DeclarationState state,
      Optional<Integer> version) {}

  /** Every change that follows, in order. */
  List<Change> changes();

  /** It is the employer's current version from now on. */
  record Accepted(CurrentVersion now, Optional<CurrentVersion> replaced) implements Succession {

    @Override
    public List<Change> changes() {
      Change current =
          new Change(
              now.declaration(), VersionStanding.CURRENT, now.state(), Optional.of(now.version()));
      return replaced
          .map(
              before ->
                  List.of(
                      new Change(
                          before.declaration(),
                          VersionStanding.REPLACED,
                          before.state(),
                          Optional.of(before.version())),
                      current))
          .orElse(List.of(current));
    }
  }

  /** It is refused: the current version stays. */
  record Closed(long declaration, CurrentVersion current) implements Succession {

    @Override
    public List<Change> changes() {
      return List.of(
          new Change(
              declaration, VersionStanding.REJECTED, DeclarationState.REJECTED, Optional.empty()));
    }
  }

  /**
   * @param declaration number of the one that comes in
   * @param current the employer's version until now
   */
  static Succession of(Population population, long declaration, Optional<CurrentVersion> current) {
    if (current.isPresent()
        && !DeclarationProcedure.mayBeReplaced(population, current.get().state())) {
      return new Closed(declaration, current.get());
    }
    int version = current.map(CurrentVersion::version).orElse(0) + 1;
    return new Accepted(
        new CurrentVersion(declaration, version, DeclarationState.ACCEPTED), current);
  }
}
