package basedecl.ledger.employer;

import basedecl.declaration.change.ChangeKind;
import basedecl.declaration.change.EmployerChange;
import basedecl.declaration.change.EmployerHistory;
import basedecl.declaration.change.KeptChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How employers changed, each change once, of whatever policy: a roster is of all. */
public final class EmployerChangeLedger {

  private static final String YES = "Y";

  private final JdbcClient jdbc;

  public EmployerChangeLedger(JdbcTemplate template) {
    this.jdbc = JdbcClient.create(template);
  }

  /** Every change in order of its day. */
  public List<RecordedChange> all() {
    return jdbc.sql(
            "SELECT * FROM employer_change ORDER BY effective_on, employer_code, kind, partner_code")
        .query(EmployerChangeLedger::recorded)
        .list();
  }

  /** How many changes there are: they are only added. */
  public long count() {
    return jdbc.sql("SELECT COUNT(*) FROM employer_change").query(Long.class).single();
  }

  /** What follows from all of them. */
  public EmployerHistory history() {
    List<KeptChange> kept = all().stream().map(RecordedChange::kept).toList();
    return kept.isEmpty() ? EmployerHistory.NONE : new EmployerHistory(kept);
  }

  /** Puts a change on record that is not, in the caller's transaction. */
  public void add(RecordedChange line) {
    EmployerChange change = line.kept().change();
    jdbc.sql(
            "INSERT INTO employer_change (digest, employer_code, kind, effective_on, new_name,"
                + " new_agency, partner_code, arrears_pass, basis, name_before, agency_before,"
                + " run_id, file_path, file_sha256, sheet, row_no) VALUES (:digest, :code, :kind,"
                + " :on, :name, :agency, :partner, :pass, :basis, :nameBefore, :agencyBefore, :run,"
                + " :file, :sha256, :sheet, :row)")
        .param("digest", digest(change))
        .param("code", change.code())
        .param("kind", change.kind().name())
        .param("on", change.on())
        .param("name", change.name().orElse(null))
        .param("agency", change.agency().orElse(null))
        .param("partner", change.partner().orElse(null))
        .param("pass", change.arrearsPass() ? YES : "N")
        .param("basis", change.basis())
        .param("nameBefore", line.kept().nameBefore())
        .param("agencyBefore", line.kept().agencyBefore())
        .param("run", line.runId())
        .param("file", line.file())
        .param("sha256", line.sha256())
        .param("sheet", line.sheet())
        .param("row", line.row())
        .update();
  }

  private static String digest(EmployerChange change) {
    return DigestUtils.sha256Hex(
        String.join(
            "\n",
            change.code(),
            change.kind().name(),
            change.on().toString(),
            change.name().orElse(""),
            change.agency().orElse(""),
            change.partner().orElse(""),
            Boolean.toString(change.arrearsPass())));
  }

  private static RecordedChange recorded(ResultSet row, int number) throws SQLException {
    EmployerChange change =
        new EmployerChange(
            row.getString("employer_code"),
            ChangeKind.valueOf(row.getString("kind")),
            row.getObject("effective_on", LocalDate.class),
            Optional.ofNullable(row.getString("new_name")),
            Optional.ofNullable(row.getString("new_agency")),
            Optional.ofNullable(row.getString("partner_code")),
            row.getString("arrears_pass").equals(YES),
            row.getString("basis"));
    return new RecordedChange(
        new KeptChange(change, row.getString("name_before"), row.getString("agency_before")),
        row.getLong("run_id"),
        row.getString("file_path"),
        row.getString("file_sha256"),
        row.getString("sheet"),
        row.getInt("row_no"));
  }
}
