package basedecl.ledger.year;

import basedecl.assessment.Adjustment;
import basedecl.assessment.Dues;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.declaration.procedure.VersionStanding;
import basedecl.ledger.database.LedgerKeys;
import basedecl.money.Money;
import basedecl.person.DocumentKind;
import basedecl.person.IdNumber;
import basedecl.policy.Population;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is declared for a year as known now: the current declarations and their people. */
public final class YearLedger {

  private static final int FILES_BETWEEN = 4;
  private static final int PERSONS_TOGETHER = 2_000;

  private static final String CURRENT = VersionStanding.CURRENT.name();
  private static final String REPLACED = VersionStanding.REPLACED.name();
  private static final List<String> ACCEPTED = VersionStanding.accepted().map(Enum::name).toList();

  private static final int LINES_TOGETHER = 500;

  private static final String PERSON =
      "line_key, person_name, document_kind, id_number, declared_wage, base, adjustment,"
          + " employer_due, personal_due, remarks, sheet, row_no";

  private static final String DECLARATIONS =
      "SELECT d.*, f.path, e.employer_name AS roster_name, e.agency, r.business_date AS declared_on FROM declaration d JOIN intake_file"
          + " f ON f.file_id = COALESCE(d.people_file_id, d.file_id) LEFT JOIN employer e ON e.employer_code = d.employer_code JOIN ledger_run r ON r.run_id = d.run_id ";

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public YearLedger(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  /** The declarations in force in order of employer code. */
  public List<DeclarationRecord> current(String policy, int year, Population population) {
    return jdbc.sql(
            DECLARATIONS
                + "WHERE d.policy = :policy AND d.contribution_year = :year AND d.population ="
                + " :population AND d.standing = :current ORDER BY d.employer_code")
        .param("policy", policy)
        .param("year", year)
        .param("population", population.name())
        .param("current", CURRENT)
        .query(YearLedger::declaration)
        .list();
  }

  /**
   * The declarations in force and those on their way to take a place, in order of employer code and
   * version.
   */
  public List<DeclarationRecord> standing(String policy, int year, Population population) {
    return jdbc.sql(
            DECLARATIONS
                + "WHERE d.policy = :policy AND d.contribution_year = :year AND d.population ="
                + " :population AND d.standing IN (:standing) ORDER BY d.employer_code, d.version")
        .param("policy", policy)
        .param("year", year)
        .param("population", population.name())
        .param("standing", VersionStanding.standing().map(Enum::name).toList())
        .query(YearLedger::declaration)
        .list();
  }

  /** Each employer's version that is to be signed, reviewed and confirmed. */
  public List<DeclarationRecord> newest(String policy, int year, Population population) {
    Map<String, DeclarationRecord> newest = new LinkedHashMap<>();
    standing(policy, year, population).forEach(d -> newest.put(d.employerCode(), d));
    return List.copyOf(newest.values());
  }

  /**
   * The first day on which each employer's complete materials were submitted, with whatever
   * version.
   */
  public Map<String, LocalDate> submittedOn(String policy, int year, Population population) {
    Map<String, LocalDate> days = new HashMap<>();
    template.query(
        "SELECT d.employer_code, MIN(v.event_date) AS submitted_on FROM declaration_event v JOIN"
            + " declaration d ON d.declaration_id = v.declaration_id WHERE d.policy = ? AND"
            + " d.contribution_year = ? AND d.population = ? AND v.state = ? GROUP BY d.employer_code",
        row -> {
          days.put(row.getString("employer_code"), row.getObject("submitted_on", LocalDate.class));
        },
        policy,
        year,
        population.name(),
        DeclarationState.MATERIALS_COMPLETE.name());
    return days;
  }

  /** Every version that was ever accepted, in order of employer code and version. */
  public List<VersionRecord> versions(String policy, int year, Population population) {
    return jdbc.sql(
            DECLARATIONS
                + "WHERE d.policy = :policy AND"
                + " d.contribution_year = :year AND d.population = :population AND d.standing IN"
                + " (:accepted) ORDER BY d.employer_code, d.version")
        .param("policy", policy)
        .param("year", year)
        .param("population", population.name())
        .param("accepted", ACCEPTED)
        .query(YearLedger::version)
        .list();
  }

  /** One employer's declaration in force. */
  public Optional<DeclarationRecord> current(
      String policy, int year, Population population, String employerCode) {
    return jdbc.sql(
            DECLARATIONS
                + "WHERE d.policy = :policy AND d.contribution_year = :year AND d.population ="
                + " :population AND d.employer_code = :employer AND d.standing = :current")
        .param("policy", policy)
        .param("year", year)
        .param("population", population.name())
        .param("employer", employerCode)
        .param("current", CURRENT)
        .query(YearLedger::declaration)
        .optional();
  }

  /**
   * Of each declaration in force by what its people are told from any others that a ledger may have
   * held under the same number, before it was put back from a copy for example: the digest of the
   * file in which they stood, and the run that took it with the moment at which it began.
   */
  public Map<Long, String> sources(String policy, int year, Population population) {
    Map<Long, String> sources = new HashMap<>();
    template.query(
        "SELECT d.declaration_id, f.sha256, d.run_id, r.started_at FROM declaration d JOIN"
            + " intake_file f ON f.file_id = COALESCE(d.people_file_id, d.file_id) JOIN ledger_run"
            + " r ON r.run_id = d.run_id WHERE d.policy = ? AND d.contribution_year = ? AND"
            + " d.population = ? AND d.standing = ? AND f.sha256 IS NOT NULL",
        row -> {
          sources.put(
              row.getLong(1), row.getString(2) + " " + row.getLong(3) + " " + row.getString(4));
        },
        policy,
        year,
        population.name(),
        CURRENT);
    return sources;
  }

  /**
   * Every accepted version of the employers that declared more than once, in order of employer code
   * and version.
   */
  public List<DeclarationRecord> versionsOfCorrected(
      String policy, int year, Population population) {
    return jdbc.sql(
            DECLARATIONS
                + "WHERE d.policy = :policy AND d.contribution_year = :year AND d.population ="
                + " :population AND d.standing IN (:accepted) AND EXISTS (SELECT 1 FROM"
                + " declaration o WHERE o.policy = d.policy AND o.contribution_year ="
                + " d.contribution_year AND o.population = d.population AND o.employer_code ="
                + " d.employer_code AND o.standing = :replaced) ORDER BY d.employer_code, d.version")
        .param("policy", policy)
        .param("year", year)
        .param("population", population.name())
        .param("accepted", ACCEPTED)
        .param("replaced", REPLACED)
        .query(YearLedger::declaration)
        .list();
  }

  /** Every accepted version of one employer, the newest first. */
  public List<VersionRecord> versions(
      String policy, int year, Population population, String employerCode) {
    return jdbc.sql(
            DECLARATIONS
                + "WHERE d.policy = :policy AND d.contribution_year = :year AND d.population ="
                + " :population AND d.employer_code = :employer AND d.standing IN"
                + " (:accepted) ORDER BY d.version DESC")
        .param("policy", policy)
        .param("year", year)
        .param("population", population.name())
        .param("employer", employerCode)
        .param("accepted", ACCEPTED)
        .query(YearLedger::version)
        .list();
  }

  /** Takes one person's line; may fail as an output fails. */
  public interface PersonConsumer<E extends Exception> {
    void accept(DeclarationRecord declaration, PersonRecord person) throws E;
  }

  /**
   * Every person of the given declarations, declaration by declaration, in line order, streamed.
   * Whoever joined an employer after it declared is not among them.
   */
  public <E extends Exception> void forEachPerson(
      List<DeclarationRecord> declarations, PersonConsumer<E> consumer, Class<E> failure) throws E {
    forEach(declarations, false, consumer, failure);
  }

  /** The same with those who joined since, after the employer's others. */
  public <E extends Exception> void forEachWithJoined(
      List<DeclarationRecord> declarations, PersonConsumer<E> consumer, Class<E> failure) throws E {
    forEach(declarations, true, consumer, failure);
  }

  private <E extends Exception> void forEach(
      List<DeclarationRecord> declarations,
      boolean joined,
      PersonConsumer<E> consumer,
      Class<E> failure)
      throws E {
    try {
      template.execute(
          (ConnectionCallback<Boolean>)
              connection -> {
                streamPeople(connection, declarations, joined, consumer);
                return true;
              });
    } catch (ConsumerFailure e) {
      throw failure.cast(e.getCause());
    }
  }

  /** The people of single lines, in order of their keys. */
  public void forEachLine(Collection<Long> lineKeys, ObjLongConsumer<PersonRecord> consumer) {
    List<Long> keys = lineKeys.stream().sorted().distinct().toList();
    for (int from = 0; from < keys.size(); from += LINES_TOGETHER) {
      jdbc.sql("SELECT " + PERSON + " FROM declared_person WHERE line_key IN (:keys)")
          .param("keys", keys.subList(from, Math.min(keys.size(), from + LINES_TOGETHER)))
          .query(
              row -> {
                consumer.accept(person(row), row.getLong(1));
              });
    }
  }

  /** The person's first line within a declaration. */
  public Optional<PersonRecord> person(DeclarationRecord declaration, IdNumber idNumber) {
    return jdbc.sql(
            "SELECT "
                + PERSON
                + " FROM declared_person WHERE line_key BETWEEN :first AND :last AND id_number ="
                + " :number ORDER BY line_key LIMIT 1")
        .param("first", LedgerKeys.firstLineOf(declaration.id()))
        .param("last", LedgerKeys.lastLineOf(declaration.id()))
        .param("number", idNumber.whole())
        .query((row, number) -> person(row))
        .optional();
  }

  /** A line of a declaration; empty where it has none of that number. */
  public Optional<PersonRecord> line(DeclarationRecord declaration, int line) {
    return jdbc.sql("SELECT " + PERSON + " FROM declared_person WHERE line_key = :key")
        .param("key", LedgerKeys.lineKey(declaration.id(), line))
        .query((row, number) -> person(row))
        .optional();
  }

  private static <E extends Exception> void streamPeople(
      Connection connection,
      List<DeclarationRecord> declarations,
      boolean joined,
      PersonConsumer<E> consumer)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT "
                + PERSON
                + " FROM declared_person WHERE"
                + " line_key BETWEEN ? AND ? ORDER BY line_key")) {
      statement.setFetchSize(1_000);
      for (List<DeclarationRecord> together : inOneQuery(declarations)) {
        statement.setLong(1, LedgerKeys.firstLineOf(together.get(0).id()));
        statement.setLong(2, LedgerKeys.lastLineOf(together.get(together.size() - 1).id()));
        try (ResultSet rows = statement.executeQuery()) {
          int at = 0;
          while (rows.next()) {
            long id = LedgerKeys.declarationOf(rows.getLong(1));
            while (at < together.size() && together.get(at).id() < id) {
              at++;
            }
            boolean wanted = joined || !LedgerKeys.isJoined(LedgerKeys.lineOf(rows.getLong(1)));
            if (wanted && at < together.size() && together.get(at).id() == id) {
              consumer.accept(together.get(at), person(rows));
            }
          }
        }
      }
    } catch (SQLException | DataAccessException e) {
      throw e;
    } catch (Exception e) {
      throw new ConsumerFailure(e);
    }
  }

  /**
   * Declarations whose numbers follow on each other closely, as those of one night do, are asked
   * for together: ten thousand questions to a database server take longer than their answers. What
   * lies between them is passed over.
   */
  static List<List<DeclarationRecord>> inOneQuery(List<DeclarationRecord> declarations) {
    List<List<DeclarationRecord>> queries = new ArrayList<>();
    List<DeclarationRecord> together = new ArrayList<>();
    long last = 0;
    long persons = 0;
    for (DeclarationRecord declaration : declarations) {
      long files = LedgerKeys.fileOf(declaration.id()) - LedgerKeys.fileOf(last);
      boolean close = declaration.id() > last && files <= FILES_BETWEEN;
      if (!together.isEmpty() && (!close || persons > PERSONS_TOGETHER)) {
        queries.add(together);
        together = new ArrayList<>();
        persons = 0;
      }
      together.add(declaration);
      persons += declaration.persons();
      last = declaration.id();
    }
    if (!together.isEmpty()) {
      queries.add(together);
    }
    return queries;
  }

  /** Carries a consumer's failure through the template; it names no data. */
  private static final class ConsumerFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConsumerFailure(Exception cause) {
      super(cause);
    }
  }

  private static VersionRecord version(ResultSet row, int number) throws SQLException {
    return new VersionRecord(
        declaration(row, number),
        VersionStanding.valueOf(row.getString("standing")),
        YearMonth.parse(row.getString("assessed_month")),
        row.getObject("declared_on", LocalDate.class));
  }

  private static DeclarationRecord declaration(ResultSet row, int number) throws SQLException {
    String rosterName = row.getString("roster_name");
    String agency = row.getString("agency");
    return new DeclarationRecord(
        row.getLong("declaration_id"),
        row.getInt("contribution_year"),
        row.getString("employer_code"),
        rosterName == null || rosterName.isEmpty() ? row.getString("employer_name") : rosterName,
        agency == null ? "" : agency,
        row.getInt("version"),
        DeclarationState.valueOf(row.getString("state")),
        row.getString("path"),
        row.getLong("persons"),
        row.getLong("at_lower"),
        row.getLong("at_upper"),
        row.getLong("declared_below_lower"),
        new Money(row.getBigDecimal("declared_total")),
        new Money(row.getBigDecimal("base_total")),
        new Dues(
            money(row.getBigDecimal("employer_due")), money(row.getBigDecimal("personal_due"))),
        row.getString("flagged").equals("Y"));
  }

  private static PersonRecord person(ResultSet row) throws SQLException {
    String mark = row.getString(7);
    return new PersonRecord(
        LedgerKeys.lineOf(row.getLong(1)),
        row.getString(2),
        DocumentKind.valueOf(row.getString(3)),
        new IdNumber(row.getString(4)),
        new Money(row.getBigDecimal(5)),
        new Money(row.getBigDecimal(6)),
        switch (mark) {
          case "R" -> Adjustment.RAISED_TO_LOWER;
          case "L" -> Adjustment.LOWERED_TO_UPPER;
          default -> Adjustment.AS_DECLARED;
        },
        mark.equals("R") || mark.equals("E"),
        new Dues(money(row.getBigDecimal(8)), money(row.getBigDecimal(9))),
        row.getString(10),
        row.getString(11),
        row.getInt(12));
  }

  private static Optional<Money> money(@Nullable BigDecimal amount) {
    return Optional.ofNullable(amount).map(Money::new);
  }
}
