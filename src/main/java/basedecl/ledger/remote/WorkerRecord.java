package basedecl.ledger.remote;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A worker as it last told of itself.
 *
 * @param name host, process and its start, as the owner of a lease
 * @param refusedFor in what it differs from the run, in words of {@code remote.differs.*}
 * @param files read for the run to their end, and {@code persons} stored
 * @param filesRate files a second since the beat before
 * @param silentSeconds since it was last heard of, by the ledger's clock
 */
public record WorkerRecord(
    String name,
    int threads,
    State state,
    OptionalLong runId,
    Optional<String> refusedFor,
    long files,
    long persons,
    BigDecimal filesRate,
    BigDecimal personsRate,
    LocalDateTime heartbeatAt,
    long silentSeconds) {

  /** What a worker does; the names stand in the ledger. */
  public enum State {
    WAITING,
    READING,
    REFUSED,
    LEAVING
  }

  /** Without a word for so long a worker is taken for dead: seven beats. */
  public static final int LONGEST_SILENCE_SECONDS = 15;

  public boolean isHeardOf() {
    return silentSeconds <= LONGEST_SILENCE_SECONDS;
  }
}
