package basedecl.ledger.staff;

import basedecl.declaration.staff.StaffChange;
import basedecl.declaration.staff.StaffChangeKind;
import basedecl.ledger.database.ColumnText;
import basedecl.money.Money;
import basedecl.person.DocumentKind;
import basedecl.person.IdNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The changes of a year, each once: a line that says the same of the same person is the same,
 * wherever it stands.
 */
public final class StaffChangeLedger {

  private static final int BATCH = 1_000;
  private static final int PATH = 1_000;
  private static final int SHEET = 100;
  private static final String SEPARATOR = "\u001f";

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final String policy;
  private final int year;

  public StaffChangeLedger(JdbcTemplate template, String policy, int year) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.policy = policy;
    this.year = year;
  }

  /** What tells a line from every other. */
  public static String digest(StaffChange change) {
    return DigestUtils.sha256Hex(
        String.join(
            SEPARATOR,
            change.employer(),
            change.person().whole(),
            change.kind().name(),
            change.from().toString(),
            change.startWage().map(Money::toString).orElse("")));
  }

  /** The digests of every change on record. */
  public Set<String> digests() {
    return new HashSet<>(
        jdbc.sql(
                "SELECT line_digest FROM staff_change WHERE policy = :policy AND contribution_year ="
                    + " :year")
            .param("policy", policy)
            .param("year", year)
            .query(String.class)
            .list());
  }

  /** The changes of the year, by employer, in the order in which they were taken. */
  public List<StaffChangeRecord> ofYear() {
    return jdbc.sql(
            "SELECT * FROM staff_change WHERE policy = :policy AND contribution_year = :year ORDER BY"
                + " employer_code, change_id")
        .param("policy", policy)
        .param("year", year)
        .query(StaffChangeLedger::read)
        .list();
  }

  /** Those of one employer. */
  public List<StaffChangeRecord> ofEmployer(String employer) {
    return jdbc.sql(
            "SELECT * FROM staff_change WHERE policy = :policy AND contribution_year = :year AND"
                + " employer_code = :employer ORDER BY change_id")
        .param("policy", policy)
        .param("year", year)
        .param("employer", employer)
        .query(StaffChangeLedger::read)
        .list();
  }

  /** Adds changes, in the caller's transaction. */
  public void add(LocalDate takenOn, Collection<StaffChangeRecord> changes) {
    long last =
        jdbc.sql("SELECT COALESCE(MAX(change_id), 0) FROM staff_change").query(Long.class).single();
    record Numbered(long id, StaffChangeRecord taken) {}
    List<Numbered> numbered = new ArrayList<>();
    for (StaffChangeRecord taken : changes) {
      numbered.add(new Numbered(last + numbered.size() + 1, taken));
    }
    template.batchUpdate(
        "INSERT INTO staff_change (change_id, policy, contribution_year, employer_code, id_number,"
            + " person_name, document_kind, kind, effective_from, start_wage, path, sheet, row_no,"
            + " run_id, taken_on, line_digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        numbered,
        BATCH,
        (statement, each) -> {
          StaffChange change = each.taken().change();
          statement.setLong(1, each.id());
          statement.setString(2, policy);
          statement.setInt(3, year);
          statement.setString(4, change.employer());
          statement.setString(5, change.person().whole());
          statement.setString(6, change.name());
          statement.setString(7, change.documentKind().name());
          statement.setString(8, change.kind().name());
          statement.setString(9, change.from().toString());
          statement.setBigDecimal(10, change.startWage().map(Money::amount).orElse(null));
          statement.setString(11, ColumnText.endOf(PATH, each.taken().path()));
          statement.setString(12, ColumnText.atMost(SHEET, each.taken().sheet()));
          statement.setInt(13, each.taken().row());
          statement.setLong(14, each.taken().runId());
          statement.setObject(15, takenOn);
          statement.setString(16, digest(change));
        });
  }

  private static StaffChangeRecord read(ResultSet row, int number) throws SQLException {
    return new StaffChangeRecord(
        new StaffChange(
            row.getString("employer_code"),
            row.getString("person_name"),
            DocumentKind.valueOf(row.getString("document_kind")),
            new IdNumber(row.getString("id_number")),
            StaffChangeKind.valueOf(row.getString("kind")),
            YearMonth.parse(row.getString("effective_from")),
            Optional.ofNullable(row.getBigDecimal("start_wage")).map(Money::new)),
        row.getString("path"),
        row.getString("sheet"),
        row.getInt("row_no"),
        row.getLong("run_id"));
  }
}
