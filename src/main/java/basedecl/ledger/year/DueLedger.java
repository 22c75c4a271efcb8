package basedecl.ledger.year;

import basedecl.assessment.YearWage;
import basedecl.assessment.latefee.EmployerDue;
import basedecl.declaration.row.MonthsInService;
import basedecl.ledger.database.LedgerKeys;
import basedecl.ledger.intake.MonthsInServiceLedger;
import basedecl.money.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bases that hold in each month, and the dues that follow from them. */
public final class DueLedger {

  private static final NavigableMap<YearMonth, Money> NONE = new TreeMap<>();

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public DueLedger(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  /** Takes one person's bases. */
  public interface BaseConsumer {

    /**
     * @param wage as declared, or as an audit assessed it
     * @param base as declared and assessed
     * @param changes the base from each month on (inclusive) where it is another
     * @param served the months in which the person counts
     */
    void accept(
        DeclarationRecord declaration,
        YearWage wage,
        Money base,
        NavigableMap<YearMonth, Money> changes,
        MonthsInService served);
  }

  /**
   * The bases of everybody in these declarations and of those who joined since, declaration by
   * declaration, streamed.
   */
  public void forEachBase(List<DeclarationRecord> declarations, BaseConsumer consumer) {
    MonthsInServiceLedger months = new MonthsInServiceLedger(template);
    Map<Long, Map<Integer, MonthsInService>> served = new HashMap<>();
    Set<Long> joinedOrLeft = months.declarations();
    declarations.stream()
        .map(DeclarationRecord::id)
        .filter(joinedOrLeft::contains)
        .forEach(id -> served.put(id, months.of(id)));
    forEach(declarations, served, consumer);
  }

  /** The bases of those who were declared, as if none of them had joined or left. */
  void forEachDeclaredBase(List<DeclarationRecord> declarations, BaseConsumer consumer) {
    forEach(declarations, Map.of(), consumer);
  }

  /** People who joined stand in declarations of {@code served} alone. */
  private void forEach(
      List<DeclarationRecord> declarations,
      Map<Long, Map<Integer, MonthsInService>> served,
      BaseConsumer consumer) {
    boolean anyChange =
        !jdbc.sql("SELECT line_key FROM base_change LIMIT 1").query(Long.class).list().isEmpty();
    MonthlyWageLedger wages = new MonthlyWageLedger(template);
    Map<Long, Map<Integer, NavigableMap<YearMonth, Money>>> divided = new HashMap<>();
    Set<Long> concerned = wages.declarations();
    declarations.stream()
        .map(DeclarationRecord::id)
        .filter(concerned::contains)
        .forEach(id -> divided.put(id, wages.of(id)));
    template.execute(
        (ConnectionCallback<Boolean>)
            connection -> {
              stream(connection, declarations, anyChange, divided, served, consumer);
              return true;
            });
  }

  private static void stream(
      Connection connection,
      List<DeclarationRecord> declarations,
      boolean anyChange,
      Map<Long, Map<Integer, NavigableMap<YearMonth, Money>>> divided,
      Map<Long, Map<Integer, MonthsInService>> served,
      BaseConsumer consumer)
      throws SQLException {
    try (PreparedStatement people =
            connection.prepareStatement(
                "SELECT line_key, declared_wage, base FROM declared_person WHERE line_key BETWEEN ? AND"
                    + " ? ORDER BY line_key");
        PreparedStatement changed =
            connection.prepareStatement(
                "SELECT line_key, effective_from, base FROM base_change WHERE line_key BETWEEN ? AND"
                    + " ?")) {
      people.setFetchSize(1_000);
      for (DeclarationRecord declaration : declarations) {
        Map<Long, NavigableMap<YearMonth, Money>> changes =
            anyChange ? changes(changed, declaration.id()) : Map.of();
        Map<Integer, NavigableMap<YearMonth, Money>> wages =
            divided.getOrDefault(declaration.id(), Map.of());
        Map<Integer, MonthsInService> months = served.getOrDefault(declaration.id(), Map.of());
        people.setLong(1, LedgerKeys.firstLineOf(declaration.id()));
        people.setLong(
            2,
            months.isEmpty()
                ? LedgerKeys.lastDeclaredLineOf(declaration.id())
                : LedgerKeys.lastLineOf(declaration.id()));
        try (ResultSet rows = people.executeQuery()) {
          while (rows.next()) {
            int line = LedgerKeys.lineOf(rows.getLong(1));
            consumer.accept(
                declaration,
                new YearWage(new Money(rows.getBigDecimal(2)), wages.getOrDefault(line, NONE)),
                new Money(rows.getBigDecimal(3)),
                changes.getOrDefault(rows.getLong(1), NONE),
                months.getOrDefault(line, MonthsInService.ALWAYS));
          }
        }
      }
    }
  }

  private static Map<Long, NavigableMap<YearMonth, Money>> changes(
      PreparedStatement statement, long declarationId) throws SQLException {
    Map<Long, NavigableMap<YearMonth, Money>> changes = new HashMap<>();
    statement.setLong(1, LedgerKeys.firstLineOf(declarationId));
    statement.setLong(2, LedgerKeys.lastLineOf(declarationId));
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        changes
            .computeIfAbsent(rows.getLong(1), key -> new TreeMap<>())
            .put(YearMonth.parse(rows.getString(2)), new Money(rows.getBigDecimal(3)));
      }
    }
    return changes;
  }

  /** Puts these dues in the place of the year's, in the caller's transaction. */
  public void replace(String policy, int year, long runId, Collection<DueRecord> dues) {
    jdbc.sql("DELETE FROM monthly_due WHERE policy = :policy AND period LIKE :year")
        .param("policy", policy)
        .param("year", year + "-%")
        .update();
    template.batchUpdate(
        "INSERT INTO monthly_due (policy, employer_code, period, run_id, method, declaration_id,"
            + " employer_due, personal_due, total_due, deadline) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        dues,
        1_000,
        (statement, record) -> {
          EmployerDue due = record.due();
          statement.setString(1, policy);
          statement.setString(2, due.employerCode());
          statement.setString(3, due.period().toString());
          statement.setLong(4, runId);
          statement.setString(5, due.method().name());
          statement.setObject(
              6, record.declaration().isPresent() ? record.declaration().getAsLong() : null);
          statement.setBigDecimal(7, record.dues().employer().map(Money::amount).orElse(null));
          statement.setBigDecimal(8, record.dues().personal().map(Money::amount).orElse(null));
          statement.setBigDecimal(9, due.total().map(Money::amount).orElse(null));
          statement.setObject(10, due.deadline());
        });
  }

  /** The year's dues by employer, then month. */
  public List<EmployerDue> ofYear(String policy, int year) {
    return jdbc.sql(
            "SELECT * FROM monthly_due WHERE policy = :policy AND period LIKE :year ORDER BY"
                + " employer_code, period")
        .param("policy", policy)
        .param("year", year + "-%")
        .query(DueLedger::due)
        .list();
  }

  /** One employer's dues of the year by month. */
  public List<EmployerDue> ofEmployer(String policy, int year, String employer) {
    return jdbc.sql(
            "SELECT * FROM monthly_due WHERE policy = :policy AND employer_code = :employer AND period"
                + " LIKE :year ORDER BY period")
        .param("policy", policy)
        .param("employer", employer)
        .param("year", year + "-%")
        .query(DueLedger::due)
        .list();
  }

  private static EmployerDue due(ResultSet row, int number) throws SQLException {
    return new EmployerDue(
        row.getString("employer_code"),
        YearMonth.parse(row.getString("period")),
        EmployerDue.Method.valueOf(row.getString("method")),
        Optional.ofNullable(row.getBigDecimal("total_due")).map(Money::new),
        row.getObject("deadline", LocalDate.class));
  }
}
