package basedecl.account;

import java.time.Instant;
import java.util.Optional;

/**
 * Failed attempts to sign in, of one name or from one address.
 *
 * @param count those since the last success, or since they were forgotten
 * @param last the instant of the last one; empty without any
 */
public record Failures(int count, Optional<Instant> last) {

  public static final Failures NONE = new Failures(0, Optional.empty());

  public static Failures of(int count, Instant last) {
    return new Failures(count, Optional.of(last));
  }
}
