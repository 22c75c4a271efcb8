package basedecl.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * When somebody may try to sign in again (ASVS 5.0, 6.3.1): after a few failures at once, then
 * after a wait that doubles with each failure, then after a lock; by name and by address, whichever
 * is later. A lock ends by itself, so that nobody can keep another out for good by failing in its
 * name; the first failure after it locks again.
 */
public record SignInDelay(Steps byName, Steps byAddress) {

  /** Behind one address a whole town hall may sit: it fails more often before it waits. */
  public static final SignInDelay DEFAULT =
      new SignInDelay(
          new Steps(3, Duration.ofSeconds(2), 10, Duration.ofMinutes(30), Duration.ofHours(24)),
          new Steps(20, Duration.ofSeconds(1), 100, Duration.ofMinutes(30), Duration.ofHours(24)));

  /**
   * How failures of one source are answered.
   *
   * @param free so many bring no wait
   * @param first the wait after the next one; it doubles with each more, up to {@code lock}
   * @param lockAfter from so many on, each failure locks
   * @param lock how long
   * @param forgetAfter failures are forgotten so long after the last one
   */
  public record Steps(
      int free, Duration first, int lockAfter, Duration lock, Duration forgetAfter) {

    private static final int MOST_DOUBLINGS = 20;

    public Steps {
      if (free < 0 || lockAfter <= free || first.isNegative() || forgetAfter.compareTo(lock) < 0) {
        throw new IllegalArgumentException("Delays that do not grow");
      }
    }

    /** From when on one more attempt is allowed, inclusive, and whether until then it is locked. */
    Verdict after(Failures failures, Instant now) {
      if (failures.last().isEmpty() || isForgotten(failures, now)) {
        return new Verdict(Instant.MIN, false);
      }
      Instant last = failures.last().get();
      if (failures.count() >= lockAfter) {
        return new Verdict(last.plus(lock), true);
      }
      int waits = failures.count() - free;
      return new Verdict(waits < 1 ? Instant.MIN : last.plus(wait(waits)), false);
    }

    private Duration wait(int waits) {
      Duration wait = first.multipliedBy(1L << Math.min(waits - 1, MOST_DOUBLINGS));
      return wait.compareTo(lock) > 0 ? lock : wait;
    }

    private boolean isForgotten(Failures failures, Instant now) {
      return failures.last().map(last -> !now.isBefore(last.plus(forgetAfter))).orElse(true);
    }
  }

  /**
   * The answer to an attempt.
   *
   * @param allowedAt from then on, inclusive; {@link Instant#MIN} where nothing is in the way
   * @param locked whether that is the end of a lock rather than of a wait
   */
  public record Verdict(Instant allowedAt, boolean locked) {

    public boolean isAllowed(Instant now) {
      return !now.isBefore(allowedAt);
    }

    /** How long is to wait, in whole seconds, rounded up; nought where nothing is in the way. */
    public long seconds(Instant now) {
      return isAllowed(now) ? 0 : Duration.between(now, allowedAt).plusMillis(999).toSeconds();
    }
  }

  /** Whether somebody may try at {@code now}, and if not, when. */
  public Verdict verdict(Failures ofName, Failures ofAddress, Instant now) {
    return Stream.of(byName.after(ofName, now), byAddress.after(ofAddress, now))
        .max(Comparator.comparing(Verdict::allowedAt).thenComparing(Verdict::locked))
        .orElseThrow();
  }

  /**
   * What stands for an address: itself, or of an IPv6 one, written in full as Java does, its first
   * four groups, since a household or a host has all the others to itself.
   */
  public static String sourceOf(String address) {
    String[] groups = address.split(":", -1);
    return groups.length == 8
        ? String.join(":", groups[0], groups[1], groups[2], groups[3]) + "::/64"
        : address;
  }
}
