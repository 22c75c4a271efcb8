package basedecl.ledger.staff;

import basedecl.declaration.procedure.VersionStanding;
import basedecl.declaration.row.MonthsInService;
import basedecl.declaration.row.WageLine;
import basedecl.ledger.database.LedgerKeys;
import basedecl.ledger.intake.MonthsInServiceLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.person.IdNumber;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where people stand in the versions in force of a year, staff in service. */
public final class StaffLedger {

  /** Declarations asked for in one question. */
  private static final int TOGETHER = 2_000;

  /** Rows that a server hands over at a time: everybody at once would fill the memory. */
  private static final int ROWS_TOGETHER = 10_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final YearLedger declarations;
  private final Policy policy;
  private final int year;
  private final MonthsInServiceLedger service;
  private final JoinedPeople joined;

  public StaffLedger(JdbcTemplate template, Policy policy, int year) {
    this.jdbc = JdbcClient.create(template);
    this.template = template;
    this.declarations = new YearLedger(template);
    this.policy = policy;
    this.year = year;
    this.service = new MonthsInServiceLedger(template);
    this.joined = new JoinedPeople(template, policy, year);
  }

  /** A person's line in a version in force. */
  public record Standing(String employer, IdNumber person, long lineKey, MonthsInService months) {}

  private record Line(long key, IdNumber person) {}

  /**
   * Every line of these people, at whatever employer. Everybody is looked at once: of a million
   * people H2 takes 7 s for that where a condition of 2,000 numbers took 75 s, on a busy machine.
   */
  public List<Standing> standings(Collection<IdNumber> people) {
    Set<String> wanted = numbers(people);
    List<Line> lines = new ArrayList<>();
    template.query(
        connection -> {
          PreparedStatement everybody =
              connection.prepareStatement("SELECT line_key, id_number FROM declared_person");
          everybody.setFetchSize(ROWS_TOGETHER);
          return everybody;
        },
        row -> {
          add(lines, row, wanted);
        });
    return standing(lines);
  }

  /** The lines of these people at these employers, which no look at everybody is needed for. */
  public List<Standing> standings(Collection<IdNumber> people, Collection<String> employers) {
    Set<String> wanted = numbers(people);
    List<Line> lines = new ArrayList<>();
    for (String employer : new LinkedHashSet<>(employers)) {
      declarations
          .current(policy.name(), year, Population.EMPLOYEES, employer)
          .ifPresent(
              declaration ->
                  template.query(
                      "SELECT line_key, id_number FROM declared_person WHERE line_key BETWEEN ? AND"
                          + " ?",
                      row -> {
                        add(lines, row, wanted);
                      },
                      LedgerKeys.firstLineOf(declaration.id()),
                      LedgerKeys.lastLineOf(declaration.id())));
    }
    return standing(lines);
  }

  private static void add(List<Line> lines, ResultSet row, Set<String> wanted) throws SQLException {
    String number = row.getString("id_number");
    if (wanted.contains(number)) {
      lines.add(new Line(row.getLong("line_key"), new IdNumber(number)));
    }
  }

  private static Set<String> numbers(Collection<IdNumber> people) {
    return people.stream().map(IdNumber::whole).collect(Collectors.toUnmodifiableSet());
  }

  private List<Standing> standing(List<Line> lines) {
    List<Long> ids =
        lines.stream().map(line -> LedgerKeys.declarationOf(line.key())).distinct().toList();
    Map<Long, String> employers = new HashMap<>();
    for (int from = 0; from < ids.size(); from += TOGETHER) {
      jdbc.sql(
              "SELECT declaration_id, employer_code FROM declaration WHERE declaration_id IN (:ids)"
                  + " AND policy = :policy AND contribution_year = :year AND population ="
                  + " :population AND standing = :current")
          .param("ids", ids.subList(from, Math.min(ids.size(), from + TOGETHER)))
          .param("policy", policy.name())
          .param("year", year)
          .param("population", Population.EMPLOYEES.name())
          .param("current", VersionStanding.CURRENT.name())
          .query(
              row -> {
                employers.put(row.getLong("declaration_id"), row.getString("employer_code"));
              });
    }
    Map<Long, Map<Integer, MonthsInService>> months = new HashMap<>();
    List<Standing> found = new ArrayList<>();
    for (Line line : lines) {
      long declaration = LedgerKeys.declarationOf(line.key());
      String employer = employers.get(declaration);
      if (employer != null) {
        found.add(
            new Standing(
                employer,
                line.person(),
                line.key(),
                months
                    .computeIfAbsent(declaration, service::of)
                    .getOrDefault(LedgerKeys.lineOf(line.key()), MonthsInService.ALWAYS)));
      }
    }
    return found;
  }

  /** Gives lines other months, in the caller's transaction. */
  public void serve(Map<Long, MonthsInService> lines) {
    Map<Long, MonthsInService> ofYear = new HashMap<>();
    lines.forEach((line, months) -> ofYear.put(line, months.within(year)));
    service.put(ofYear);
  }

  /** Adds people to an employer's version in force, in the caller's transaction. */
  public void join(long runId, String employer, long declaration, List<WageLine> people) {
    joined.add(runId, employer, declaration, people);
  }
}
