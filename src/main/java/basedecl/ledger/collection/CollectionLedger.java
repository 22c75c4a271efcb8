package basedecl.ledger.collection;

import basedecl.assessment.collection.BatchLine;
import basedecl.assessment.collection.Cause;
import basedecl.assessment.collection.Claim;
import basedecl.assessment.collection.Collected;
import basedecl.assessment.collection.EmployerMonth;
import basedecl.assessment.collection.Sent;
import basedecl.assessment.latefee.EmployerDue;
import basedecl.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The batches of one policy and year: each once, never changed. */
public final class CollectionLedger {

  private static final int BATCH = 1_000;
  private static final String OF_YEAR = " WHERE policy = :policy AND contribution_year = :year";

  private static final String TOTALS =
      "SELECT policy, contribution_year, batch_no, b.period, b.business_date, COUNT(*) AS"
          + " line_count, SUM(persons - persons_before) AS persons, SUM(base_total - base_before)"
          + " AS bases, SUM(employer_due - employer_before) AS employer, SUM(personal_due -"
          + " personal_before) AS personal, SUM(late_fee - fee_before) AS fee FROM collection_line"
          + " JOIN (SELECT policy AS of_policy, contribution_year AS of_year, batch_no AS of_batch,"
          + " period, business_date FROM collection_batch) b ON of_policy = policy AND of_year ="
          + " contribution_year AND of_batch = batch_no";
  private static final String GROUPED =
      " GROUP BY policy, contribution_year, batch_no, b.period, b.business_date ORDER BY policy,"
          + " contribution_year, batch_no";

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final String policy;
  private final int year;

  public CollectionLedger(JdbcTemplate template, String policy, int year) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.policy = policy;
    this.year = year;
  }

  /** The newest batch. */
  public Optional<CollectionBatch> newest() {
    return jdbc.sql("SELECT * FROM collection_batch" + OF_YEAR + " ORDER BY batch_no DESC LIMIT 1")
        .param("policy", policy)
        .param("year", year)
        .query(CollectionLedger::batch)
        .optional();
  }

  /** Every batch in order of its number, with what it came to. */
  public List<BatchTotals> totals() {
    return totals(jdbc.sql(TOTALS + OF_YEAR + GROUPED).param("policy", policy).param("year", year));
  }

  /** Those of every policy and year. */
  public static List<BatchTotals> allTotals(JdbcTemplate template) {
    return totals(JdbcClient.create(template).sql(TOTALS + GROUPED));
  }

  private static List<BatchTotals> totals(JdbcClient.StatementSpec question) {
    return question
        .query(
            (row, number) ->
                new BatchTotals(
                    row.getString("policy"),
                    batch(row, number),
                    row.getLong("line_count"),
                    new Collected(
                        row.getLong("persons"),
                        new Money(row.getBigDecimal("bases")),
                        new Money(row.getBigDecimal("employer")),
                        new Money(row.getBigDecimal("personal")),
                        new Money(row.getBigDecimal("fee")))))
        .list();
  }

  /** The batch that a run made. */
  public Optional<CollectionBatch> ofRun(long runId) {
    return jdbc.sql("SELECT * FROM collection_batch" + OF_YEAR + " AND run_id = :run")
        .param("policy", policy)
        .param("year", year)
        .param("run", runId)
        .query(CollectionLedger::batch)
        .optional();
  }

  /** What all batches say of each employer and month. */
  public Map<EmployerMonth, Sent> sent() {
    Map<EmployerMonth, Sent> sent = new HashMap<>();
    jdbc.sql("SELECT * FROM collection_line" + OF_YEAR + " ORDER BY batch_no")
        .param("policy", policy)
        .param("year", year)
        .query(
            row -> {
              BatchLine line = line(row, 0).line();
              sent.put(line.key(), new Sent(line.basis(), line.after()));
            });
    return sent;
  }

  /** The lines of a batch in order of employer and month. */
  public List<CollectionLine> lines(int batch) {
    return jdbc.sql(
            "SELECT * FROM collection_line"
                + OF_YEAR
                + " AND batch_no = :batch ORDER BY employer_code, period")
        .param("policy", policy)
        .param("year", year)
        .param("batch", batch)
        .query(CollectionLedger::line)
        .list();
  }

  /** The lines of all batches in order of batch, employer and month. */
  public List<CollectionLine> lines() {
    return jdbc.sql(
            "SELECT * FROM collection_line" + OF_YEAR + " ORDER BY batch_no, employer_code, period")
        .param("policy", policy)
        .param("year", year)
        .query(CollectionLedger::line)
        .list();
  }

  /** The lines of one employer in order of month and batch. */
  public List<CollectionLine> ofEmployer(String employer) {
    return jdbc.sql(
            "SELECT * FROM collection_line"
                + OF_YEAR
                + " AND employer_code = :employer ORDER BY period, batch_no")
        .param("policy", policy)
        .param("year", year)
        .param("employer", employer)
        .query(CollectionLedger::line)
        .list();
  }

  /** Keeps a batch of a run, in the caller's transaction. */
  public void add(CollectionBatch batch, long runId, Collection<CollectionLine> lines) {
    template.update(
        "INSERT INTO collection_batch (policy, contribution_year, batch_no, period, business_date,"
            + " run_id) VALUES (?, ?, ?, ?, ?, ?)",
        policy,
        year,
        batch.number(),
        batch.period().toString(),
        batch.businessDate(),
        runId);
    template.batchUpdate(
        "INSERT INTO collection_line (policy, contribution_year, batch_no, employer_code, period,"
            + " employer_name, credit_code, method, declaration_id, cause, persons, base_total,"
            + " employer_due, personal_due, late_fee, persons_before, base_before, employer_before,"
            + " personal_before, fee_before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?)",
        lines,
        BATCH,
        (statement, each) -> {
          BatchLine line = each.line();
          OptionalLong declaration = line.basis().declaration();
          statement.setString(1, policy);
          statement.setInt(2, year);
          statement.setInt(3, each.batch());
          statement.setString(4, line.key().employerCode());
          statement.setString(5, line.key().period().toString());
          statement.setString(6, each.employerName());
          statement.setString(7, each.creditCode());
          statement.setString(8, line.basis().method().name());
          statement.setObject(9, declaration.isPresent() ? declaration.getAsLong() : null);
          statement.setString(10, line.cause().name());
          set(statement, 11, line.after());
          set(statement, 16, line.before());
        });
  }

  private static void set(java.sql.PreparedStatement statement, int first, Collected figures)
      throws SQLException {
    statement.setLong(first, figures.persons());
    statement.setBigDecimal(first + 1, figures.bases().amount());
    statement.setBigDecimal(first + 2, figures.employer().amount());
    statement.setBigDecimal(first + 3, figures.personal().amount());
    statement.setBigDecimal(first + 4, figures.lateFee().amount());
  }

  private static CollectionBatch batch(ResultSet row, int number) throws SQLException {
    return new CollectionBatch(
        row.getInt("batch_no"),
        YearMonth.parse(row.getString("period")),
        row.getObject("business_date", LocalDate.class));
  }

  private static CollectionLine line(ResultSet row, int number) throws SQLException {
    long declaration = row.getLong("declaration_id");
    OptionalLong version = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(declaration);
    return new CollectionLine(
        row.getInt("batch_no"),
        row.getString("employer_name"),
        row.getString("credit_code"),
        new BatchLine(
            new EmployerMonth(
                row.getString("employer_code"), YearMonth.parse(row.getString("period"))),
            new Claim.Basis(EmployerDue.Method.valueOf(row.getString("method")), version),
            Cause.valueOf(row.getString("cause")),
            figures(
                row,
                "persons_before",
                "base_before",
                "employer_before",
                "personal_before",
                "fee_before"),
            figures(row, "persons", "base_total", "employer_due", "personal_due", "late_fee")));
  }

  private static Collected figures(
      ResultSet row, String persons, String bases, String employer, String personal, String fee)
      throws SQLException {
    return new Collected(
        row.getLong(persons),
        new Money(row.getBigDecimal(bases)),
        new Money(row.getBigDecimal(employer)),
        new Money(row.getBigDecimal(personal)),
        new Money(row.getBigDecimal(fee)));
  }
}
