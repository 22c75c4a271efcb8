package basedecl.ledger.flexible;

import basedecl.ledger.database.ColumnText;
import basedecl.person.IdNumber;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who retired, as the lists of a region and year have said so far; the newest counts. */
public final class RetirementLedger {

  private static final int BATCH = 1_000;
  private static final int LONGEST_NAME = 100;

  private final JdbcTemplate template;

  public RetirementLedger(JdbcTemplate template) {
    this.template = template;
  }

  public Map<IdNumber, Retirement> of(String region, int year) {
    Map<IdNumber, Retirement> retired = new LinkedHashMap<>();
    template.query(
        "SELECT * FROM retirement WHERE region = ? AND contribution_year = ? ORDER BY id_number",
        row -> {
          retired.put(
              new IdNumber(row.getString("id_number")),
              new Retirement(
                  row.getString("person_name"), YearMonth.parse(row.getString("retired_in"))));
        },
        region,
        year);
    return retired;
  }

  /** A person's months of retirement by region and year, as lists until a day (inclusive) said. */
  public Map<String, Map<Integer, YearMonth>> ofPerson(IdNumber person, LocalDate knownOn) {
    Map<String, Map<Integer, YearMonth>> retired = new TreeMap<>();
    template.query(
        "SELECT r.region, r.contribution_year, r.retired_in FROM retirement r JOIN ledger_run l ON"
            + " l.run_id = r.run_id WHERE r.id_number = ? AND l.business_date <= ?",
        row -> {
          retired
              .computeIfAbsent(row.getString("region"), region -> new TreeMap<>())
              .put(row.getInt("contribution_year"), YearMonth.parse(row.getString("retired_in")));
        },
        person.whole(),
        knownOn);
    return retired;
  }

  /** Puts these in the place of what was known of the same persons, in the caller's transaction. */
  public void keep(String region, int year, long runId, Map<IdNumber, Retirement> retired) {
    template.batchUpdate(
        "DELETE FROM retirement WHERE region = ? AND contribution_year = ? AND id_number = ?",
        retired.keySet(),
        BATCH,
        (statement, number) -> {
          statement.setString(1, region);
          statement.setInt(2, year);
          statement.setString(3, number.whole());
        });
    template.batchUpdate(
        "INSERT INTO retirement (region, contribution_year, id_number, person_name, retired_in,"
            + " run_id) VALUES (?, ?, ?, ?, ?, ?)",
        retired.entrySet(),
        BATCH,
        (statement, person) -> {
          statement.setString(1, region);
          statement.setInt(2, year);
          statement.setString(3, person.getKey().whole());
          statement.setString(4, ColumnText.atMost(LONGEST_NAME, person.getValue().name()));
          statement.setString(5, person.getValue().month().toString());
          statement.setLong(6, runId);
        });
  }
}
