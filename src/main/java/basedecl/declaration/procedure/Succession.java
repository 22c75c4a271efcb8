package basedecl.declaration.procedure;

import basedecl.policy.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of an employer's versions when a declaration without a fault comes in, and when one
 * is approved, and when the agency assesses wages itself. An approved version stays in force until
 * its successor is approved; a successor that is returned, refused or replaced on its way changes
 * nothing. Where no version was approved yet, the newest takes the place of the one before at once.
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

  /**
   * It is the employer's newest version from now on.
   *
   * @param then what stands from now on
   * @param replaced the version whose place it takes
   */
  record Accepted(StandingVersions then, Optional<StandingVersion> replaced) implements Succession {

    /** Whether an approved version stays in force before it. */
    public boolean isPending() {
      return then.pending().isPresent();
    }

    @Override
    public List<Change> changes() {
      List<Change> changes = new ArrayList<>();
      replaced.ifPresent(before -> changes.add(change(before, VersionStanding.REPLACED)));
      then.newest()
          .ifPresent(
              now ->
                  changes.add(
                      change(
                          now, isPending() ? VersionStanding.PENDING : VersionStanding.CURRENT)));
      return List.copyOf(changes);
    }
  }

  /** It is refused: the version in force stays, and is closed to a successor. */
  record Closed(long declaration, StandingVersion current) implements Succession {

    @Override
    public List<Change> changes() {
      return List.of(
          new Change(
              declaration, VersionStanding.REJECTED, DeclarationState.REJECTED, Optional.empty()));
    }
  }

  /** It is approved, and in force from now on in the place of the one before. */
  record Approved(StandingVersion now, StandingVersion replaced) implements Succession {

    @Override
    public List<Change> changes() {
      return List.of(
          change(replaced, VersionStanding.REPLACED), change(now, VersionStanding.CURRENT));
    }
  }

  /**
   * The agency made it after an audit, and it is in force from now on.
   *
   * @param before the version whose place it takes and whose people it has
   * @param returned a correction of that one that was returned
   */
  record Assessed(StandingVersion now, StandingVersion before, Optional<StandingVersion> returned)
      implements Succession {

    @Override
    public List<Change> changes() {
      List<Change> changes = new ArrayList<>();
      returned.ifPresent(version -> changes.add(change(version, VersionStanding.REPLACED)));
      changes.add(change(before, VersionStanding.REPLACED));
      changes.add(change(now, VersionStanding.CURRENT));
      return List.copyOf(changes);
    }
  }

  /**
   * A declaration comes in.
   *
   * @param declaration its number
   * @param until what stood until now
   */
  static Succession of(Population population, long declaration, StandingVersions until) {
    Optional<StandingVersion> current = until.current();
    if (current.isPresent()
        && !DeclarationProcedure.mayHaveSuccessor(population, current.get().state())) {
      return new Closed(declaration, current.get());
    }
    int version = until.newest().map(StandingVersion::version).orElse(0) + 1;
    Optional<StandingVersion> now =
        Optional.of(new StandingVersion(declaration, version, DeclarationState.ACCEPTED));
    return current.filter(c -> DeclarationProcedure.isApproved(c.state())).isPresent()
        ? new Accepted(new StandingVersions(current, now), until.pending())
        : new Accepted(new StandingVersions(now, Optional.empty()), current);
  }

  /** The version on its way is approved; empty where the approved one is in force already. */
  static Optional<Succession> approved(StandingVersions until) {
    return until
        .pending()
        .flatMap(
            pending ->
                until
                    .current()
                    .map(
                        current ->
                            new Approved(
                                new StandingVersion(
                                    pending.declaration(),
                                    pending.version(),
                                    DeclarationState.APPROVED),
                                current)));
  }

  /**
   * The agency assesses wages of the version in force. Empty where there is none, and where a
   * correction is on its way that nobody has decided on: it is approved or returned first, so that
   * nothing the employer sent is passed over.
   *
   * @param declaration the number of the version that is made
   * @param until what stood until now
   */
  static Optional<Assessed> assessed(long declaration, StandingVersions until) {
    boolean undecided = until.undecided().isPresent();
    int version = until.newest().map(StandingVersion::version).orElse(0) + 1;
    return until
        .current()
        .filter(current -> !undecided)
        .map(
            current ->
                new Assessed(
                    new StandingVersion(declaration, version, DeclarationState.ASSESSED),
                    current,
                    until.pending()));
  }

  private static Change change(StandingVersion version, VersionStanding standing) {
    return new Change(
        version.declaration(), standing, version.state(), Optional.of(version.version()));
  }
}
