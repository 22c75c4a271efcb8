package basedecl.ledger.staff;

import basedecl.declaration.row.MonthsInService;
import basedecl.declaration.row.WageLine;
import basedecl.ledger.database.LedgerKeys;
import basedecl.ledger.intake.MonthsInServiceLedger;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.YearLedger;
import basedecl.person.IdNumber;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where people stand in the versions in force of a year, staff in service. */
public final class StaffLedger {

  private final YearLedger declarations;
  private final Policy policy;
  private final int year;
  private final MonthsInServiceLedger service;
  private final JoinedPeople joined;

  public StaffLedger(JdbcTemplate template, Policy policy, int year) {
    this.declarations = new YearLedger(template);
    this.policy = policy;
    this.year = year;
    this.service = new MonthsInServiceLedger(template);
    this.joined = new JoinedPeople(template, policy, year);
  }

  /** A person's line in a version in force. */
  public record Standing(String employer, IdNumber person, long lineKey, MonthsInService months) {}

  /**
   * Every line of these people, at whatever employer. Everybody in force is looked at once, as a
   * night does: a condition of 2,000 numbers took H2 75 s of a million people.
   */
  public List<Standing> standings(Collection<IdNumber> people) {
    return standings(people, declarations.current(policy.name(), year, Population.EMPLOYEES));
  }

  /** The lines of these people at these employers, which no look at everybody is needed for. */
  public List<Standing> standings(Collection<IdNumber> people, Set<String> employers) {
    return standings(
        people,
        employers.stream()
            .flatMap(
                employer ->
                    declarations
                        .current(policy.name(), year, Population.EMPLOYEES, employer)
                        .stream())
            .toList());
  }

  private List<Standing> standings(Collection<IdNumber> people, List<DeclarationRecord> inForce) {
    record Line(DeclarationRecord declaration, IdNumber person, int number) {}
    Set<IdNumber> wanted = Set.copyOf(people);
    List<Line> lines = new ArrayList<>();
    declarations.forEachWithJoined(
        inForce,
        (declaration, person) -> {
          if (wanted.contains(person.idNumber())) {
            lines.add(new Line(declaration, person.idNumber(), person.line()));
          }
        },
        RuntimeException.class);
    Map<Long, Map<Integer, MonthsInService>> months = new HashMap<>();
    return lines.stream()
        .map(
            line ->
                new Standing(
                    line.declaration().employerCode(),
                    line.person(),
                    LedgerKeys.lineKey(line.declaration().id(), line.number()),
                    months
                        .computeIfAbsent(line.declaration().id(), service::of)
                        .getOrDefault(line.number(), MonthsInService.ALWAYS)))
        .toList();
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
