package basedecl.ledger.remote;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The workers there are, each with a row of its own that it keeps up to date. */
public final class WorkerLedger {

  private static final int DAY_SECONDS = 86_400;

  private static final String ALL =
      "SELECT w.*, CURRENT_TIMESTAMP(3) AS now_is FROM worker w WHERE heartbeat_at IS NOT NULL";

  private final JdbcClient jdbc;

  public WorkerLedger(JdbcTemplate template) {
    this.jdbc = JdbcClient.create(template);
  }

  /**
   * What a worker tells of itself.
   *
   * @param filesRate a second since the beat before
   */
  public record Beat(
      String name,
      int threads,
      WorkerRecord.State state,
      OptionalLong runId,
      Optional<String> refusedFor,
      long files,
      long persons,
      BigDecimal filesRate,
      BigDecimal personsRate) {}

  public void beat(Beat beat) {
    int there =
        put(
            "UPDATE worker SET threads = :threads, state = :state, run_id = :run, refused_for ="
                + " :refused, files = :files, persons = :persons, files_rate = :filesRate,"
                + " persons_rate = :personsRate, heartbeat_at = CURRENT_TIMESTAMP(3) WHERE worker ="
                + " :name",
            beat);
    if (there == 0) {
      put(
          "INSERT INTO worker (worker, threads, state, run_id, refused_for, files, persons,"
              + " files_rate, persons_rate, heartbeat_at) VALUES (:name, :threads, :state, :run,"
              + " :refused, :files, :persons, :filesRate, :personsRate, CURRENT_TIMESTAMP(3))",
          beat);
    }
  }

  private int put(String sql, Beat beat) {
    return jdbc.sql(sql)
        .param("name", beat.name())
        .param("threads", beat.threads())
        .param("state", beat.state().name())
        .param("run", beat.runId().isPresent() ? beat.runId().getAsLong() : null)
        .param("refused", beat.refusedFor().orElse(null))
        .param("files", beat.files())
        .param("persons", beat.persons())
        .param("filesRate", beat.filesRate())
        .param("personsRate", beat.personsRate())
        .update();
  }

  /** A worker that ends in good order leaves no row. */
  public void leave(String name) {
    jdbc.sql("DELETE FROM worker WHERE worker = :name").param("name", name).update();
  }

  /** All of them, those that were not heard of for long as well. */
  public List<WorkerRecord> all() {
    return jdbc.sql(ALL + " ORDER BY worker").query(WorkerLedger::worker).list();
  }

  public Optional<WorkerRecord> find(String name) {
    return jdbc.sql(ALL + " AND worker = :name")
        .param("name", name)
        .query(WorkerLedger::worker)
        .optional();
  }

  /** How many people the workers have stored for the run: grows while any of them does. */
  public long persons(long runId) {
    return jdbc.sql("SELECT COALESCE(SUM(persons), 0) FROM worker WHERE run_id = :run")
        .param("run", runId)
        .query(Long.class)
        .single();
  }

  /** Forgets workers that were not heard of for a day. */
  public void forgetSilent() {
    all().stream()
        .filter(worker -> worker.silentSeconds() > DAY_SECONDS)
        .forEach(worker -> leave(worker.name()));
  }

  private static WorkerRecord worker(ResultSet row, int number) throws SQLException {
    long run = row.getLong("run_id");
    OptionalLong runId = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(run);
    Timestamp beat = row.getTimestamp("heartbeat_at");
    LocalDateTime heartbeat = beat.toLocalDateTime();
    long silent =
        java.time.Duration.between(heartbeat, row.getTimestamp("now_is").toLocalDateTime())
            .toSeconds();
    return new WorkerRecord(
        row.getString("worker"),
        row.getInt("threads"),
        WorkerRecord.State.valueOf(row.getString("state")),
        runId,
        Optional.ofNullable(row.getString("refused_for")),
        row.getLong("files"),
        row.getLong("persons"),
        row.getBigDecimal("files_rate"),
        row.getBigDecimal("persons_rate"),
        heartbeat,
        silent);
  }
}
