package basedecl.ledger.draft;

import basedecl.ledger.database.Instants;
import basedecl.person.DocumentKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The drafts of declarations. A revision that was saved is not overwritten by one that did not see
 * it.
 */
public final class DraftLedger {

  private static final String OF_KEY =
      "policy = :policy AND contribution_year = :year AND population = :population AND employer_code"
          + " = :employer";

  private static final int ROWS_TOGETHER = 1_000;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public DraftLedger(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  public Optional<Draft> find(Draft.Key key) {
    return of(jdbc.sql("SELECT * FROM desk_draft WHERE " + OF_KEY), key)
        .query(
            (row, number) ->
                new Draft(
                    key,
                    row.getInt("revision"),
                    row.getLong("account_id"),
                    Instants.of(row, "saved_at").orElseThrow(),
                    Optional.ofNullable(row.getString("checked_upload")),
                    rows(row.getLong("draft_id"))))
        .optional();
  }

  /**
   * Saves rows in the caller's transaction, in the place of those of the revision that they were
   * changed from.
   *
   * @param seen that revision, {@link Draft#NONE} where there was no draft
   * @return false where somebody saved another meanwhile; nothing is changed then
   */
  public boolean save(Draft.Key key, int seen, long account, Instant at, List<DraftRow> rows) {
    if (!(seen == Draft.NONE ? begin(key, account, at) : follow(key, seen, account, at))) {
      return false;
    }
    long id =
        of(jdbc.sql("SELECT draft_id FROM desk_draft WHERE " + OF_KEY), key)
            .query(Long.class)
            .single();
    jdbc.sql("DELETE FROM desk_draft_row WHERE draft_id = :id").param("id", id).update();
    template.batchUpdate(
        "INSERT INTO desk_draft_row (draft_id, row_no, person_name, document_kind, id_number, wage,"
            + " remarks, served_from, served_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        numbered(rows),
        ROWS_TOGETHER,
        (statement, each) -> {
          statement.setLong(1, id);
          statement.setInt(2, each.number());
          statement.setString(3, each.row().name());
          statement.setString(4, each.row().documentKind().name());
          statement.setString(5, each.row().idNumber());
          statement.setString(6, each.row().wage());
          statement.setString(7, each.row().remarks());
          statement.setString(8, each.row().servedFrom());
          statement.setString(9, each.row().servedUntil());
        });
    return true;
  }

  /** Forgets, in the caller's transaction, the drafts of years before one. */
  public void forgetBefore(int year) {
    jdbc.sql(
            "DELETE FROM desk_draft_row WHERE draft_id IN (SELECT draft_id FROM desk_draft WHERE"
                + " contribution_year < :year)")
        .param("year", year)
        .update();
    jdbc.sql("DELETE FROM desk_draft WHERE contribution_year < :year").param("year", year).update();
  }

  /** Notes what a revision was checked as; nothing where somebody saved another meanwhile. */
  public void checked(Draft.Key key, int revision, String upload) {
    of(
            jdbc.sql(
                "UPDATE desk_draft SET checked_upload = :upload WHERE "
                    + OF_KEY
                    + " AND revision = :revision"),
            key)
        .param("upload", upload)
        .param("revision", revision)
        .update();
  }

  private boolean begin(Draft.Key key, long account, Instant at) {
    try {
      return of(
                  jdbc.sql(
                      "INSERT INTO desk_draft (policy, contribution_year, population, employer_code,"
                          + " revision, account_id, saved_at) VALUES (:policy, :year, :population,"
                          + " :employer, 1, :account, :at)"),
                  key)
              .param("account", account)
              .param("at", Instants.column(at))
              .update()
          == 1;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  private boolean follow(Draft.Key key, int seen, long account, Instant at) {
    return of(
                jdbc.sql(
                    "UPDATE desk_draft SET revision = revision + 1, account_id = :account, saved_at ="
                        + " :at, checked_upload = NULL WHERE "
                        + OF_KEY
                        + " AND revision = :seen"),
                key)
            .param("account", account)
            .param("at", Instants.column(at))
            .param("seen", seen)
            .update()
        == 1;
  }

  private record Numbered(int number, DraftRow row) {}

  private static List<Numbered> numbered(List<DraftRow> rows) {
    return IntStream.range(0, rows.size()).mapToObj(i -> new Numbered(i + 1, rows.get(i))).toList();
  }

  private List<DraftRow> rows(long id) {
    return jdbc.sql("SELECT * FROM desk_draft_row WHERE draft_id = :id ORDER BY row_no")
        .param("id", id)
        .query(DraftLedger::row)
        .list();
  }

  private static DraftRow row(ResultSet row, int number) throws SQLException {
    return new DraftRow(
        row.getString("person_name"),
        DocumentKind.valueOf(row.getString("document_kind")),
        row.getString("id_number"),
        row.getString("wage"),
        row.getString("served_from"),
        row.getString("served_until"),
        row.getString("remarks"));
  }

  private static StatementSpec of(StatementSpec statement, Draft.Key key) {
    return statement
        .param("policy", key.policy())
        .param("year", key.year())
        .param("population", key.population().name())
        .param("employer", key.employerCode());
  }
}
