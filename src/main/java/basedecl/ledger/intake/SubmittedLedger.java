package basedecl.ledger.intake;

import basedecl.finding.Finding;
import basedecl.ledger.database.FindingRows;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Workbooks whose lines were taken, told by the digest of their bytes: the same file is taken once
 * for each book, and what was wrong with its lines is kept with it; why not where {@link
 * LineFindingLedger} keeps such findings, stands there.
 */
public final class SubmittedLedger {

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public SubmittedLedger(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  public boolean isTaken(String book, String sha256) {
    return jdbc.sql("SELECT COUNT(*) FROM handed_file WHERE book = :book AND sha256 = :sha256")
            .param("book", book)
            .param("sha256", sha256)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Marks a file as taken, with the findings of its lines, in the caller's transaction. */
  public void take(String book, String sha256, long runId, long rowsRead, List<Finding> findings) {
    jdbc.sql(
            "INSERT INTO handed_file (book, sha256, run_id, rows_read) VALUES (:book, :sha256, :run,"
                + " :rows)")
        .param("book", book)
        .param("sha256", sha256)
        .param("run", runId)
        .param("rows", rowsRead)
        .update();
    int[] number = {0};
    template.batchUpdate(
        "INSERT INTO handed_finding (book, sha256, finding_no, code, sheet, row_no, column_no,"
            + " arguments) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        findings,
        1_000,
        (statement, finding) -> {
          statement.setString(1, book);
          statement.setString(2, sha256);
          statement.setInt(3, ++number[0]);
          statement.setString(4, finding.code().name());
          statement.setString(5, FindingRows.sheet(finding));
          statement.setInt(6, finding.place().row());
          statement.setInt(7, finding.place().column());
          statement.setString(8, FindingRows.words(finding));
        });
  }

  public List<Finding> findings(String book, String sha256) {
    return jdbc.sql(
            "SELECT '' AS employer_code, code, sheet, row_no, column_no, arguments FROM handed_finding"
                + " WHERE book = :book AND sha256 = :sha256 ORDER BY finding_no")
        .param("book", book)
        .param("sha256", sha256)
        .query(FindingRows::finding)
        .list();
  }
}
