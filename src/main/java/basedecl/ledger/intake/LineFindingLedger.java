package basedecl.ledger.intake;

import basedecl.finding.FileFinding;
import basedecl.finding.Finding;
import basedecl.ledger.database.ColumnText;
import basedecl.ledger.database.FindingRows;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was wrong with the lines of a run's inputs that are no declarations, kept by run: a run
 * reads all of its inputs again, so an attempt forgets what the one before it found.
 *
 * <p>{@link SubmittedLedger} keeps its findings in a table of its own, by the file's digest: a file
 * that was taken is not read again, so they outlive the run that made them. One table for both
 * would need a key of which each line fills one half, and every older ledger's lines moved into it.
 */
public final class LineFindingLedger {

  private static final int PATH = 1_000;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public LineFindingLedger(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  /** Forgets what an earlier attempt of the run found. */
  public void clear(long runId) {
    jdbc.sql("DELETE FROM line_finding WHERE run_id = :run").param("run", runId).update();
  }

  /** Adds findings behind those stored. */
  public void add(long runId, List<FileFinding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    int last =
        jdbc.sql("SELECT COALESCE(MAX(finding_no), 0) FROM line_finding WHERE run_id = :run")
            .param("run", runId)
            .query(Integer.class)
            .single();
    record Numbered(int number, FileFinding finding) {}
    List<Numbered> numbered = new ArrayList<>();
    for (FileFinding finding : findings) {
      numbered.add(new Numbered(last + numbered.size() + 1, finding));
    }
    template.batchUpdate(
        "INSERT INTO line_finding (run_id, finding_no, file_path, employer_code, code, sheet, row_no,"
            + " column_no, arguments) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        numbered,
        1_000,
        (statement, each) -> {
          Finding finding = each.finding().finding();
          statement.setLong(1, runId);
          statement.setInt(2, each.number());
          statement.setString(3, ColumnText.endOf(PATH, each.finding().file()));
          statement.setString(4, FindingRows.employer(finding));
          statement.setString(5, finding.code().name());
          statement.setString(6, FindingRows.sheet(finding));
          statement.setInt(7, finding.place().row());
          statement.setInt(8, finding.place().column());
          statement.setString(9, FindingRows.words(finding));
        });
  }

  /** The run's findings in the order they were made. */
  public List<FileFinding> of(long runId) {
    return jdbc.sql("SELECT * FROM line_finding WHERE run_id = :run ORDER BY finding_no")
        .param("run", runId)
        .query(
            (row, number) ->
                new FileFinding(row.getString("file_path"), FindingRows.finding(row, number)))
        .list();
  }
}
