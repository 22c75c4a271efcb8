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

/**
 * Bills to top up. A month of a person and kind is billed once, its key sees to that, and again
 * only after it was taken back.
 */
public final class TopUpLedger {

  private static final int BATCH = 1_000;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public TopUpLedger(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  /** What was billed for the year, and taken back since. */
  public TopUpBilled billed(String region, int year) {
    return billed(new Asked(region, year, Optional.empty()));
  }

  /** The same of one person. */
  public TopUpBilled billed(String region, int year, IdNumber person) {
    return billed(new Asked(region, year, Optional.of(person)));
  }

  /** Whose bills are asked for; everybody's without a person. */
  private record Asked(String region, int year, Optional<IdNumber> person) {

    /** The condition on the person, of the table with that name. */
    String of(String table) {
      return person.isPresent() ? " AND " + table + ".id_number = :person" : "";
    }

    String number() {
      return person.map(IdNumber::whole).orElse("");
    }
  }

  private TopUpBilled billed(Asked asked) {
    List<TopUpBill> bills =
        jdbc.sql(
                "SELECT * FROM top_up_bill b WHERE b.region = :region AND b.contribution_year = :year"
                    + asked.of("b")
                    + " ORDER BY b.bill")
            .param("region", asked.region())
            .param("year", asked.year())
            .param("person", asked.number())
            .query(TopUpLedger::bill)
            .list();
    return new TopUpBilled(
        months("top_up_month", asked), months("top_up_credit", asked), bills, carried(asked));
  }

  /** Bills of the other years less their months that stand: what is not zero is still open. */
  private List<TopUpCarried> carried(Asked asked) {
    return jdbc.sql(
            "SELECT id_number, kind, SUM(amount) AS amount FROM (SELECT b.id_number, b.kind, b.amount"
                + " FROM top_up_bill b WHERE b.region = :region AND b.contribution_year <> :year"
                + asked.of("b")
                + " UNION ALL SELECT m.id_number, m.kind, -m.amount FROM top_up_month m JOIN"
                + " top_up_bill b ON b.bill = m.bill WHERE b.region = :region AND b.contribution_year"
                + " <> :year"
                + asked.of("b")
                + ") movement GROUP BY id_number, kind HAVING SUM(amount) <> 0 ORDER BY id_number,"
                + " kind")
        .param("region", asked.region())
        .param("year", asked.year())
        .param("person", asked.number())
        .query(
            (row, number) ->
                new TopUpCarried(
                    new IdNumber(row.getString("id_number")),
                    InsuranceKind.valueOf(row.getString("kind")),
                    new Money(row.getBigDecimal("amount"))))
        .list();
  }

  /** Person by person, kind by kind, in order. */
  private List<TopUpMonth> months(String table, Asked asked) {
    return jdbc.sql(
            "SELECT m.*, b.person_name FROM "
                + table
                + " m JOIN top_up_bill b ON b.bill = m.bill WHERE b.region = :region AND"
                + " b.contribution_year = :year"
                + asked.of("b")
                + " ORDER BY m.id_number, m.kind, m.period, m.bill")
        .param("region", asked.region())
        .param("year", asked.year())
        .param("person", asked.number())
        .query(TopUpLedger::month)
        .list();
  }

  /** The bills a run made. */
  public List<TopUpBill> billsOf(long runId) {
    return jdbc.sql("SELECT * FROM top_up_bill WHERE run_id = :run ORDER BY bill")
        .param("run", runId)
        .query(TopUpLedger::bill)
        .list();
  }

  private static TopUpBill bill(ResultSet row, int number) throws SQLException {
    return new TopUpBill(
        row.getString("bill"),
        InsuranceKind.valueOf(row.getString("kind")),
        new IdNumber(row.getString("id_number")),
        row.getString("person_name"),
        new Money(row.getBigDecimal("amount")),
        Optional.ofNullable(row.getObject("due_date", LocalDate.class)),
        List.of());
  }

  /** Moves billed months out of the way, in the caller's transaction; they can be billed anew. */
  public void takeBack(String region, long runId, Collection<TopUpMonth> months) {
    insertMonths("top_up_credit", ", run_id", ", " + runId, region, months);
    template.batchUpdate(
        "DELETE FROM top_up_month WHERE region = ? AND kind = ? AND id_number = ? AND period = ?",
        months,
        BATCH,
        (statement, month) -> {
          statement.setString(1, region);
          statement.setString(2, month.kind().name());
          statement.setString(3, month.idNumber().whole());
          statement.setString(4, month.line().month().toString());
        });
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
    insertMonths(
        "top_up_month",
        "",
        "",
        region,
        bills.stream().flatMap(bill -> bill.months().stream()).toList());
  }

  private void insertMonths(
      String table, String column, String value, String region, Collection<TopUpMonth> months) {
    template.batchUpdate(
        "INSERT INTO "
            + table
            + " (region, kind, id_number, period, bill, assessed_base, new_base, rate, amount"
            + column
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?"
            + value
            + ")",
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
