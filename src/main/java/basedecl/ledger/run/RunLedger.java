package basedecl.ledger.run;

import basedecl.ledger.database.ColumnText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The runs: begun, gone on with, ended. */
public final class RunLedger {

  private static final int LONGEST_PATH = 700;

  private final JdbcClient jdbc;

  public RunLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest run of this job, policy and year, if it did not complete. */
  public Optional<RunRecord> unfinished(String job, String policy, int year) {
    return jdbc.sql(
            "SELECT * FROM ledger_run WHERE job = :job AND policy = :policy AND contribution_year ="
                + " :year ORDER BY run_id DESC LIMIT 1")
        .param("job", job)
        .param("policy", policy)
        .param("year", year)
        .query(RunLedger::run)
        .optional()
        .filter(run -> run.state() != RunRecord.State.COMPLETED);
  }

  public RunRecord begin(
      String job, String policy, String policyVersion, int year, LocalDate businessDate) {
    long id =
        jdbc.sql("SELECT COALESCE(MAX(run_id), 0) + 1 FROM ledger_run").query(Long.class).single();
    jdbc.sql(
            "INSERT INTO ledger_run (run_id, job, policy, policy_version, contribution_year,"
                + " business_date, attempt, state, started_at) VALUES (:id, :job, :policy,"
                + " :version, :year, :date, 1, :running, CURRENT_TIMESTAMP(3))")
        .param("id", id)
        .param("job", job)
        .param("policy", policy)
        .param("version", policyVersion)
        .param("year", year)
        .param("date", businessDate)
        .param("running", RunRecord.State.RUNNING.name())
        .update();
    return find(id);
  }

  /** Takes up a run that was cut off, under the settings of today. */
  public RunRecord goOn(RunRecord run, String policyVersion, LocalDate businessDate) {
    jdbc.sql(
            "UPDATE ledger_run SET attempt = attempt + 1, state = :running, policy_version ="
                + " :version, business_date = :date, ended_at = NULL WHERE run_id = :id")
        .param("running", RunRecord.State.RUNNING.name())
        .param("version", policyVersion)
        .param("date", businessDate)
        .param("id", run.runId())
        .update();
    return find(run.runId());
  }

  public void end(long runId, RunRecord.State state) {
    jdbc.sql(
            "UPDATE ledger_run SET state = :state, ended_at = CURRENT_TIMESTAMP(3) WHERE run_id ="
                + " :id")
        .param("state", state.name())
        .param("id", runId)
        .update();
  }

  public RunRecord find(long runId) {
    return lookUp(runId).orElseThrow();
  }

  /** Empty where there is no such run. */
  public Optional<RunRecord> lookUp(long runId) {
    return jdbc.sql("SELECT * FROM ledger_run WHERE run_id = :id")
        .param("id", runId)
        .query(RunLedger::run)
        .optional();
  }

  /**
   * The files of the run, and of the runs of its job, policy and year since the last one before it
   * that wrote this output.
   */
  public Set<Long> filesSinceOutput(RunRecord run, Set<String> outputs) {
    return new HashSet<>(
        jdbc.sql(
                "SELECT f.file_id FROM intake_file f JOIN ledger_run r ON r.run_id = f.run_id WHERE"
                    + " r.job = :job AND r.policy = :policy AND r.contribution_year = :year AND"
                    + " r.run_id <= :run AND r.run_id > (SELECT COALESCE(MAX(w.run_id), 0) FROM"
                    + " ledger_run w JOIN run_artifact a ON a.run_id = w.run_id WHERE w.job = :job"
                    + " AND w.policy = :policy AND w.contribution_year = :year AND w.run_id < :run"
                    + " AND a.direction = :out AND a.path IN (:outputs))")
            .param("job", run.job())
            .param("policy", run.policy())
            .param("year", run.year())
            .param("run", run.runId())
            .param("out", Direction.OUTPUT.name())
            .param("outputs", outputs)
            .query(Long.class)
            .list());
  }

  /** Whether a run of a job wrote just these bytes at a path of its outputs. */
  public boolean isOutput(String job, String path, String sha256) {
    return jdbc.sql(
                "SELECT COUNT(*) FROM run_artifact a JOIN ledger_run r ON r.run_id = a.run_id WHERE"
                    + " a.sha256 = :sha256 AND a.path = :path AND a.direction = :out AND r.job = :job")
            .param("sha256", sha256)
            .param("path", path)
            .param("out", Direction.OUTPUT.name())
            .param("job", job)
            .query(Long.class)
            .single()
        > 0;
  }

  /** The newest runs first. */
  public List<RunRecord> newest(int count) {
    return jdbc.sql("SELECT * FROM ledger_run ORDER BY run_id DESC LIMIT " + count)
        .query(RunLedger::run)
        .list();
  }

  /** Which runs are asked for; an empty part leaves out none. */
  public record Filter(Optional<String> job, Optional<RunRecord.State> state) {

    private String where() {
      return Stream.of(job.map(each -> "job = :job"), state.map(each -> "state = :state"))
          .flatMap(Optional::stream)
          .reduce((one, other) -> one + " AND " + other)
          .map(conditions -> " WHERE " + conditions)
          .orElse("");
    }

    private StatementSpec put(StatementSpec statement) {
      job.ifPresent(name -> statement.param("job", name));
      state.ifPresent(each -> statement.param("state", each.name()));
      return statement;
    }
  }

  public long count(Filter filter) {
    return filter
        .put(jdbc.sql("SELECT COUNT(*) FROM ledger_run" + filter.where()))
        .query(Long.class)
        .single();
  }

  /** The newest of them first, after the first {@code skipped}. */
  public List<RunRecord> newest(Filter filter, long skipped, int count) {
    return filter
        .put(
            jdbc.sql(
                "SELECT * FROM ledger_run"
                    + filter.where()
                    + " ORDER BY run_id DESC LIMIT "
                    + count
                    + " OFFSET "
                    + skipped))
        .query(RunLedger::run)
        .list();
  }

  /** The newest run of each job, policy and year, where it did not complete; the newest first. */
  public List<RunRecord> unfinished() {
    return jdbc.sql(
            "SELECT r.* FROM ledger_run r JOIN (SELECT MAX(run_id) AS run_id FROM ledger_run GROUP"
                + " BY job, policy, contribution_year) newest ON newest.run_id = r.run_id WHERE"
                + " r.state <> :completed ORDER BY r.run_id DESC")
        .param("completed", RunRecord.State.COMPLETED.name())
        .query(RunLedger::run)
        .list();
  }

  /**
   * The run of late-fee whose dues stand, which a later dry run leaves as they are; where none
   * stand, the newest one that completed.
   */
  public Optional<RunRecord> ofDues(String policy, int year) {
    Optional<Long> run =
        jdbc.sql(
                "SELECT run_id FROM monthly_due WHERE policy = :policy AND period LIKE :year LIMIT"
                    + " 1")
            .param("policy", policy)
            .param("year", year + "-%")
            .query(Long.class)
            .optional();
    return run.isPresent()
        ? jdbc.sql("SELECT * FROM ledger_run WHERE run_id = :run")
            .param("run", run.get())
            .query(RunLedger::run)
            .optional()
        : newestCompleted("late-fee", policy, year);
  }

  private Optional<RunRecord> newestCompleted(String job, String policy, int year) {
    return jdbc.sql(
            "SELECT * FROM ledger_run WHERE job = :job AND policy = :policy AND contribution_year ="
                + " :year AND state = :completed ORDER BY run_id DESC LIMIT 1")
        .param("job", job)
        .param("policy", policy)
        .param("year", year)
        .param("completed", RunRecord.State.COMPLETED.name())
        .query(RunLedger::run)
        .optional();
  }

  /** A path as an artifact is remembered by: its end where it is longer than the ledger holds. */
  public static String artifactPath(String path) {
    return ColumnText.endOf(LONGEST_PATH, path);
  }

  /** Remembers a file the run read or wrote with the digest of its bytes. */
  public void artifact(long runId, Direction direction, String whole, String sha256) {
    String path = artifactPath(whole);
    jdbc.sql(
            "DELETE FROM run_artifact WHERE run_id = :run AND direction = :direction AND path ="
                + " :path")
        .param("run", runId)
        .param("direction", direction.name())
        .param("path", path)
        .update();
    jdbc.sql(
            "INSERT INTO run_artifact (run_id, direction, path, sha256) VALUES (:run, :direction,"
                + " :path, :sha256)")
        .param("run", runId)
        .param("direction", direction.name())
        .param("path", path)
        .param("sha256", sha256)
        .update();
  }

  /** Forgets what the run read and wrote under settings that no longer hold. */
  public void forgetArtifacts(long runId) {
    jdbc.sql("DELETE FROM run_artifact WHERE run_id = :run").param("run", runId).update();
  }

  /** Who read files for the run in any of its attempts; nobody where its own process did. */
  public List<String> workersOf(long runId) {
    return jdbc.sql(
            "SELECT DISTINCT worker FROM remote_piece WHERE run_id = :run AND worker IS NOT NULL ORDER"
                + " BY worker")
        .param("run", runId)
        .query(String.class)
        .list();
  }

  /** Which way a file went. */
  public enum Direction {
    INPUT,
    OUTPUT
  }

  /** A file a run read or wrote. */
  public record Artifact(Direction direction, String path, String sha256) {}

  public List<Artifact> artifacts(long runId) {
    return jdbc.sql(
            "SELECT direction, path, sha256 FROM run_artifact WHERE run_id = :run ORDER BY"
                + " direction, path")
        .param("run", runId)
        .query(
            (row, number) ->
                new Artifact(
                    Direction.valueOf(row.getString("direction")),
                    row.getString("path"),
                    row.getString("sha256")))
        .list();
  }

  /** Whether a run read or wrote the file of that path. */
  public boolean hasArtifact(long runId, Direction direction, String whole) {
    return jdbc.sql(
                "SELECT COUNT(*) FROM run_artifact WHERE run_id = :run AND direction = :direction"
                    + " AND path = :path")
            .param("run", runId)
            .param("direction", direction.name())
            .param("path", artifactPath(whole))
            .query(Long.class)
            .single()
        > 0;
  }

  private static RunRecord run(ResultSet row, int number) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new RunRecord(
        row.getLong("run_id"),
        row.getString("job"),
        row.getString("policy"),
        row.getString("policy_version"),
        row.getInt("contribution_year"),
        row.getObject("business_date", LocalDate.class),
        row.getInt("attempt"),
        RunRecord.State.valueOf(row.getString("state")),
        row.getTimestamp("started_at").toLocalDateTime(),
        Optional.ofNullable(ended).map(Timestamp::toLocalDateTime));
  }
}
