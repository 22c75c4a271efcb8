package basedecl.ledger.collection;

import basedecl.assessment.collection.EmployerMonth;
import basedecl.assessment.collection.Receipt;
import basedecl.ledger.latefee.PaymentRecord;
import basedecl.money.Money;
import basedecl.payment.EmployerPayment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What came back for the batches of a policy, each once. */
public final class ReceiptLedger {

  private static final int BATCH = 1_000;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final String policy;

  public ReceiptLedger(JdbcTemplate template, String policy) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.policy = policy;
  }

  /** The receipts of every year in order of their keys. */
  public List<ReceiptRecord> all() {
    return jdbc.sql("SELECT * FROM collection_receipt WHERE policy = :policy ORDER BY receipt_key")
        .param("policy", policy)
        .query(ReceiptLedger::receipt)
        .list();
  }

  /** Those of a year. */
  public List<Receipt> ofYear(int year) {
    return jdbc
        .sql(
            "SELECT * FROM collection_receipt WHERE policy = :policy AND contribution_year = :year"
                + " ORDER BY receipt_key")
        .param("policy", policy)
        .param("year", year)
        .query(ReceiptLedger::receipt)
        .list()
        .stream()
        .map(ReceiptRecord::receipt)
        .toList();
  }

  /** Keeps receipts that are not on record, in the caller's transaction. */
  public void add(long runId, Collection<ReceiptRecord> receipts) {
    template.batchUpdate(
        "INSERT INTO collection_receipt (policy, contribution_year, receipt_key, batch_no,"
            + " employer_code, period, received_on, amount, late_fee, serial_no, run_id, file_path,"
            + " file_sha256, sheet, row_no) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        receipts,
        BATCH,
        (statement, each) -> {
          Receipt receipt = each.receipt();
          statement.setString(1, policy);
          statement.setInt(2, receipt.key().period().getYear());
          statement.setString(3, each.key());
          statement.setInt(4, receipt.batch());
          statement.setString(5, receipt.key().employerCode());
          statement.setString(6, receipt.key().period().toString());
          statement.setObject(7, receipt.on());
          statement.setBigDecimal(8, receipt.amount().amount());
          statement.setBigDecimal(9, receipt.lateFee().amount());
          statement.setString(10, receipt.serial());
          statement.setLong(11, runId);
          statement.setString(12, each.source().file());
          statement.setString(13, each.source().sha256());
          statement.setString(14, each.source().sheet());
          statement.setInt(15, each.source().row());
        });
  }

  private static ReceiptRecord receipt(ResultSet row, int number) throws SQLException {
    Receipt receipt =
        new Receipt(
            row.getInt("batch_no"),
            new EmployerMonth(
                row.getString("employer_code"), YearMonth.parse(row.getString("period"))),
            row.getObject("received_on", LocalDate.class),
            new Money(row.getBigDecimal("amount")),
            new Money(row.getBigDecimal("late_fee")),
            row.getString("serial_no"));
    return new ReceiptRecord(
        receipt,
        new PaymentRecord(
            new EmployerPayment(
                receipt.key().employerCode(),
                receipt.key().period(),
                receipt.on(),
                receipt.amount(),
                Optional.of(receipt.serial())),
            row.getString("file_path"),
            row.getString("file_sha256"),
            row.getString("sheet"),
            row.getInt("row_no")));
  }
}
