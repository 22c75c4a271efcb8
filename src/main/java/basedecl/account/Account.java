package basedecl.account;

import basedecl.message.Message;
import basedecl.person.IdNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account as everybody but the check of its password needs it.
 *
 * @param agency the one whose employers a reviewer or auditor sees; empty for all
 * @param employers codes of those that a clerk declares for, in order
 * @param person the number of a person's document
 * @param secondFactor whether one is enrolled
 * @param oneTimeUntil there while the password is a one-time one: until then, exclusive, it may be
 *     used, and only to choose another
 * @param credentialsVersion a session opened under a lower one has ended
 */
public record Account(
    long id,
    SignInName name,
    Role role,
    Optional<String> agency,
    List<String> employers,
    Optional<IdNumber> person,
    State state,
    boolean secondFactor,
    Optional<Instant> oneTimeUntil,
    int credentialsVersion) {

  /** The names stand in the ledger. */
  public enum State {
    ACTIVE,
    /** By an administrator, until one unlocks it; delays after failures are another matter. */
    LOCKED;

    /** Its title in the reader's language. */
    public Message title() {
      return Message.of("account.state." + name());
    }
  }

  public Account {
    employers = List.copyOf(employers);
  }

  public boolean isLocked() {
    return state == State.LOCKED;
  }

  /** Whether the password is a one-time one, after which only a page to choose another opens. */
  public boolean mustChangePassword() {
    return oneTimeUntil.isPresent();
  }

  /** Whether the password is a one-time one that nobody may sign in with any more. */
  public boolean isOneTimePasswordOver(Instant now) {
    return oneTimeUntil.filter(until -> !now.isBefore(until)).isPresent();
  }

  /** Whether it has yet to enrol a second factor before it sees anything. */
  public boolean mustEnrolSecondFactor() {
    return role.needsSecondFactor() && !secondFactor;
  }

  /** Whether it is a clerk of that employer. */
  public boolean declaresFor(String employerCode) {
    return role == Role.CLERK && employers.contains(employerCode);
  }

  /** Whether it is a reviewer or auditor who sees the employers of that agency. */
  public boolean covers(String ofAgency) {
    return role.mayHaveAgency() && agency.map(ofAgency::equals).orElse(true);
  }

  /** Whether it is that person's. */
  public boolean isOf(IdNumber number) {
    return role == Role.PERSON && person.filter(number::equals).isPresent();
  }
}
