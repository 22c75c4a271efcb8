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
            "SELECT * FROM "
                + table
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
    return jdbc.sql(
            "SELECT * FROM "
                + table
                + " WHERE policy = ? AND "
                + condition
                + " ORDER BY decision_id")
        .param(policy)
        .params(List.of((Object[]) values))
        .query(rows())
        .list();
  }

  private RowMapper<DecisionRecord<D>> rows() {
    return (row, number) ->
        new DecisionRecord<>(
            reading.decision(row),
            true,
            row.getString("file_path"),
            row.getString("file_sha256"),
            row.getString("sheet"),
            row.getInt("row_no"));
  }
}
