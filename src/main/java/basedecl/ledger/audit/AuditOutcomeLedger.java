package basedecl.ledger.audit;

import basedecl.assessment.Dues;
import basedecl.audit.OutcomeKind;
import basedecl.ledger.database.Instants;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What came of the audits of a policy's year. Rows are added and read; nothing here changes or
 * deletes one: what an employer's state is, the newest outcome says.
 */
public final class AuditOutcomeLedger {

  /** The longest note, in UTF-16 units; whoever takes one in asks for a shorter one. */
  public static final int LONGEST_NOTE = 1_000;

  private static final int BATCH = 1_000;
  private static final int ATTEMPTS = 5;

  private static final String SELECT =
      "SELECT outcome_id, employer_code, kind, outcome_date, run_id, account_name, recorded_at, note,"
          + " declaration_id FROM audit_outcome WHERE policy = :policy AND contribution_year = :year ";

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final String policy;
  private final int year;

  public AuditOutcomeLedger(JdbcTemplate template, String policy, int year) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.policy = policy;
    this.year = year;
  }

  /** Every outcome of an employer, the newest first. */
  public List<AuditOutcome> ofEmployer(String employerCode) {
    return jdbc.sql(SELECT + "AND employer_code = :employer ORDER BY outcome_id DESC")
        .param("policy", policy)
        .param("year", year)
        .param("employer", employerCode)
        .query(AuditOutcomeLedger::outcome)
        .list();
  }

  /** Each employer's newest outcome, by its code. */
  public Map<String, AuditOutcome> newest() {
    Map<String, AuditOutcome> newest = new HashMap<>();
    jdbc.sql(SELECT + "ORDER BY outcome_id")
        .param("policy", policy)
        .param("year", year)
        .query(AuditOutcomeLedger::outcome)
        .list()
        .forEach(outcome -> newest.put(outcome.employerCode(), outcome));
    return newest;
  }

  /** Every assessment of the year, in the order in which they were recorded. */
  public List<AuditOutcome> assessments() {
    return jdbc.sql(SELECT + "AND kind = :assessed ORDER BY outcome_id")
        .param("policy", policy)
        .param("year", year)
        .param("assessed", OutcomeKind.ASSESSED.name())
        .query(AuditOutcomeLedger::outcome)
        .list();
  }

  /**
   * Records what an employer handed in, explained or corrected.
   *
   * @param kind any but an assessment, which comes with its lines
   */
  public void record(
      String employerCode, OutcomeKind kind, LocalDate day, RecordedBy by, String note) {
    if (kind == OutcomeKind.ASSESSED) {
      throw new IllegalArgumentException("An assessment is recorded with its lines");
    }
    for (int attempt = 1; ; attempt++) {
      try {
        insert(employerCode, kind, day, by, note, OptionalLong.empty(), Optional.empty());
        return;
      } catch (DuplicateKeyException e) {
        // Somebody recorded another one at this very moment and has the number.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Who recorded an assessment of these very lines for the employer before; empty: nobody. */
  public Optional<RecordedBy> takenBy(String employerCode, String digest) {
    return jdbc.sql(SELECT + "AND employer_code = :employer AND digest = :digest")
        .param("policy", policy)
        .param("year", year)
        .param("employer", employerCode)
        .param("digest", digest)
        .query(AuditOutcomeLedger::outcome)
        .optional()
        .map(AuditOutcome::by);
  }

  /**
   * Records an assessment with its lines, in the caller's transaction.
   *
   * @param declaration the version that it made
   * @param digest over its lines
   */
  public void recordAssessed(
      String employerCode,
      LocalDate day,
      RecordedBy by,
      String note,
      long declaration,
      String digest,
      List<OutcomeLine> lines) {
    insert(
        employerCode,
        OutcomeKind.ASSESSED,
        day,
        by,
        note,
        OptionalLong.of(declaration),
        Optional.of(digest));
    long number = numberOf(employerCode, digest).orElseThrow();
    insertLines(number, lines);
  }

  /** The lines of an assessment in their order; none for the other kinds. */
  public List<OutcomeLine> lines(AuditOutcome outcome) {
    Map<Integer, List<OutcomeLine.Month>> months = new LinkedHashMap<>();
    template.query(
        "SELECT * FROM audit_outcome_month WHERE outcome_id = ? ORDER BY line_no, period",
        row -> {
          months.computeIfAbsent(row.getInt("line_no"), line -> new ArrayList<>()).add(month(row));
        },
        outcome.number());
    return jdbc.sql("SELECT * FROM audit_outcome_line WHERE outcome_id = :outcome ORDER BY line_no")
        .param("outcome", outcome.number())
        .query((row, number) -> line(row, months.getOrDefault(row.getInt("line_no"), List.of())))
        .list();
  }

  private Optional<Long> numberOf(String employerCode, String digest) {
    return jdbc.sql(
            "SELECT outcome_id FROM audit_outcome WHERE policy = :policy AND contribution_year = :year"
                + " AND employer_code = :employer AND digest = :digest")
        .param("policy", policy)
        .param("year", year)
        .param("employer", employerCode)
        .param("digest", digest)
        .query(Long.class)
        .optional();
  }

  private void insert(
      String employerCode,
      OutcomeKind kind,
      LocalDate day,
      RecordedBy by,
      String note,
      OptionalLong declaration,
      Optional<String> digest) {
    if (note.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException("A note of " + note.length());
    }
    Optional<RecordedBy.Run> run =
        by instanceof RecordedBy.Run it ? Optional.of(it) : Optional.empty();
    Optional<RecordedBy.Desk> desk =
        by instanceof RecordedBy.Desk it ? Optional.of(it) : Optional.empty();
    jdbc.sql(
            "INSERT INTO audit_outcome (outcome_id, policy, contribution_year, employer_code, kind,"
                + " outcome_date, run_id, account_name, recorded_at, note, declaration_id, digest) SELECT"
                + " COALESCE(MAX(outcome_id), 0) + 1, :policy, :year, :employer, :kind, :day, :run,"
                + " :account, :at, :note, :declaration, :digest FROM audit_outcome")
        .param("policy", policy)
        .param("year", year)
        .param("employer", employerCode)
        .param("kind", kind.name())
        .param("day", day)
        .param("run", run.map(RecordedBy.Run::number).orElse(null))
        .param("account", desk.map(RecordedBy.Desk::account).orElse(null))
        .param("at", desk.map(RecordedBy.Desk::at).map(Instants::column).orElse(null))
        .param("note", note)
        .param("declaration", declaration.isPresent() ? declaration.getAsLong() : null)
        .param("digest", digest.orElse(null))
        .update();
  }

  private void insertLines(long outcome, List<OutcomeLine> lines) {
    List<Integer> numbers = new ArrayList<>();
    List<NumberedMonth> months = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int number = i + 1;
      numbers.add(number);
      lines.get(i).months().forEach(month -> months.add(new NumberedMonth(number, month)));
    }
    template.batchUpdate(
        "INSERT INTO audit_outcome_line (outcome_id, line_no, declared_line, person_name, id_number,"
            + " wage, period_from, period_to, basis) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        numbers,
        BATCH,
        (statement, number) -> {
          OutcomeLine line = lines.get(number - 1);
          statement.setLong(1, outcome);
          statement.setInt(2, number);
          statement.setInt(3, line.declaredLine());
          statement.setString(4, line.name());
          statement.setString(5, line.idNumber().whole());
          statement.setBigDecimal(6, line.wage().amount());
          statement.setString(7, line.from().toString());
          statement.setString(8, line.to().toString());
          statement.setString(9, line.basis());
        });
    template.batchUpdate(
        "INSERT INTO audit_outcome_month (outcome_id, line_no, period, wage_before, base_before,"
            + " base_after, employer_before, personal_before, employer_after, personal_after) VALUES"
            + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        months,
        BATCH,
        (statement, each) -> {
          OutcomeLine.Month month = each.month();
          statement.setLong(1, outcome);
          statement.setInt(2, each.line());
          statement.setString(3, month.month().toString());
          statement.setBigDecimal(4, month.wageBefore().amount());
          statement.setBigDecimal(5, month.baseBefore().amount());
          statement.setBigDecimal(6, month.baseAfter().amount());
          setDues(statement, 7, month.duesBefore());
          setDues(statement, 9, month.duesAfter());
        });
  }

  private record NumberedMonth(int line, OutcomeLine.Month month) {}

  private static void setDues(PreparedStatement statement, int first, Dues dues)
      throws SQLException {
    statement.setBigDecimal(first, dues.employer().map(Money::amount).orElse(null));
    statement.setBigDecimal(first + 1, dues.personal().map(Money::amount).orElse(null));
  }

  private static AuditOutcome outcome(ResultSet row, int number) throws SQLException {
    Long declaration = row.getObject("declaration_id", Long.class);
    return new AuditOutcome(
        row.getLong("outcome_id"),
        row.getString("employer_code"),
        OutcomeKind.valueOf(row.getString("kind")),
        row.getObject("outcome_date", LocalDate.class),
        by(row),
        row.getString("note"),
        declaration == null ? OptionalLong.empty() : OptionalLong.of(declaration));
  }

  private static RecordedBy by(ResultSet row) throws SQLException {
    Optional<Instant> at = Instants.of(row, "recorded_at");
    return at.isPresent()
        ? new RecordedBy.Desk(Objects.requireNonNull(row.getString("account_name")), at.get())
        : new RecordedBy.Run(row.getLong("run_id"));
  }

  private static OutcomeLine line(ResultSet row, List<OutcomeLine.Month> months)
      throws SQLException {
    return new OutcomeLine(
        row.getInt("declared_line"),
        row.getString("person_name"),
        new IdNumber(row.getString("id_number")),
        new Money(row.getBigDecimal("wage")),
        YearMonth.parse(row.getString("period_from")),
        YearMonth.parse(row.getString("period_to")),
        row.getString("basis"),
        months);
  }

  private static OutcomeLine.Month month(ResultSet row) throws SQLException {
    return new OutcomeLine.Month(
        YearMonth.parse(row.getString("period")),
        new Money(row.getBigDecimal("wage_before")),
        new Money(row.getBigDecimal("base_before")),
        new Money(row.getBigDecimal("base_after")),
        new Dues(
            money(row.getBigDecimal("employer_before")),
            money(row.getBigDecimal("personal_before"))),
        new Dues(
            money(row.getBigDecimal("employer_after")),
            money(row.getBigDecimal("personal_after"))));
  }

  private static Optional<Money> money(@Nullable BigDecimal amount) {
    return Optional.ofNullable(amount).map(Money::new);
  }
}
