package basedecl.desk.open;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds how often somebody without an account asks: each address so many times in a while, and all
 * of them together. Whoever asked too often may ask again when the while is over.
 */
final class Tries {

  /** How long tries are counted. */
  static final Duration WHILE = Duration.ofMinutes(10);

  private final int ofOne;
  private final int ofAll;
  private final InstantSource clock;

  /** Counts since {@link #since}; never more entries than {@link #ofAll}. */
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  private Instant since = Instant.EPOCH;
  private int all;

  /**
   * @param ofOne tries of one address in {@link #WHILE}
   * @param ofAll tries of all addresses in {@link #WHILE}
   */
  Tries(int ofOne, int ofAll, InstantSource clock) {
    this.ofOne = ofOne;
    this.ofAll = ofAll;
    this.clock = clock;
  }

  /** Counts a try, and says whether it is within bounds. */
  synchronized boolean admits(String address) {
    Instant now = clock.instant();
    if (!now.isBefore(since.plus(WHILE)) || now.isBefore(since)) {
      counts.clear();
      all = 0;
      since = now;
    }
    int already = counts.getOrDefault(address, 0);
    if (already >= ofOne || all >= ofAll) {
      return false;
    }
    counts.put(address, already + 1);
    all++;
    return true;
  }
}
