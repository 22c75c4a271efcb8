package basedecl.ledger.staff;

import basedecl.declaration.procedure.DeclarationProcedure;
import basedecl.declaration.row.MonthsInService;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.SourceCell;
import basedecl.ledger.database.LedgerKeys;
import basedecl.ledger.intake.MonthsInServiceLedger;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.VersionRecord;
import basedecl.person.IdNumber;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The months that the people of a correction have for whom it states none: those that stood before
 * it; and of whom no earlier version in force had, those from the month in which it came, not from
 * January. The same before a correction is submitted as when it comes into force.
 */
public final class MonthsTakenOver {

  private final JdbcTemplate template;
  private final int year;
  private final MonthsInServiceLedger service;

  public MonthsTakenOver(JdbcTemplate template, int year) {
    this.template = template;
    this.year = year;
    this.service = new MonthsInServiceLedger(template);
  }

  /**
   * What comes of it.
   *
   * @param months of those who do not count in the whole year
   * @param added whom no earlier version had and who count from the month in which it came
   * @param from that month
   */
  public record Taken(Map<IdNumber, MonthsInService> months, List<IdNumber> added, YearMonth from) {

    /** What the employer is told of those added, at the place of the first of them. */
    public Optional<Finding> finding(String employer, Function<IdNumber, SourceCell> place) {
      return added.isEmpty()
          ? Optional.empty()
          : Optional.of(
              Finding.of(
                  FindingCode.PERSON_ADDED,
                  employer,
                  place.apply(added.get(0)),
                  Integer.toString(added.size()),
                  from.toString()));
    }
  }

  /** Of a correction that is not stored yet and would come on a day. */
  public Taken wouldBe(
      List<VersionRecord> versions, LocalDate day, Collection<IdNumber> withoutMonths) {
    List<DeclarationRecord> before = before(versions, Integer.MAX_VALUE);
    return isNothing(before, day)
        ? new Taken(Map.of(), List.of(), YearMonth.from(day))
        : of(before, day, withoutMonths);
  }

  /**
   * @param before the versions in force before it, the latest first
   * @param day on which it came; one after the year is in none of its months
   * @param withoutMonths its people for whom it states no months, in their order
   */
  Taken of(List<DeclarationRecord> before, LocalDate day, Collection<IdNumber> withoutMonths) {
    Map<IdNumber, MonthsInService> known = new HashMap<>();
    for (DeclarationRecord version : before) {
      Map<Integer, MonthsInService> served = service.of(version.id());
      lines(version.id())
          .forEach(
              (person, key) ->
                  known.putIfAbsent(
                      person, served.getOrDefault(LedgerKeys.lineOf(key), MonthsInService.ALWAYS)));
    }
    YearMonth from = YearMonth.from(day);
    MonthsInService fromThen = MonthsInService.NEVER.startingAgain(from).within(year);
    Map<IdNumber, MonthsInService> months = new LinkedHashMap<>();
    List<IdNumber> added = new ArrayList<>();
    for (IdNumber person : withoutMonths) {
      MonthsInService earlier = known.get(person);
      if (earlier != null) {
        if (!earlier.isAlways()) {
          months.put(person, earlier);
        }
      } else if (!isFromJanuary(day)) {
        added.add(person);
        months.put(person, fromThen);
      }
    }
    return new Taken(months, added, from);
  }

  /** Whether nothing can come of it, so that nobody need be looked at. */
  boolean isNothing(List<DeclarationRecord> before, LocalDate day) {
    if (before.isEmpty() || !isFromJanuary(day)) {
      return before.isEmpty();
    }
    var joinedOrLeft = service.declarations();
    return before.stream().noneMatch(version -> joinedOrLeft.contains(version.id()));
  }

  /** Whether it came before any month of the year had passed. */
  private boolean isFromJanuary(LocalDate day) {
    return !YearMonth.from(day).isAfter(YearMonth.of(year, 1));
  }

  /** A version's people with the key of each one's first line, in the order of the lines. */
  Map<IdNumber, Long> lines(long declaration) {
    Map<IdNumber, Long> lines = new LinkedHashMap<>();
    template.query(
        "SELECT line_key, id_number FROM declared_person WHERE line_key BETWEEN ? AND ? ORDER BY"
            + " line_key",
        row -> {
          lines.putIfAbsent(new IdNumber(row.getString("id_number")), row.getLong("line_key"));
        },
        LedgerKeys.firstLineOf(declaration),
        LedgerKeys.lastLineOf(declaration));
    return lines;
  }

  /** The versions that were in force before one, the latest first. */
  static List<DeclarationRecord> before(List<VersionRecord> versions, int number) {
    List<DeclarationRecord> inForce = new ArrayList<>();
    versions.stream()
        .map(VersionRecord::declaration)
        .filter(version -> version.version() < number)
        .sorted(Comparator.comparingInt(DeclarationRecord::version))
        .forEach(
            version -> {
              if (inForce.isEmpty()
                  || DeclarationProcedure.takesThePlace(inForce.get(0).state(), version.state())) {
                inForce.add(0, version);
              }
            });
    return inForce;
  }
}
