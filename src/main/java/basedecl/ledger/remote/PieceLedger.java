package basedecl.ledger.remote;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The pieces a run's files are cut into, by the step executions that read them. Whoever begins a
 * piece has its number; who stores of it holds the piece's row until its transaction ends, so that
 * taking a piece back waits for what is being stored and nothing is stored of it afterwards. Only
 * one piece's row is held: those who read others wait for nobody.
 */
public final class PieceLedger {

  /** The number of whoever begins a piece first. */
  public static final int FIRST = 1;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public PieceLedger(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  /**
   * A piece that was begun and not ended.
   *
   * @param leftAt by the ledger's clock
   */
  public record Left(long stepExecutionId, String worker, LocalDateTime leftAt) {}

  public void add(long runId, Collection<Long> stepExecutions) {
    template.batchUpdate(
        "INSERT INTO remote_piece (step_execution_id, run_id, begun) VALUES (?, ?, 0)",
        stepExecutions,
        1_000,
        (statement, id) -> {
          statement.setLong(1, id);
          statement.setLong(2, runId);
        });
  }

  /** True for whoever begins the piece first, and for nobody after. */
  public boolean begin(long stepExecution, String worker) {
    return jdbc.sql(
                "UPDATE remote_piece SET begun = :first, worker = :worker WHERE step_execution_id ="
                    + " :step AND begun = 0")
            .param("first", FIRST)
            .param("worker", worker)
            .param("step", stepExecution)
            .update()
        == 1;
  }

  /**
   * Notes that the piece was left in the middle; whoever began it stores nothing of it any more.
   */
  public void leave(long stepExecution) {
    jdbc.sql(
            "UPDATE remote_piece SET begun = begun + 1, left_at = CURRENT_TIMESTAMP(3) WHERE"
                + " step_execution_id = :step AND left_at IS NULL")
        .param("step", stepExecution)
        .update();
  }

  /** Takes back every piece of the run: waits for what is being stored. */
  public void takeBack(long runId) {
    // By two: one that nobody began is not to look like one that somebody did.
    jdbc.sql("UPDATE remote_piece SET begun = begun + 2 WHERE run_id = :run")
        .param("run", runId)
        .update();
  }

  /** Whether the piece is still with whoever began it first. */
  public boolean isHeld(long stepExecution) {
    return isFirst(number(stepExecution, ""));
  }

  /** As {@link #isHeld}, and so it stays until the caller's transaction has ended. */
  public boolean isHeldUntilCommit(long stepExecution) {
    return isFirst(number(stepExecution, " FOR UPDATE"));
  }

  private static boolean isFirst(Optional<Integer> number) {
    return number.isPresent() && number.get() == FIRST;
  }

  private Optional<Integer> number(long stepExecution, String lock) {
    return jdbc.sql("SELECT begun FROM remote_piece WHERE step_execution_id = :step" + lock)
        .param("step", stepExecution)
        .query(Integer.class)
        .optional();
  }

  /** Those of these pieces that were left in the middle. */
  public List<Left> left(Collection<Long> stepExecutions) {
    if (stepExecutions.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "SELECT step_execution_id, worker, left_at FROM remote_piece WHERE left_at IS NOT NULL AND"
                + " step_execution_id IN (:steps) ORDER BY step_execution_id")
        .param("steps", stepExecutions)
        .query(
            (row, number) ->
                new Left(
                    row.getLong("step_execution_id"),
                    Optional.ofNullable(row.getString("worker")).orElse(""),
                    row.getTimestamp("left_at").toLocalDateTime()))
        .list();
  }

  /** How often pieces of the run were begun or taken back. */
  public long begun(long runId) {
    return jdbc.sql("SELECT COALESCE(SUM(begun), 0) FROM remote_piece WHERE run_id = :run")
        .param("run", runId)
        .query(Long.class)
        .single();
  }

  /** Forgets the pieces of all runs before this one. */
  public void forgetBefore(long runId) {
    jdbc.sql("DELETE FROM remote_piece WHERE run_id < :run").param("run", runId).update();
  }
}
