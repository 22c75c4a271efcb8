package basedecl.ledger.review;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The scans by which the materials of a declaration's versions became complete. */
public final class MaterialLedger {

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public MaterialLedger(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  /**
   * A scan as it was accepted; {@code kind} is SUMMARY or DETAIL, {@code format} PDF, JPEG or PNG.
   */
  public record Material(String fileName, String kind, String format, long size, String sha256) {}

  /** Puts a version's scans in the place of those it had, in the caller's transaction. */
  public void store(long declarationId, long runId, Collection<Material> materials) {
    jdbc.sql("DELETE FROM declaration_material WHERE declaration_id = :id")
        .param("id", declarationId)
        .update();
    template.batchUpdate(
        "INSERT INTO declaration_material (declaration_id, file_name, kind, format, size_bytes, sha256,"
            + " run_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
        materials,
        1_000,
        (statement, material) -> {
          statement.setLong(1, declarationId);
          statement.setString(2, material.fileName());
          statement.setString(3, material.kind());
          statement.setString(4, material.format());
          statement.setLong(5, material.size());
          statement.setString(6, material.sha256());
          statement.setLong(7, runId);
        });
  }

  /** The scans by which a version's materials became complete, in order of their names. */
  public List<Material> of(long declarationId) {
    return jdbc.sql(
            "SELECT file_name, kind, format, size_bytes, sha256 FROM declaration_material WHERE"
                + " declaration_id = :id ORDER BY file_name")
        .param("id", declarationId)
        .query(
            (row, number) ->
                new Material(
                    row.getString("file_name"),
                    row.getString("kind"),
                    row.getString("format"),
                    row.getLong("size_bytes"),
                    row.getString("sha256")))
        .list();
  }

  /** Digests of the scans that were accepted with any version of the employer's declaration. */
  public Set<String> digests(ProcedureLedger.Scope scope, String employerCode) {
    return new HashSet<>(
        jdbc.sql(
                "SELECT m.sha256 FROM declaration_material m JOIN declaration d ON d.declaration_id ="
                    + " m.declaration_id WHERE d.policy = :policy AND d.contribution_year = :year AND"
                    + " d.population = :population AND d.employer_code = :employer")
            .param("policy", scope.policy())
            .param("year", scope.year())
            .param("population", scope.population().name())
            .param("employer", employerCode)
            .query(String.class)
            .list());
  }
}
