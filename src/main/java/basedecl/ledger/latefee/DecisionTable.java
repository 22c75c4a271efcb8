package basedecl.ledger.latefee;

import basedecl.assessment.latefee.AgencyDecision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables of decisions have in common: a decision is taken once. */
final class DecisionTable<D extends AgencyDecision> {

  /** Reads what is a decision's own in a row. */
  interface Reading<D> {
    D decision(ResultSet row) throws SQLException;
  }

  private final JdbcClient jdbc;
  private final String policy;
  private final String table;
  private final Reading<D> reading;

  DecisionTable(JdbcClient jdbc, String policy, String table, Reading<D> reading) {
    this.jdbc = jdbc;
    this.policy = policy;
    this.table = table;
    this.reading = reading;
  }

  /** The record that stands for a line, where one does. */
  Optional<DecisionRecord<D>> before(DecisionRecord<D> line) {
    return jdbc
        .sql(
            select()
                + " WHERE policy = :policy AND (decision_key = :key OR line_key = :line) ORDER BY"
                + " decision_id")
        .param("policy", policy)
        .param("key", line.decisionKey())
        .param("line", line.lineKey())
        .query(rows())
        .list()
        .stream()
        .findFirst();
  }

  long next() {
    return jdbc.sql("SELECT COALESCE(MAX(decision_id), 0) + 1 FROM " + table)
        .query(Long.class)
        .single();
  }

  List<DecisionRecord<D>> where(String condition, String... values) {
    return jdbc.sql(select() + " WHERE policy = ? AND " + condition + " ORDER BY decision_id")
        .param(policy)
        .params(List.of((Object[]) values))
        .query(rows())
        .list();
  }

  /** Those of an employer that nobody took back, in the order taken. */
  List<RevocationLedger.Standing<D>> standing(String employer) {
    return jdbc.sql(
            select()
                + " WHERE policy = ? AND employer_code = ? AND revoked_on IS NULL ORDER BY"
                + " decision_id")
        .param(policy)
        .param(employer)
        .query(
            (row, number) ->
                new RevocationLedger.Standing<>(
                    row.getLong("decision_id"), row.getLong("run_id"), record(row)))
        .list();
  }

  /** Every column, and the day on which a decision was taken back. */
  private String select() {
    return "SELECT d.*, r.revoked_on FROM "
        + table
        + " d LEFT JOIN (SELECT revoked_kind, revoked_id, revoked_on FROM decision_revocation) r ON"
        + " r.revoked_kind = '"
        + table
        + "' AND r.revoked_id = d.decision_id";
  }

  /** Which of the tables this is, as revocations name it. */
  String name() {
    return table;
  }

  private RowMapper<DecisionRecord<D>> rows() {
    return (row, number) -> record(row);
  }

  private DecisionRecord<D> record(ResultSet row) throws SQLException {
    return new DecisionRecord<>(
        reading.decision(row),
        true,
        row.getString("file_path"),
        row.getString("file_sha256"),
        row.getString("sheet"),
        row.getInt("row_no"));
  }
}
