package basedecl.ledger.staff;

import basedecl.declaration.row.MonthsInService;
import basedecl.declaration.staff.StaffChange;
import basedecl.ledger.intake.MonthsInServiceLedger;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.ledger.year.YearInMonth;
import basedecl.ledger.year.YearLedger;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** The changes of a year with what they come to: months, and the base that came or went. */
public final class StaffView {

  private final JdbcTemplate template;
  private final Policy policy;
  private final int year;

  public StaffView(JdbcTemplate template, Policy policy, int year) {
    this.template = template;
    this.policy = policy;
    this.year = year;
  }

  /**
   * A change and what stands of it.
   *
   * @param declaration the employer's version in force
   * @param base of one who joins that of the first month, of one who leaves that of the month
   *     before; empty where the version has no such person any more
   * @param months in which the person counts, by every change together; empty likewise
   */
  public record Shown(
      StaffChangeRecord taken,
      Optional<DeclarationRecord> declaration,
      Optional<Money> base,
      Optional<MonthsInService> months) {

    public StaffChange change() {
      return taken.change();
    }
  }

  /** Every change of the year, by employer, in the order in which they were taken. */
  public List<Shown> changes() {
    Map<String, List<StaffChangeRecord>> byEmployer = new LinkedHashMap<>();
    for (StaffChangeRecord each : new StaffChangeLedger(template, policy.name(), year).ofYear()) {
      byEmployer.computeIfAbsent(each.change().employer(), code -> new ArrayList<>()).add(each);
    }
    Map<YearMonth, YearInMonth> views = new HashMap<>();
    List<Shown> shown = new ArrayList<>();
    byEmployer.forEach((employer, changes) -> shown.addAll(shown(employer, changes, views)));
    return shown;
  }

  /** Those of one employer. */
  public List<Shown> changesOf(String employer) {
    List<StaffChangeRecord> changes =
        new StaffChangeLedger(template, policy.name(), year).ofEmployer(employer);
    return changes.isEmpty() ? List.of() : shown(employer, changes, new HashMap<>());
  }

  private List<Shown> shown(
      String employer, List<StaffChangeRecord> changes, Map<YearMonth, YearInMonth> views) {
    YearLedger ledger = new YearLedger(template);
    Optional<DeclarationRecord> declaration =
        ledger.current(policy.name(), year, Population.EMPLOYEES, employer);
    Map<IdNumber, PersonRecord> people = new HashMap<>();
    Map<Integer, MonthsInService> months =
        declaration.map(each -> new MonthsInServiceLedger(template).of(each.id())).orElse(Map.of());
    Set<IdNumber> wanted = new HashSet<>();
    changes.forEach(each -> wanted.add(each.change().person()));
    ledger.forEachWithJoined(
        declaration.stream().toList(),
        (same, person) -> {
          if (wanted.contains(person.idNumber())) {
            people.put(person.idNumber(), person);
          }
        },
        RuntimeException.class);
    List<Shown> shown = new ArrayList<>();
    for (StaffChangeRecord each : changes) {
      Optional<PersonRecord> person = Optional.ofNullable(people.get(each.change().person()));
      shown.add(
          new Shown(
              each,
              declaration,
              person.map(line -> base(declaration.orElseThrow(), line, each.change(), views)),
              person.map(line -> months.getOrDefault(line.line(), MonthsInService.ALWAYS))));
    }
    return shown;
  }

  private Money base(
      DeclarationRecord declaration,
      PersonRecord person,
      StaffChange change,
      Map<YearMonth, YearInMonth> views) {
    boolean before = !change.kind().joins() && change.from().getMonthValue() > 1;
    YearMonth month = before ? change.from().minusMonths(1) : change.from();
    return views
        .computeIfAbsent(month, each -> new YearInMonth(template, policy, each))
        .inMonth(declaration, person)
        .base();
  }
}
