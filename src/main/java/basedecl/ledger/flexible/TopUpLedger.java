package basedecl.ledger.flexible;

import basedecl.assessment.topup.TopUpLine;
import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bills to top up. A month of a person and kind is billed once: its key sees to that. */
public final class TopUpLedger {

  private static final int BATCH = 1_000;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public TopUpLedger(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  /** How many bills the region has for the year. */
  public long count(String region, int year) {
    return jdbc.sql(
            "SELECT COUNT(*) FROM top_up_bill WHERE region = :region AND contribution_year = :year")
        .param("region", region)
        .param("year", year)
        .query(Long.class)
        .single();
  }

  /** The months billed for the year, person by person, kind by kind, in order. */
  public List<TopUpMonth> months(String region, int year) {
    return jdbc.sql(
            "SELECT m.*, b.person_name FROM top_up_month m JOIN top_up_bill b ON b.bill = m.bill WHERE"
                + " b.region = :region AND b.contribution_year = :year ORDER BY m.id_number, m.kind,"
                + " m.period")
        .param("region", region)
        .param("year", year)
        .query(TopUpLedger::month)
        .list();
  }

  /** The bills a run made. */
  public List<TopUpBill> billsOf(long runId) {
    return jdbc.sql("SELECT * FROM top_up_bill WHERE run_id = :run ORDER BY bill")
        .param("run", runId)
        .query(
            (row, number) ->
                new TopUpBill(
                    row.getString("bill"),
                    InsuranceKind.valueOf(row.getString("kind")),
                    new IdNumber(row.getString("id_number")),
                    row.getString("person_name"),
                    new Money(row.getBigDecimal("amount")),
                    Optional.ofNullable(row.getObject("due_date", LocalDate.class)),
                    List.of()))
        .list();
  }

  /** Stores new bills with their months, in the caller's transaction. */
  public void insert(String region, int year, long runId, Collection<TopUpBill> bills) {
    template.batchUpdate(
        "INSERT INTO top_up_bill (bill, region, contribution_year, kind, id_number, person_name,"
            + " amount, due_date, run_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        bills,
        BATCH,
        (statement, bill) -> {
          statement.setString(1, bill.bill());
          statement.setString(2, region);
          statement.setInt(3, year);
          statement.setString(4, bill.kind().name());
          statement.setString(5, bill.idNumber().whole());
          statement.setString(6, bill.name());
          statement.setBigDecimal(7, bill.amount().amount());
          statement.setObject(8, bill.due().orElse(null));
          statement.setLong(9, runId);
        });
    List<TopUpMonth> months = bills.stream().flatMap(bill -> bill.months().stream()).toList();
    template.batchUpdate(
        "INSERT INTO top_up_month (region, kind, id_number, period, bill, assessed_base, new_base,"
            + " rate, amount) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        months,
        BATCH,
        (statement, month) -> {
          statement.setString(1, region);
          statement.setString(2, month.kind().name());
          statement.setString(3, month.idNumber().whole());
          statement.setString(4, month.line().month().toString());
          statement.setString(5, month.bill());
          statement.setBigDecimal(6, month.line().assessedBase().amount());
          statement.setBigDecimal(7, month.line().newBase().amount());
          statement.setBigDecimal(8, month.line().rate().value());
          statement.setBigDecimal(9, month.line().amount().amount());
        });
  }

  private static TopUpMonth month(ResultSet row, int number) throws SQLException {
    Money assessed = new Money(row.getBigDecimal("assessed_base"));
    Money newBase = new Money(row.getBigDecimal("new_base"));
    return new TopUpMonth(
        InsuranceKind.valueOf(row.getString("kind")),
        new IdNumber(row.getString("id_number")),
        row.getString("person_name"),
        new TopUpLine(
            YearMonth.parse(row.getString("period")),
            assessed,
            newBase,
            newBase.minus(assessed),
            new Rate(row.getBigDecimal("rate").stripTrailingZeros()),
            new Money(row.getBigDecimal("amount"))),
        row.getString("bill"));
  }
}
