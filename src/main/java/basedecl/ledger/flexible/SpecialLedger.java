package basedecl.ledger.flexible;

import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Special payments: what was approved, and what was paid. */
public final class SpecialLedger {

  private static final int BATCH = 1_000;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final PaymentTable<SpecialPayment> payments;

  public SpecialLedger(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.payments = new PaymentTable<>(jdbc, "special_payment", SpecialLedger::payment);
  }

  public long nextChargeId() {
    return jdbc.sql("SELECT COALESCE(MAX(charge_id), 0) + 1 FROM special_charge")
        .query(Long.class)
        .single();
  }

  /** A region's charges of the year and of years before it, in the order they were approved. */
  public List<SpecialCharge> charges(String region, int year) {
    return jdbc.sql(
            "SELECT * FROM special_charge WHERE region = :region AND contribution_year <= :year ORDER"
                + " BY charge_id")
        .param("region", region)
        .param("year", year)
        .query(SpecialLedger::charge)
        .list();
  }

  public List<SpecialCharge> chargesOf(IdNumber person) {
    return jdbc.sql("SELECT * FROM special_charge WHERE id_number = :person ORDER BY charge_id")
        .param("person", person.whole())
        .query(SpecialLedger::charge)
        .list();
  }

  public void insertCharges(int year, long runId, Collection<SpecialCharge> charges) {
    template.batchUpdate(
        "INSERT INTO special_charge (charge_id, region, contribution_year, id_number, person_name,"
            + " kind, period_from, period_to, charge_type, amount, run_id) VALUES (?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?)",
        charges,
        BATCH,
        (statement, charge) -> {
          statement.setLong(1, charge.id());
          statement.setString(2, charge.region());
          statement.setInt(3, year);
          statement.setString(4, charge.idNumber().whole());
          statement.setString(5, charge.name());
          statement.setString(6, charge.kind().name());
          statement.setString(7, charge.from().toString());
          statement.setString(8, charge.to().toString());
          statement.setString(9, charge.type());
          statement.setBigDecimal(10, charge.amount().amount());
          statement.setLong(11, runId);
        });
  }

  /** A region's payments in order of their days. */
  public List<SpecialPayment> payments(String region) {
    return payments.ofRegion(region);
  }

  /** A person's payments in every region, in order of their days. */
  public List<SpecialPayment> paymentsOf(IdNumber person) {
    return payments.ofPerson(person);
  }

  public void insertPayments(long runId, Collection<SpecialPayment> added) {
    long[] id = {payments.lastId()};
    template.batchUpdate(
        "INSERT INTO special_payment (region, payment_key, payment_id, id_number, kind, paid_on,"
            + " amount, serial_no, source_line, run_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        added,
        BATCH,
        (statement, payment) -> {
          statement.setString(1, payment.region());
          statement.setString(2, payment.key());
          statement.setLong(3, ++id[0]);
          statement.setString(4, payment.idNumber().whole());
          statement.setString(5, payment.kind().name());
          statement.setObject(6, payment.paidOn());
          statement.setBigDecimal(7, payment.amount().amount());
          statement.setString(8, payment.serial());
          statement.setString(9, payment.sourceLine());
          statement.setLong(10, runId);
        });
  }

  private static SpecialCharge charge(ResultSet row, int number) throws SQLException {
    return new SpecialCharge(
        row.getLong("charge_id"),
        row.getString("region"),
        InsuranceKind.valueOf(row.getString("kind")),
        new IdNumber(row.getString("id_number")),
        row.getString("person_name"),
        YearMonth.parse(row.getString("period_from")),
        YearMonth.parse(row.getString("period_to")),
        row.getString("charge_type"),
        new Money(row.getBigDecimal("amount")));
  }

  private static SpecialPayment payment(ResultSet row, int number) throws SQLException {
    return new SpecialPayment(
        row.getString("region"),
        row.getString("payment_key"),
        InsuranceKind.valueOf(row.getString("kind")),
        new IdNumber(row.getString("id_number")),
        row.getObject("paid_on", LocalDate.class),
        new Money(row.getBigDecimal("amount")),
        row.getString("serial_no"),
        row.getString("source_line"));
  }
}
