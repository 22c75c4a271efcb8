package basedecl.ledger.review;

import basedecl.declaration.procedure.Decision;
import basedecl.ledger.database.ColumnText;
import basedecl.ledger.database.Instants;
import basedecl.ledger.review.DeskDecision.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decisions taken in the desk. One waits for a declaration at most, which the table holds by a
 * unique column: of two reviewers who decide at the same moment one is told. What a run used, or
 * somebody undid, stays as it is.
 */
public final class DecisionLedger {

  /** Characters that an opinion has room for. */
  public static final int LONGEST_OPINION = 1_000;

  private static final String SELECT =
      "SELECT x.*, d.employer_code, COALESCE(d.version, 0) AS of_version FROM desk_decision x JOIN"
          + " declaration d ON d.declaration_id = x.declaration_id ";

  private final JdbcClient jdbc;

  public DecisionLedger(JdbcTemplate template) {
    this.jdbc = JdbcClient.create(template);
  }

  /** A decision to be kept. */
  public record Taken(
      long declarationId, Decision decision, String opinion, long account, String by, Instant at) {}

  /**
   * Keeps a decision until a run uses it.
   *
   * @return false where one waits for the declaration already; nothing is changed then
   */
  public boolean add(Taken taken) {
    try {
      jdbc.sql(
              "INSERT INTO desk_decision (declaration_id, waiting_for, decision, opinion, account_id,"
                  + " account_name, decided_at, standing) VALUES (:declaration, :declaration,"
                  + " :decision, :opinion, :account, :name, :at, 'WAITING')")
          .param("declaration", taken.declarationId())
          .param("decision", taken.decision().name())
          .param("opinion", ColumnText.atMost(LONGEST_OPINION, taken.opinion()))
          .param("account", taken.account())
          .param("name", taken.by())
          .param("at", Instants.column(taken.at()))
          .update();
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  /** What no run has used yet, in the order in which it was decided. */
  public List<DeskDecision> waiting(ProcedureLedger.Scope scope) {
    return jdbc.sql(
            SELECT
                + "WHERE x.waiting_for IS NOT NULL AND d.policy = :policy AND d.contribution_year ="
                + " :year AND d.population = :population ORDER BY x.decision_id")
        .param("policy", scope.policy())
        .param("year", scope.year())
        .param("population", scope.population().name())
        .query(DecisionLedger::decision)
        .list();
  }

  /** The one that waits for a declaration. */
  public Optional<DeskDecision> waitingFor(long declarationId) {
    return jdbc.sql(SELECT + "WHERE x.waiting_for = :declaration")
        .param("declaration", declarationId)
        .query(DecisionLedger::decision)
        .optional();
  }

  /** Those that wait for any of these declarations, one at least. */
  public List<DeskDecision> waitingFor(Collection<Long> declarationIds) {
    return jdbc.sql(SELECT + "WHERE x.waiting_for IN (:declarations)")
        .param("declarations", declarationIds)
        .query(DecisionLedger::decision)
        .list();
  }

  /** Every decision on any version of an employer's declaration, the newest first. */
  public List<DeskDecision> ofEmployer(ProcedureLedger.Scope scope, String employerCode) {
    return jdbc.sql(
            SELECT
                + "WHERE d.policy = :policy AND d.contribution_year = :year AND d.population ="
                + " :population AND d.employer_code = :employer ORDER BY x.decision_id DESC")
        .param("policy", scope.policy())
        .param("year", scope.year())
        .param("population", scope.population().name())
        .param("employer", employerCode)
        .query(DecisionLedger::decision)
        .list();
  }

  public Optional<DeskDecision> find(long decisionId) {
    return jdbc.sql(SELECT + "WHERE x.decision_id = :id")
        .param("id", decisionId)
        .query(DecisionLedger::decision)
        .optional();
  }

  /** The last one that moved a declaration on. */
  public Optional<DeskDecision> lastUsed(long declarationId) {
    return jdbc.sql(
            SELECT
                + "WHERE x.declaration_id = :declaration AND x.standing = 'USED' ORDER BY"
                + " x.decision_id DESC LIMIT 1")
        .param("declaration", declarationId)
        .query(DecisionLedger::decision)
        .optional();
  }

  /** How many a run carried out. */
  public int usedBy(long runId) {
    return jdbc.sql("SELECT COUNT(*) FROM desk_decision WHERE run_id = :run AND standing = 'USED'")
        .param("run", runId)
        .query(Integer.class)
        .single();
  }

  /**
   * A run takes a decision, in its own transaction, before anything follows from it.
   *
   * @return false where somebody undid it meanwhile
   */
  public boolean use(long decisionId, long runId) {
    return jdbc.sql(
                "UPDATE desk_decision SET standing = 'USED', run_id = :run, waiting_for = NULL WHERE"
                    + " decision_id = :id AND standing = 'WAITING'")
            .param("run", runId)
            .param("id", decisionId)
            .update()
        == 1;
  }

  /** The run that took a decision could not use it. */
  public void refuse(long decisionId, long runId) {
    jdbc.sql(
            "UPDATE desk_decision SET standing = 'REFUSED' WHERE decision_id = :id AND run_id = :run")
        .param("id", decisionId)
        .param("run", runId)
        .update();
  }

  /**
   * Takes a decision back.
   *
   * @return false where a run has used it, or it was undone before
   */
  public boolean undo(long decisionId, String by, Instant at) {
    return jdbc.sql(
                "UPDATE desk_decision SET standing = 'UNDONE', undone_by = :by, undone_at = :at,"
                    + " waiting_for = NULL WHERE decision_id = :id AND standing = 'WAITING'")
            .param("by", by)
            .param("at", Instants.column(at))
            .param("id", decisionId)
            .update()
        == 1;
  }

  private static DeskDecision decision(ResultSet row, int number) throws SQLException {
    long run = row.getLong("run_id");
    OptionalLong usedBy = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(run);
    Optional<String> undoneBy = Optional.ofNullable(row.getString("undone_by"));
    Optional<Instant> undoneAt = Instants.of(row, "undone_at");
    return new DeskDecision(
        row.getLong("decision_id"),
        row.getLong("declaration_id"),
        row.getString("employer_code"),
        row.getInt("of_version"),
        Decision.valueOf(row.getString("decision")),
        row.getString("opinion"),
        row.getString("account_name"),
        Instants.of(row, "decided_at").orElseThrow(),
        Standing.valueOf(row.getString("standing")),
        usedBy,
        undoneBy.flatMap(by -> undoneAt.map(at -> new DeskDecision.Undone(by, at))));
  }
}
