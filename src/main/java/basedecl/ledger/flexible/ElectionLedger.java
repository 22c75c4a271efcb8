package basedecl.ledger.flexible;

import basedecl.assessment.flexible.PaymentRhythm;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Flexible workers' elections of a region and year, in the order they were made. */
public final class ElectionLedger {

  private static final int BATCH = 1_000;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public ElectionLedger(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  public long nextId() {
    return jdbc.sql("SELECT COALESCE(MAX(election_id), 0) + 1 FROM election")
        .query(Long.class)
        .single();
  }

  public List<ElectionRecord> of(String region, int year) {
    return jdbc.sql(
            "SELECT * FROM election WHERE region = :region AND contribution_year = :year ORDER BY"
                + " election_id")
        .param("region", region)
        .param("year", year)
        .query(ElectionLedger::election)
        .list();
  }

  /** A region's elections of the year and of years before it. */
  public List<ElectionRecord> upTo(String region, int year) {
    return jdbc.sql(
            "SELECT * FROM election WHERE region = :region AND contribution_year <= :year ORDER BY"
                + " election_id")
        .param("region", region)
        .param("year", year)
        .query(ElectionLedger::election)
        .list();
  }

  /**
   * A person's elections by region, as they were known on a day (inclusive): without those made
   * later, and standing where they were voided later.
   */
  public Map<String, List<ElectionRecord>> ofPerson(IdNumber person, LocalDate knownOn) {
    Map<String, List<ElectionRecord>> byRegion = new TreeMap<>();
    jdbc.sql(
            "SELECT region, election_id, kind, id_number, person_name, base, rhythm, effective_from,"
                + " batch_debit, CASE WHEN voided_on <= :day THEN voided_from END AS voided_from FROM"
                + " election WHERE id_number = :person AND elected_on <= :day ORDER BY election_id")
        .param("person", person.whole())
        .param("day", knownOn)
        .query(
            row -> {
              byRegion
                  .computeIfAbsent(row.getString("region"), region -> new ArrayList<>())
                  .add(election(row, 0));
            });
    return byRegion;
  }

  /** A person's elections of every kind and year in a region. */
  public List<ElectionRecord> ofPerson(String region, IdNumber person) {
    return jdbc.sql(
            "SELECT * FROM election WHERE region = :region AND id_number = :person ORDER BY"
                + " election_id")
        .param("region", region)
        .param("person", person.whole())
        .query(ElectionLedger::election)
        .list();
  }

  private static ElectionRecord election(ResultSet row, int number) throws SQLException {
    return new ElectionRecord(
        row.getLong("election_id"),
        InsuranceKind.valueOf(row.getString("kind")),
        new IdNumber(row.getString("id_number")),
        row.getString("person_name"),
        new Money(row.getBigDecimal("base")),
        PaymentRhythm.valueOf(row.getString("rhythm")),
        YearMonth.parse(row.getString("effective_from")),
        row.getString("batch_debit").equals("Y"),
        Optional.ofNullable(row.getString("voided_from")).map(YearMonth::parse));
  }

  public void insert(
      String region, long runId, LocalDate day, Collection<ElectionRecord> elections) {
    template.batchUpdate(
        "INSERT INTO election (election_id, region, contribution_year, kind, id_number, person_name,"
            + " base, rhythm, effective_from, batch_debit, elected_on, run_id) VALUES (?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?)",
        elections,
        BATCH,
        (statement, election) -> {
          statement.setLong(1, election.id());
          statement.setString(2, region);
          statement.setInt(3, election.from().getYear());
          statement.setString(4, election.kind().name());
          statement.setString(5, election.idNumber().whole());
          statement.setString(6, election.name());
          statement.setBigDecimal(7, election.base().amount());
          statement.setString(8, election.rhythm().name());
          statement.setString(9, election.from().toString());
          statement.setString(10, election.batchDebit() ? "Y" : "N");
          statement.setObject(11, day);
          statement.setLong(12, runId);
        });
  }

  /** Stores that these elections, which stood until now, are void. */
  public void markVoided(long runId, LocalDate day, Collection<ElectionRecord> elections) {
    template.batchUpdate(
        "UPDATE election SET voided_from = ?, voided_on = ?, voided_run = ? WHERE election_id = ?",
        elections,
        BATCH,
        (statement, election) -> {
          statement.setString(1, election.voidedFrom().map(YearMonth::toString).orElse(null));
          statement.setObject(2, day);
          statement.setLong(3, runId);
          statement.setLong(4, election.id());
        });
  }
}
