package basedecl.ledger.review;

import basedecl.declaration.procedure.DeclarationDeadline.Course;
import basedecl.declaration.procedure.DeclarationProcedure;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.declaration.procedure.StandingVersion;
import basedecl.declaration.procedure.StandingVersions;
import basedecl.declaration.procedure.StateHistory;
import basedecl.declaration.procedure.Succession;
import basedecl.declaration.procedure.VersionStanding;
import basedecl.policy.Population;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The course of each declaration: its states with their days, runs and reasons. */
public final class ProcedureLedger {

  private static final int LONGEST_REASON = 1_000;

  private final JdbcClient jdbc;

  public ProcedureLedger(JdbcTemplate template) {
    this.jdbc = JdbcClient.create(template);
  }

  /** Whose declarations: of one policy, year and population. */
  public record Scope(String policy, int year, Population population) {}

  private record Row(
      long id,
      String code,
      String name,
      String agency,
      int version,
      VersionStanding standing,
      DeclarationState state,
      LocalDate stateDate) {}

  /** What one employer sent, in order. */
  private static final class Sent {
    private final Map<VersionStanding, Row> last = new EnumMap<>(VersionStanding.class);
    private Optional<LocalDate> declaredOn = Optional.empty();
    private Optional<LocalDate> submittedOn = Optional.empty();

    void add(Row row, StateHistory history) {
      last.put(row.standing(), row);
      declaredOn = first(declaredOn, history.since(DeclarationState.ACCEPTED));
      submittedOn = first(submittedOn, history.since(DeclarationState.MATERIALS_COMPLETE));
    }

    /** The version on its way, or else that in force, or else the last refusal. */
    Optional<Row> newest() {
      return Stream.of(VersionStanding.PENDING, VersionStanding.CURRENT, VersionStanding.REJECTED)
          .flatMap(standing -> Optional.ofNullable(last.get(standing)).stream())
          .findFirst();
    }

    Optional<Row> inForce() {
      return Optional.ofNullable(last.get(VersionStanding.CURRENT))
          .filter(row -> DeclarationProcedure.isApproved(row.state()));
    }

    private static Optional<LocalDate> first(Optional<LocalDate> one, Optional<LocalDate> other) {
      return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }
  }

  /**
   * Each employer that ever sent a declaration with a code of its own, in order of the codes: the
   * newest version, or else the last refusal.
   */
  public List<ProcedureRecord> standings(Scope scope) {
    return standings(scope, Optional.empty());
  }

  /** The same of one employer; empty where it never sent a declaration. */
  public Optional<ProcedureRecord> standing(Scope scope, String employerCode) {
    return standings(scope, Optional.of(employerCode)).stream().findFirst();
  }

  private List<ProcedureRecord> standings(Scope scope, Optional<String> only) {
    Map<Long, StateHistory> histories = histories(scope, only);
    Map<String, Sent> employers = new TreeMap<>();
    for (Row row : rows(scope, only)) {
      employers
          .computeIfAbsent(row.code(), code -> new Sent())
          .add(row, histories.getOrDefault(row.id(), StateHistory.NONE));
    }
    return employers.values().stream()
        .flatMap(sent -> sent.newest().map(row -> standing(row, sent, histories)).stream())
        .toList();
  }

  private static ProcedureRecord standing(Row row, Sent sent, Map<Long, StateHistory> histories) {
    return new ProcedureRecord(
        row.id(),
        row.code(),
        row.name(),
        row.agency(),
        row.standing() == VersionStanding.REJECTED ? Optional.empty() : Optional.of(row.version()),
        row.state(),
        row.stateDate(),
        new Course(sent.declaredOn, sent.submittedOn),
        opinion(row, histories),
        sent.inForce()
            .map(
                current ->
                    new ProcedureRecord.InForce(
                        current.version(), current.state(), opinion(current, histories))));
  }

  private static String opinion(Row row, Map<Long, StateHistory> histories) {
    return histories
        .getOrDefault(row.id(), StateHistory.NONE)
        .decision()
        .map(StateHistory.Entry::reason)
        .orElse("");
  }

  private List<Row> rows(Scope scope, Optional<String> only) {
    StatementSpec statement =
        jdbc.sql(
                "SELECT d.declaration_id, d.employer_code, COALESCE(e.employer_name, d.employer_name) AS"
                    + " shown_name, COALESCE(e.agency, '') AS shown_agency, COALESCE(d.version, 0) AS"
                    + " shown_version, d.standing, d.state, d.state_date FROM declaration d LEFT JOIN"
                    + " employer e ON e.employer_code = d.employer_code WHERE d.policy = :policy AND"
                    + " d.contribution_year = :year AND d.population = :population AND d.standing IN"
                    + " (:published) AND d.employer_code <> ''"
                    + ofEmployer(only)
                    + " ORDER BY d.declaration_id")
            .param("policy", scope.policy())
            .param("year", scope.year())
            .param("population", scope.population().name())
            .param(
                "published",
                Stream.concat(VersionStanding.accepted(), Stream.of(VersionStanding.REJECTED))
                    .map(Enum::name)
                    .toList());
    only.ifPresent(code -> statement.param("employer", code));
    return statement.query(ProcedureLedger::row).list();
  }

  private static String ofEmployer(Optional<String> only) {
    return only.isPresent() ? " AND d.employer_code = :employer" : "";
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getLong("declaration_id"),
        row.getString("employer_code"),
        row.getString("shown_name"),
        row.getString("shown_agency"),
        row.getInt("shown_version"),
        VersionStanding.valueOf(row.getString("standing")),
        DeclarationState.valueOf(row.getString("state")),
        row.getObject("state_date", LocalDate.class));
  }

  private Map<Long, StateHistory> histories(Scope scope, Optional<String> only) {
    Map<Long, List<StateHistory.Entry>> entries = new HashMap<>();
    StatementSpec statement =
        jdbc.sql(
                "SELECT v.declaration_id, v.state, v.event_date, v.reason FROM declaration_event v JOIN"
                    + " declaration d ON d.declaration_id = v.declaration_id WHERE d.policy = :policy AND"
                    + " d.contribution_year = :year AND d.population = :population"
                    + ofEmployer(only)
                    + " ORDER BY v.declaration_id, v.event_no")
            .param("policy", scope.policy())
            .param("year", scope.year())
            .param("population", scope.population().name());
    only.ifPresent(code -> statement.param("employer", code));
    statement.query(
        row -> {
          entries
              .computeIfAbsent(row.getLong("declaration_id"), id -> new ArrayList<>())
              .add(entry(row));
        });
    Map<Long, StateHistory> histories = new HashMap<>();
    entries.forEach((id, ofVersion) -> histories.put(id, new StateHistory(ofVersion)));
    return histories;
  }

  /**
   * Moves a declaration that stands from one state to the next and writes down the day, the run and
   * the reason, in the caller's transaction. Approved, it is in force.
   *
   * @throws IllegalStateException if the step is not one of the procedure, or the declaration is no
   *     longer in {@code from}
   */
  public void advance(
      long declarationId,
      DeclarationState from,
      DeclarationState to,
      long runId,
      LocalDate day,
      String reason) {
    if (!DeclarationProcedure.allows(from, to)) {
      throw new IllegalStateException("No step leads from " + from + " to " + to);
    }
    int changed =
        jdbc.sql(
                "UPDATE declaration SET state = :to, state_date = :day WHERE declaration_id = :id AND"
                    + " state = :from AND standing IN (:standing)")
            .param("to", to.name())
            .param("day", day)
            .param("id", declarationId)
            .param("from", from.name())
            .param("standing", VersionStanding.standing().map(Enum::name).toList())
            .update();
    if (changed != 1) {
      throw new IllegalStateException("Declaration " + declarationId + " is not " + from);
    }
    jdbc.sql(
            "INSERT INTO declaration_event (declaration_id, event_no, run_id, state, event_date, reason)"
                + " SELECT :id, COALESCE(MAX(event_no), 0) + 1, :run, :to, :day, :reason FROM"
                + " declaration_event WHERE declaration_id = :id")
        .param("id", declarationId)
        .param("run", runId)
        .param("to", to.name())
        .param("day", day)
        .param("reason", shortened(reason))
        .update();
    if (to == DeclarationState.APPROVED) {
      Succession.approved(standing(declarationId))
          .ifPresent(
              succession ->
                  succession
                      .changes()
                      .forEach(change -> put(change.declaration(), change.standing())));
    }
  }

  private void put(long declarationId, VersionStanding standing) {
    jdbc.sql("UPDATE declaration SET standing = :standing WHERE declaration_id = :id")
        .param("standing", standing.name())
        .param("id", declarationId)
        .update();
  }

  /** What stands of the declaration that one is a version of. */
  private StandingVersions standing(long declarationId) {
    Map<VersionStanding, StandingVersion> versions = new EnumMap<>(VersionStanding.class);
    jdbc.sql(
            "SELECT s.declaration_id, s.version, s.state, s.standing FROM declaration d JOIN"
                + " declaration s ON s.policy = d.policy AND s.contribution_year = d.contribution_year"
                + " AND s.population = d.population AND s.employer_code = d.employer_code WHERE"
                + " d.declaration_id = :id AND s.standing IN (:standing)")
        .param("id", declarationId)
        .param("standing", VersionStanding.standing().map(Enum::name).toList())
        .query(
            row -> {
              versions.put(
                  VersionStanding.valueOf(row.getString("standing")),
                  new StandingVersion(
                      row.getLong("declaration_id"),
                      row.getInt("version"),
                      DeclarationState.valueOf(row.getString("state"))));
            });
    return new StandingVersions(
        Optional.ofNullable(versions.get(VersionStanding.CURRENT)),
        Optional.ofNullable(versions.get(VersionStanding.PENDING)));
  }

  /** The states that a declaration went through. */
  public StateHistory history(long declarationId) {
    return new StateHistory(
        jdbc.sql(
                "SELECT state, event_date, reason FROM declaration_event WHERE declaration_id = :id"
                    + " ORDER BY event_no")
            .param("id", declarationId)
            .query((row, number) -> entry(row))
            .list());
  }

  private static StateHistory.Entry entry(ResultSet row) throws SQLException {
    return new StateHistory.Entry(
        DeclarationState.valueOf(row.getString("state")),
        row.getObject("event_date", LocalDate.class),
        row.getString("reason"));
  }

  /** How many steps a run took, declarations that it accepted among them. */
  public int steps(long runId) {
    return jdbc.sql("SELECT COUNT(*) FROM declaration_event WHERE run_id = :run")
        .param("run", runId)
        .query(Integer.class)
        .single();
  }

  /** At most as many characters as the column takes, no character cut in two. */
  private static String shortened(String reason) {
    if (reason.length() <= LONGEST_REASON) {
      return reason;
    }
    int end = LONGEST_REASON - 1;
    return reason.substring(0, Character.isHighSurrogate(reason.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }

  /** Whose version it is; empty where no declaration of the scope has that number. */
  public Optional<String> employerOf(Scope scope, long declarationId) {
    return jdbc.sql(
            "SELECT employer_code FROM declaration WHERE declaration_id = :id AND policy = :policy"
                + " AND contribution_year = :year AND population = :population")
        .param("id", declarationId)
        .param("policy", scope.policy())
        .param("year", scope.year())
        .param("population", scope.population().name())
        .query(String.class)
        .optional();
  }

  /** The declaration that a line of decisions or confirmations moved, if it did. */
  public Optional<Long> usedFor(String lineDigest) {
    return jdbc.sql("SELECT declaration_id FROM review_line WHERE line_digest = :digest")
        .param("digest", lineDigest)
        .query(Long.class)
        .optional();
  }

  public void markUsed(String lineDigest, long declarationId, long runId) {
    jdbc.sql(
            "INSERT INTO review_line (line_digest, declaration_id, run_id) VALUES (:digest, :id, :run)")
        .param("digest", lineDigest)
        .param("id", declarationId)
        .param("run", runId)
        .update();
  }
}
