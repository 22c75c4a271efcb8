package basedecl.ledger.review;

import basedecl.declaration.procedure.Decision;
import basedecl.declaration.procedure.DeclarationDeadline.Course;
import basedecl.declaration.procedure.DeclarationState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The newest version of each employer's declaration as reviewers look through them: a page at a
 * time, what has stood in its state the longest first. Who sent nothing that was accepted does not
 * wait for a reviewer and is not here.
 */
public final class ReviewQueue {

  /** The approved one in force is not the newest where another is on its way. */
  private static final String NEWEST =
      " WHERE d.policy = :policy AND d.contribution_year = :year AND d.population = :population AND"
          + " (d.standing = 'PENDING' OR (d.standing = 'CURRENT' AND (d.state IN ('ACCEPTED',"
          + " 'MATERIALS_COMPLETE', 'UNDER_REVIEW', 'RETURNED') OR NOT EXISTS (SELECT 1 FROM"
          + " declaration p WHERE p.policy = d.policy AND p.contribution_year = d.contribution_year"
          + " AND p.population = d.population AND p.employer_code = d.employer_code AND p.standing ="
          + " 'PENDING'))))";

  /**
   * Asked of each declaration. H2 would take every employer of a list of them through all of the
   * policy's declarations: minutes where an agency has thousands.
   */
  private static final String OF_AGENCY =
      " AND EXISTS (SELECT 1 FROM employer e WHERE e.employer_code = d.employer_code AND e.agency ="
          + " :agency)";

  /** Few decisions beside all declarations: they are looked up from there. */
  private static final String WAITS =
      " AND d.declaration_id IN (SELECT x.waiting_for FROM desk_decision x WHERE x.waiting_for > 0)";

  private static final String WAITS_NOT =
      " AND NOT EXISTS (SELECT 1 FROM desk_decision x WHERE x.waiting_for = d.declaration_id)";

  /**
   * Columns that are the same in every row stand in it so that a database that knows no better
   * reads the rows of a page from the index as they lie, and no others.
   */
  private static final String LONGEST_FIRST =
      " ORDER BY d.policy, d.contribution_year, d.population, d.state, d.state_date,"
          + " d.declaration_id";

  private final JdbcClient jdbc;

  public ReviewQueue(JdbcTemplate template) {
    this.jdbc = JdbcClient.create(template);
  }

  /** What a reviewer may look for. */
  public enum Shelf {
    /** Under review, and nobody has decided yet. */
    TO_DECIDE,
    /** Decided in the desk; no run has used it yet. */
    DECIDED,
    ACCEPTED,
    RETURNED,
    APPROVED,
    CONFIRMED,
    REOPENED,
    ASSESSED,
    ALL;

    /** The state of what lies here; empty for shelves of several states. */
    private Optional<DeclarationState> state() {
      return switch (this) {
        case TO_DECIDE -> Optional.of(DeclarationState.UNDER_REVIEW);
        case ACCEPTED -> Optional.of(DeclarationState.ACCEPTED);
        case RETURNED -> Optional.of(DeclarationState.RETURNED);
        case APPROVED -> Optional.of(DeclarationState.APPROVED);
        case CONFIRMED -> Optional.of(DeclarationState.CONFIRMED);
        case REOPENED -> Optional.of(DeclarationState.REOPENED);
        case ASSESSED -> Optional.of(DeclarationState.ASSESSED);
        case DECIDED, ALL -> Optional.empty();
      };
    }

    private String condition() {
      return state()
          .map(state -> " AND d.state = '" + state + "'" + WAITS_NOT)
          .orElse(this == DECIDED ? WAITS : "");
    }
  }

  /**
   * Which declarations.
   *
   * @param agency the employers of one agency alone
   * @param until those in their state since that day or longer, inclusive
   * @param employer those whose code begins so; empty for all
   */
  public record Filter(
      ProcedureLedger.Scope scope,
      Optional<String> agency,
      Optional<LocalDate> until,
      String employer) {}

  /**
   * A declaration.
   *
   * @param since the day of its state
   * @param course when its employer declared and submitted first
   * @param decided what was decided in the desk and no run has used yet
   */
  public record Row(
      long declarationId,
      String employerCode,
      String employerName,
      String agency,
      int version,
      DeclarationState state,
      LocalDate since,
      long persons,
      Course course,
      Optional<Decision> decided) {

    private Row with(Course course) {
      return new Row(
          declarationId,
          employerCode,
          employerName,
          agency,
          version,
          state,
          since,
          persons,
          course,
          decided);
    }
  }

  /** A page of a shelf; of {@link Shelf#ALL} state by state. */
  public List<Row> page(Filter filter, Shelf shelf, long offset, int rows) {
    List<Long> ids =
        with(
                filter,
                jdbc.sql(
                    "SELECT d.declaration_id FROM declaration d"
                        + NEWEST
                        + conditions(filter)
                        + shelf.condition()
                        + LONGEST_FIRST
                        + " LIMIT :rows OFFSET :offset"))
            .param("rows", rows)
            .param("offset", offset)
            .query(Long.class)
            .list();
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Row> page =
        jdbc.sql(
                "SELECT d.declaration_id, d.employer_code, COALESCE(e.employer_name,"
                    + " d.employer_name) AS shown_name, COALESCE(e.agency, '') AS shown_agency,"
                    + " d.version, d.state, d.state_date, d.persons, x.decision FROM declaration d"
                    + " LEFT JOIN employer e ON e.employer_code = d.employer_code LEFT JOIN"
                    + " desk_decision x ON x.waiting_for = d.declaration_id WHERE d.declaration_id IN"
                    + " (:ids)"
                    + LONGEST_FIRST)
            .param("ids", ids)
            .query(ReviewQueue::row)
            .list();
    Map<String, Course> courses = courses(filter.scope(), page);
    return page.stream()
        .map(row -> row.with(courses.getOrDefault(row.employerCode(), Course.NONE)))
        .toList();
  }

  /**
   * How many there are.
   *
   * @param shelves what lies on each; on {@link Shelf#ALL} all
   * @param late under review since some day or longer, and not decided
   */
  public record Counts(Map<Shelf, Long> shelves, long late) {

    public Counts {
      shelves = Map.copyOf(shelves);
    }

    public long on(Shelf shelf) {
      return shelves.getOrDefault(shelf, 0L);
    }
  }

  private record OfState(long all, long late) {

    static final OfState NONE = new OfState(0, 0);
  }

  /**
   * @param lateSince a declaration that has been under review since that day, inclusive, is late
   */
  public Counts counts(Filter filter, LocalDate lateSince) {
    Map<DeclarationState, OfState> all = byState(filter, lateSince, "");
    Map<DeclarationState, OfState> decided = byState(filter, lateSince, WAITS);
    Map<Shelf, Long> shelves = new EnumMap<>(Shelf.class);
    for (Shelf shelf : Shelf.values()) {
      shelves.put(
          shelf,
          shelf
              .state()
              .map(state -> of(all, state).all() - of(decided, state).all())
              .orElseGet(() -> sum(shelf == Shelf.DECIDED ? decided : all)));
    }
    return new Counts(
        shelves,
        of(all, DeclarationState.UNDER_REVIEW).late()
            - of(decided, DeclarationState.UNDER_REVIEW).late());
  }

  private static OfState of(Map<DeclarationState, OfState> counts, DeclarationState state) {
    return counts.getOrDefault(state, OfState.NONE);
  }

  private static long sum(Map<DeclarationState, OfState> counts) {
    return counts.values().stream().mapToLong(OfState::all).sum();
  }

  private Map<DeclarationState, OfState> byState(
      Filter filter, LocalDate lateSince, String condition) {
    Map<DeclarationState, OfState> counts = new EnumMap<>(DeclarationState.class);
    with(
            filter,
            jdbc.sql(
                "SELECT d.state, COUNT(*) AS declarations, SUM(CASE WHEN d.state_date <= :late THEN"
                    + " 1 ELSE 0 END) AS late FROM declaration d"
                    + NEWEST
                    + conditions(filter)
                    + condition
                    + " GROUP BY d.state"))
        .param("late", lateSince)
        .query(
            row -> {
              counts.put(
                  DeclarationState.valueOf(row.getString("state")),
                  new OfState(row.getLong("declarations"), row.getLong("late")));
            });
    return counts;
  }

  private static String conditions(Filter filter) {
    return (filter.agency().isPresent() ? OF_AGENCY : "")
        + (filter.until().isPresent() ? " AND d.state_date <= :until" : "")
        + (filter.employer().isEmpty()
            ? ""
            : " AND d.employer_code >= :employer AND d.employer_code < :beyond");
  }

  private static StatementSpec with(Filter filter, StatementSpec statement) {
    statement
        .param("policy", filter.scope().policy())
        .param("year", filter.scope().year())
        .param("population", filter.scope().population().name());
    filter.agency().ifPresent(agency -> statement.param("agency", agency));
    filter.until().ifPresent(until -> statement.param("until", until));
    if (!filter.employer().isEmpty()) {
      statement.param("employer", filter.employer()).param("beyond", filter.employer() + "\uffff");
    }
    return statement;
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getLong("declaration_id"),
        row.getString("employer_code"),
        row.getString("shown_name"),
        row.getString("shown_agency"),
        row.getInt("version"),
        DeclarationState.valueOf(row.getString("state")),
        row.getObject("state_date", LocalDate.class),
        row.getLong("persons"),
        Course.NONE,
        Optional.ofNullable(row.getString("decision")).map(Decision::valueOf));
  }

  /** Of the employers on one page, over all of their versions. */
  private Map<String, Course> courses(ProcedureLedger.Scope scope, List<Row> page) {
    if (page.isEmpty()) {
      return Map.of();
    }
    Map<String, Map<DeclarationState, LocalDate>> first = new HashMap<>();
    jdbc.sql(
            "SELECT d.employer_code, v.state, MIN(v.event_date) AS first_day FROM declaration d JOIN"
                + " declaration_event v ON v.declaration_id = d.declaration_id WHERE d.policy ="
                + " :policy AND d.contribution_year = :year AND d.population = :population AND"
                + " d.employer_code IN (:employers) AND v.state IN ('ACCEPTED',"
                + " 'MATERIALS_COMPLETE') GROUP BY d.employer_code, v.state")
        .param("policy", scope.policy())
        .param("year", scope.year())
        .param("population", scope.population().name())
        .param("employers", page.stream().map(Row::employerCode).toList())
        .query(
            row -> {
              first
                  .computeIfAbsent(
                      row.getString("employer_code"), code -> new EnumMap<>(DeclarationState.class))
                  .put(
                      DeclarationState.valueOf(row.getString("state")),
                      row.getObject("first_day", LocalDate.class));
            });
    Map<String, Course> courses = new LinkedHashMap<>();
    first.forEach(
        (employer, days) ->
            courses.put(
                employer,
                new Course(
                    Optional.ofNullable(days.get(DeclarationState.ACCEPTED)),
                    Optional.ofNullable(days.get(DeclarationState.MATERIALS_COMPLETE)))));
    return courses;
  }
}
