package basedecl.ledger.run;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** One night's run of a job. A run that was cut off keeps its number when it goes on. */
public record RunRecord(
    long runId,
    String job,
    String policy,
    String policyVersion,
    int year,
    LocalDate businessDate,
    int attempt,
    State state,
    LocalDateTime startedAt,
    Optional<LocalDateTime> endedAt) {

  /** The names stand in the ledger. RUNNING also stands for a run whose process was killed. */
  public enum State {
    RUNNING,
    COMPLETED,
    STOPPED,
    FAILED
  }
}
