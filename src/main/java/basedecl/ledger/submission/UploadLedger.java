package basedecl.ledger.submission;

import basedecl.ledger.database.ColumnText;
import basedecl.ledger.database.Instants;
import basedecl.policy.Population;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files that were uploaded to be checked. */
public final class UploadLedger {

  private static final int FILE_NAME = 200;

  private final JdbcClient jdbc;

  public UploadLedger(JdbcTemplate template) {
    this.jdbc = JdbcClient.create(template);
  }

  public void add(Upload upload) {
    jdbc.sql(
            "INSERT INTO desk_upload (upload_id, account_id, policy, contribution_year, population,"
                + " employer_code, file_name, sha256, size_bytes, received_at, submitted) VALUES (:id,"
                + " :account, :policy, :year, :population, :employer, :name, :sha256, :size, :received,"
                + " :submitted)")
        .param("id", upload.id().text())
        .param("account", upload.account())
        .param("policy", upload.policy())
        .param("year", upload.year())
        .param("population", upload.population().name())
        .param("employer", upload.employerCode())
        .param("name", ColumnText.endOf(FILE_NAME, upload.fileName()))
        .param("sha256", upload.sha256())
        .param("size", upload.size())
        .param("received", Instants.column(upload.receivedAt()))
        .param("submitted", upload.submitted() ? "Y" : "N")
        .update();
  }

  /** The upload of an account; empty for that of another as for one that is not there. */
  public Optional<Upload> find(UploadId id, long account) {
    return jdbc.sql("SELECT * FROM desk_upload WHERE upload_id = :id AND account_id = :account")
        .param("id", id.text())
        .param("account", account)
        .query(UploadLedger::upload)
        .optional();
  }

  /** Uploads of before that instant, exclusive, which nobody submitted. */
  public List<UploadId> leftBehind(Instant before) {
    return jdbc.sql(
            "SELECT upload_id FROM desk_upload WHERE submitted = 'N' AND received_at < :before ORDER"
                + " BY received_at")
        .param("before", Instants.column(before))
        .query((row, number) -> new UploadId(row.getString("upload_id")))
        .list();
  }

  /** Forgets an upload unless it was submitted, be it at this very moment; whether it did. */
  public boolean forget(UploadId id) {
    return jdbc.sql("DELETE FROM desk_upload WHERE upload_id = :id AND submitted = 'N'")
            .param("id", id.text())
            .update()
        == 1;
  }

  /** Whether an upload of that number is known, submitted or not. */
  public boolean isKnown(UploadId id) {
    return jdbc.sql("SELECT COUNT(*) FROM desk_upload WHERE upload_id = :id")
            .param("id", id.text())
            .query(Long.class)
            .single()
        > 0;
  }

  static Upload upload(ResultSet row, int number) throws SQLException {
    return new Upload(
        new UploadId(row.getString("upload_id")),
        row.getLong("account_id"),
        row.getString("policy"),
        row.getInt("contribution_year"),
        Population.valueOf(row.getString("population")),
        row.getString("employer_code"),
        row.getString("file_name"),
        row.getString("sha256"),
        row.getLong("size_bytes"),
        Instants.of(row, "received_at").orElseThrow(),
        row.getString("submitted").equals("Y"));
  }
}
