package basedecl.ledger.staff;

import basedecl.declaration.procedure.VersionStanding;
import basedecl.declaration.row.MonthsInService;
import basedecl.declaration.row.WageLine;
import basedecl.ledger.database.LedgerKeys;
import basedecl.ledger.intake.MonthsInServiceLedger;
import basedecl.person.IdNumber;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where people stand in the versions in force of a year, staff in service. */
public final class StaffLedger {

  /** Nothing tells where a person is declared but a look at everybody: many in one look. */
  private static final int PEOPLE_TOGETHER = 2_000;

  private final JdbcClient jdbc;
  private final Policy policy;
  private final int year;
  private final MonthsInServiceLedger service;
  private final JoinedPeople joined;

  public StaffLedger(JdbcTemplate template, Policy policy, int year) {
    this.jdbc = JdbcClient.create(template);
    this.policy = policy;
    this.year = year;
    this.service = new MonthsInServiceLedger(template);
    this.joined = new JoinedPeople(template, policy, year);
  }

  /** A person's line in a version in force. */
  public record Standing(String employer, IdNumber person, long lineKey, MonthsInService months) {}

  private record Line(long key, IdNumber person) {}

  /** Every line of these people, at whatever employer. */
  public List<Standing> standings(Collection<IdNumber> people) {
    List<Line> lines = new ArrayList<>();
    List<String> numbers = people.stream().distinct().map(IdNumber::whole).toList();
    for (int from = 0; from < numbers.size(); from += PEOPLE_TOGETHER) {
      lines.addAll(
          jdbc.sql("SELECT line_key, id_number FROM declared_person WHERE id_number IN (:numbers)")
              .param(
                  "numbers",
                  numbers.subList(from, Math.min(numbers.size(), from + PEOPLE_TOGETHER)))
              .query(
                  (row, number) ->
                      new Line(row.getLong("line_key"), new IdNumber(row.getString("id_number"))))
              .list());
    }
    return standing(lines);
  }

  private List<Standing> standing(List<Line> lines) {
    List<Long> ids =
        lines.stream().map(line -> LedgerKeys.declarationOf(line.key())).distinct().toList();
    Map<Long, String> employers = new HashMap<>();
    for (int from = 0; from < ids.size(); from += PEOPLE_TOGETHER) {
      jdbc.sql(
              "SELECT declaration_id, employer_code FROM declaration WHERE declaration_id IN (:ids) AND"
                  + " policy = :policy AND contribution_year = :year AND population = :population AND"
                  + " standing = :current")
          .param("ids", ids.subList(from, Math.min(ids.size(), from + PEOPLE_TOGETHER)))
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
