package basedecl.ledger.flexible;

import basedecl.assessment.flexible.PaidFor;
import basedecl.money.Money;
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

/** Ordinary payments of those who pay alone, and batch debits that failed. */
public final class FlexiblePaymentLedger {

  private static final int BATCH = 1_000;

  private final JdbcTemplate template;
  private final PaymentTable<FlexiblePayment> payments;

  public FlexiblePaymentLedger(JdbcTemplate template) {
    this.template = template;
    this.payments =
        new PaymentTable<>(
            JdbcClient.create(template), "flexible_payment", FlexiblePaymentLedger::payment);
  }

  /** A region's payments of every year, in order of their days. */
  public List<FlexiblePayment> payments(String region) {
    return payments.ofRegion(region);
  }

  /** A person's payments in every region, in order of their days. */
  public List<FlexiblePayment> paymentsOf(IdNumber person) {
    return payments.ofPerson(person);
  }

  /** Stores new payments, in the caller's transaction. */
  public void insert(long runId, Collection<FlexiblePayment> added) {
    long[] id = {payments.lastId()};
    template.batchUpdate(
        "INSERT INTO flexible_payment (region, payment_key, payment_id, contribution_year, id_number,"
            + " kind, paid_on, amount, serial_no, period_from, period_to, failure, source_line, run_id)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        added,
        BATCH,
        (statement, payment) -> {
          statement.setString(1, payment.region());
          statement.setString(2, payment.key());
          statement.setLong(3, ++id[0]);
          statement.setInt(4, payment.year());
          statement.setString(5, payment.idNumber().whole());
          statement.setString(6, payment.kind().name());
          statement.setObject(7, payment.paidOn());
          statement.setBigDecimal(8, payment.amount().amount());
          statement.setString(9, payment.serial());
          statement.setString(10, payment.paidFor().map(p -> p.from().toString()).orElse(null));
          statement.setString(11, payment.paidFor().map(p -> p.to().toString()).orElse(null));
          statement.setString(12, payment.failure().orElse(null));
          statement.setString(13, payment.sourceLine());
          statement.setLong(14, runId);
        });
  }

  private static FlexiblePayment payment(ResultSet row, int number) throws SQLException {
    Optional<YearMonth> from =
        Optional.ofNullable(row.getString("period_from")).map(YearMonth::parse);
    Optional<YearMonth> to = Optional.ofNullable(row.getString("period_to")).map(YearMonth::parse);
    return new FlexiblePayment(
        row.getString("region"),
        row.getString("payment_key"),
        row.getInt("contribution_year"),
        InsuranceKind.valueOf(row.getString("kind")),
        new IdNumber(row.getString("id_number")),
        row.getObject("paid_on", LocalDate.class),
        new Money(row.getBigDecimal("amount")),
        row.getString("serial_no"),
        from.flatMap(first -> to.map(last -> new PaidFor(first, last))),
        Optional.ofNullable(row.getString("failure")),
        row.getString("source_line"));
  }
}
