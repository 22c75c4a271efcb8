package basedecl.ledger.latefee;

import basedecl.assessment.collection.EmployerMonth;
import basedecl.money.Money;
import basedecl.payment.EmployerPayment;
import basedecl.payment.Movement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What employers paid, each payment once: the same serial number, or without one the same line of
 * the same file. A file is the same when its bytes are; a line also when a file of the same name
 * has the same figures in the same row, as a list that has grown since has. A serial number may
 * stand once for a payment and once for what gives it back.
 */
public final class PaymentLedger {

  private static final int BATCH = 1_000;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final String policy;

  public PaymentLedger(JdbcTemplate template, String policy) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.policy = policy;
  }

  /** A line that was on record already, and the line that stands for it. */
  public record Known(PaymentRecord line, PaymentRecord onRecord) {}

  /**
   * What became of some lines.
   *
   * @param fresh lines taken
   * @param again lines that are the very ones on record
   * @param known lines of payments that another line stands for
   */
  public record Taken(int fresh, int again, List<Known> known) {
    public Taken {
      known = List.copyOf(known);
    }
  }

  /** Takes the payments that are not on record, in the caller's transaction. */
  public Taken take(long runId, Collection<PaymentRecord> lines) {
    Map<String, PaymentRecord> onRecord = onRecord(lines);
    List<PaymentRecord> fresh = new ArrayList<>();
    List<Known> known = new ArrayList<>();
    int again = 0;
    for (PaymentRecord line : lines) {
      PaymentRecord before = onRecord.get(paymentKey(line));
      String lineKey = lineKey(line);
      if (before == null && lineKey != null) {
        before = onRecord.get(lineKey);
      }
      if (before == null) {
        fresh.add(line);
        onRecord.put(paymentKey(line), line);
        if (lineKey != null) {
          onRecord.put(lineKey, line);
        }
      } else if (before.isSameLine(line) || before.isSameLineOfGrownFile(line)) {
        again++;
      } else {
        known.add(new Known(line, before));
      }
    }
    insert(runId, fresh);
    return new Taken(fresh.size(), again, known);
  }

  /** The year's payments in order of employer, month and day. */
  public List<PaymentRecord> ofYear(int year) {
    return jdbc.sql(
            "SELECT * FROM payment WHERE policy = :policy AND period LIKE :year ORDER BY"
                + " employer_code, period, paid_on, amount, payment_key")
        .param("policy", policy)
        .param("year", year + "-%")
        .query(PaymentLedger::payment)
        .list();
  }

  /**
   * The employers' months of the year that were paid for, or given back.
   *
   * @param until the last day that counts
   */
  public Set<EmployerMonth> months(int year, LocalDate until) {
    return jdbc.sql(
            "SELECT DISTINCT employer_code, period FROM payment WHERE policy = :policy AND period LIKE"
                + " :year AND paid_on <= :until")
        .param("policy", policy)
        .param("year", year + "-%")
        .param("until", until)
        .query(
            (row, number) ->
                new EmployerMonth(
                    row.getString("employer_code"), YearMonth.parse(row.getString("period"))))
        .set();
  }

  /** Whether the line, or another that stands for it, is on record. */
  public boolean has(PaymentRecord line) {
    return !onRecord(List.of(line)).isEmpty();
  }

  /** The payment, not the reversal, on record with that serial number. */
  public Optional<PaymentRecord> withSerial(String serial) {
    return jdbc.sql("SELECT * FROM payment WHERE policy = :policy AND payment_key = :key")
        .param("policy", policy)
        .param("key", digest(Movement.PAYMENT, serial))
        .query(PaymentLedger::payment)
        .optional();
  }

  /** One employer's payments of the year in order of month and day. */
  public List<PaymentRecord> ofEmployer(String employer, int year) {
    return jdbc.sql(
            "SELECT * FROM payment WHERE policy = :policy AND employer_code = :employer AND"
                + " period LIKE :year ORDER BY period, paid_on, amount, payment_key")
        .param("policy", policy)
        .param("employer", employer)
        .param("year", year + "-%")
        .query(PaymentLedger::payment)
        .list();
  }

  private Map<String, PaymentRecord> onRecord(Collection<PaymentRecord> lines) {
    Map<String, PaymentRecord> known = new HashMap<>();
    if (lines.isEmpty()) {
      return known;
    }
    List<String> keys = lines.stream().map(PaymentLedger::paymentKey).distinct().toList();
    List<String> lineKeys = new ArrayList<>();
    for (PaymentRecord line : lines) {
      Optional.ofNullable(lineKey(line)).ifPresent(lineKeys::add);
    }
    find(known, "payment_key", keys);
    if (!lineKeys.isEmpty()) {
      find(known, "line_key", lineKeys);
    }
    return known;
  }

  private void find(Map<String, PaymentRecord> known, String column, List<String> keys) {
    jdbc.sql("SELECT * FROM payment WHERE policy = :policy AND " + column + " IN (:keys)")
        .param("policy", policy)
        .param("keys", keys)
        .query(
            row -> {
              known.put(row.getString(column), payment(row, 0));
            });
  }

  private void insert(long runId, List<PaymentRecord> fresh) {
    template.batchUpdate(
        "INSERT INTO payment (payment_key, policy, line_key, run_id, employer_code, period, paid_on,"
            + " amount, serial_no, file_path, file_sha256, sheet, row_no) VALUES (?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?)",
        fresh,
        BATCH,
        (statement, line) -> {
          EmployerPayment payment = line.payment();
          statement.setString(1, paymentKey(line));
          statement.setString(2, policy);
          statement.setString(3, lineKey(line));
          statement.setLong(4, runId);
          statement.setString(5, payment.employerCode());
          statement.setString(6, payment.period().toString());
          statement.setObject(7, payment.paidOn());
          statement.setBigDecimal(8, payment.amount().amount());
          statement.setString(9, payment.serial().orElse(null));
          statement.setString(10, line.file());
          statement.setString(11, line.sha256());
          statement.setString(12, line.sheet());
          statement.setInt(13, line.row());
        });
  }

  private static String paymentKey(PaymentRecord line) {
    return line.payment()
        .serial()
        .map(serial -> digest(Movement.takenFor(line.payment().amount()), serial))
        .orElseGet(() -> digest("line", line.sha256(), line.sheet(), Integer.toString(line.row())));
  }

  private static @Nullable String lineKey(PaymentRecord line) {
    EmployerPayment payment = line.payment();
    return payment.serial().isPresent()
        ? null
        : digest(
            "name",
            line.file(),
            line.sheet(),
            Integer.toString(line.row()),
            payment.employerCode(),
            payment.period().toString(),
            payment.paidOn().toString(),
            payment.amount().toString());
  }

  private static String digest(String... parts) {
    return DigestUtils.sha256Hex(String.join("\n", parts));
  }

  private static PaymentRecord payment(ResultSet row, int number) throws SQLException {
    return new PaymentRecord(
        new EmployerPayment(
            row.getString("employer_code"),
            YearMonth.parse(row.getString("period")),
            row.getObject("paid_on", LocalDate.class),
            new Money(row.getBigDecimal("amount")),
            Optional.ofNullable(row.getString("serial_no"))),
        row.getString("file_path"),
        row.getString("file_sha256"),
        row.getString("sheet"),
        row.getInt("row_no"));
  }
}
