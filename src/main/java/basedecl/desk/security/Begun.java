package basedecl.desk.security;

import java.time.Instant;
import java.util.Optional;

/**
 * A sign-in under way: the password was right, and something is still asked for. It stands in the
 * session and opens no page but those that ask.
 *
 * @param credentialsVersion of the account when it began
 * @param since when the last step was done
 * @param proved whether the second factor was given
 * @param counted attempts counted as failed that were right, to be taken back at the end
 * @param byCode what the attempt was counted under that a one-time code began; empty for a password
 * @param to where to go at the end
 */
public record Begun(
    long account,
    int credentialsVersion,
    Instant since,
    boolean proved,
    int counted,
    Optional<String> byCode,
    String to) {

  /** The code was right. */
  public Begun withProof() {
    return new Begun(account, credentialsVersion, since, true, counted + 1, byCode, to);
  }

  /** A second factor was enrolled, and proved by that. */
  public Begun withEnrolment() {
    return new Begun(account, credentialsVersion, since, true, counted, byCode, to);
  }
}
