package basedecl.ledger.latefee;

import basedecl.assessment.latefee.AgencyDecision;
import basedecl.assessment.latefee.AgencyDecision.Since;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lines that take decisions of the agency back, each once; the decisions stay. */
public final class RevocationLedger<D extends AgencyDecision> {

  private final JdbcClient jdbc;
  private final String policy;
  private final DecisionTable<D> table;

  RevocationLedger(JdbcClient jdbc, String policy, DecisionTable<D> table) {
    this.jdbc = jdbc;
    this.policy = policy;
    this.table = table;
  }

  /** A decision that stands, with the number it is kept under and the run that took it. */
  public record Standing<D extends AgencyDecision>(long id, long runId, DecisionRecord<D> record) {

    public D decision() {
      return record.decision();
    }
  }

  /** The decisions of an employer that stand, in the order taken. */
  public List<Standing<D>> standing(String employer) {
    return table.standing(employer);
  }

  /** Where a revocation stood that is on record. */
  public record Place(String file, int row) {}

  /** Whether a line is one that took a decision back. */
  public boolean has(DecisionRecord<D> line) {
    return jdbc.sql(
                "SELECT COUNT(*) FROM decision_revocation WHERE policy = :policy AND revoked_kind ="
                    + " :kind AND (line_key = :line OR (file_sha256 = :sha256 AND sheet = :sheet"
                    + " AND row_no = :row))")
            .param("policy", policy)
            .param("kind", table.name())
            .param("line", line.lineKey())
            .param("sha256", line.sha256())
            .param("sheet", line.sheet())
            .param("row", line.row())
            .query(Long.class)
            .single()
        > 0;
  }

  /** The line that took a decision back which the predicate finds, the newest one. */
  public Optional<Place> revoked(String employer, Predicate<D> which) {
    record Line(long id, Place place) {}
    List<Line> lines =
        jdbc.sql(
                "SELECT revoked_id, file_path, sheet, row_no FROM decision_revocation WHERE policy"
                    + " = :policy AND revoked_kind = :kind ORDER BY run_id DESC, row_no DESC")
            .param("policy", policy)
            .param("kind", table.name())
            .query(
                (row, number) ->
                    new Line(
                        row.getLong("revoked_id"),
                        new Place(
                            row.getString("file_path")
                                + (row.getString("sheet").isEmpty()
                                    ? ""
                                    : "!" + row.getString("sheet")),
                            row.getInt("row_no"))))
            .list();
    return lines.stream()
        .filter(
            line ->
                table.where("employer_code = ? AND decision_id = " + line.id(), employer).stream()
                    .map(DecisionRecord::decision)
                    .anyMatch(which))
        .map(Line::place)
        .findFirst();
  }

  /** The number of the first batch after a run with a line of one of these months. */
  private Optional<Integer> collectedSince(
      long runId, String employer, Collection<YearMonth> months) {
    return jdbc.sql(
            "SELECT l.batch_no FROM collection_line l JOIN collection_batch b ON b.policy ="
                + " l.policy AND b.contribution_year = l.contribution_year AND b.batch_no ="
                + " l.batch_no WHERE l.policy = :policy AND l.employer_code = :employer AND"
                + " l.period IN (:months) AND b.run_id > :run ORDER BY b.run_id LIMIT 1")
        .param("policy", policy)
        .param("employer", employer)
        .param("months", months.stream().map(YearMonth::toString).toList())
        .param("run", runId)
        .query(Integer.class)
        .optional();
  }

  /** The first day after another on which one of these months was paid, or given back. */
  private Optional<LocalDate> paidSince(
      LocalDate day, String employer, Collection<YearMonth> months) {
    return jdbc.sql(
            "SELECT paid_on FROM payment WHERE policy = :policy AND employer_code = :employer AND"
                + " period IN (:months) AND paid_on > :day ORDER BY paid_on LIMIT 1")
        .param("policy", policy)
        .param("employer", employer)
        .param("months", months.stream().map(YearMonth::toString).toList())
        .param("day", day)
        .query((row, number) -> row.getObject("paid_on", LocalDate.class))
        .optional();
  }

  /** What happened since a decision was taken. */
  public Since since(
      Standing<D> standing, Collection<YearMonth> months, Optional<LocalDate> later) {
    String employer = standing.decision().employerCode();
    return new Since(
        collectedSince(standing.runId(), employer, months),
        paidSince(standing.decision().decidedOn(), employer, months),
        later);
  }

  /**
   * Takes a decision back, in the caller's transaction.
   *
   * @param line names it, with the day of the revocation as its day
   */
  public void revoke(long runId, Standing<D> standing, DecisionRecord<D> line) {
    jdbc.sql(
            "INSERT INTO decision_revocation (revoked_kind, revoked_id, policy, revoked_on,"
                + " reference_no, line_key, run_id, file_path, file_sha256, sheet, row_no) VALUES"
                + " (:kind, :id, :policy, :day, :reference, :line, :run, :file, :sha256, :sheet,"
                + " :row)")
        .param("kind", table.name())
        .param("id", standing.id())
        .param("policy", policy)
        .param("day", line.decision().decidedOn())
        .param("reference", line.decision().reference())
        .param("line", line.lineKey())
        .param("run", runId)
        .param("file", line.file())
        .param("sha256", line.sha256())
        .param("sheet", line.sheet())
        .param("row", line.row())
        .update();
  }
}
