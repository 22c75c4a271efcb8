package basedecl.ledger.year;

import basedecl.assessment.BaseAssessor;
import basedecl.assessment.ContributionAssessor;
import basedecl.assessment.ContributionBase;
import basedecl.assessment.Dues;
import basedecl.assessment.LimitsApplied;
import basedecl.assessment.MonthlyBases;
import basedecl.assessment.PendingLimits;
import basedecl.assessment.PendingMonths;
import basedecl.assessment.YearLimits;
import basedecl.assessment.YearWage;
import basedecl.declaration.change.EmployerHistory;
import basedecl.declaration.row.MonthsInService;
import basedecl.ledger.employer.EmployerChangeLedger;
import basedecl.money.Money;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import basedecl.policy.rule.PublishedLimits;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who is charged by old limits because nobody ran limit-change for those known. People are looked
 * at only where limits differ; whom the limits known leave the same base is not counted, unless
 * that base is at the one lower limit and not at the other: the 70 % rule counts those. Months that
 * an employer does not owe, since it came to its end, are not looked at.
 */
public final class PendingLedger {

  private final JdbcTemplate template;
  private final Policy policy;
  private final int year;
  private final YearMonth last;
  private final YearLimits known;

  /**
   * @param knownOn the business date (inclusive)
   * @param last the last month looked at (inclusive)
   */
  public PendingLedger(JdbcTemplate template, Policy policy, LocalDate knownOn, YearMonth last) {
    this.template = template;
    this.policy = policy;
    this.year = last.getYear();
    this.last = last;
    this.known = YearLimits.knownOn(policy, year, knownOn);
  }

  /** One employer while its people pass by. */
  private static final class Employer {
    private final YearMonth from;
    private final YearMonth month;
    private final PublishedLimits limits;
    private final MonthlyBases bases;
    private final BaseAssessor byKnown;
    private final Optional<Money> lowerNow;
    private final ContributionAssessor dues;
    private long persons;
    private Money charged = Money.ZERO;
    private Money known = Money.ZERO;
    private Dues chargedDues;
    private Dues knownDues;

    Employer(
        Policy policy,
        MonthlyBases bases,
        YearLimits charged,
        NavigableMap<YearMonth, PublishedLimits> pending) {
      this.from = pending.firstKey();
      this.month = pending.lastKey();
      this.limits = pending.lastEntry().getValue();
      this.bases = bases;
      this.byKnown = new BaseAssessor(limits.limits(), policy.rounding());
      this.lowerNow = charged.in(month).map(limits -> limits.limits().lower());
      this.dues = ContributionAssessor.of(policy.rateFor(month));
      this.chargedDues = dues.assess(Money.ZERO);
      this.knownDues = chargedDues;
    }

    void add(
        YearWage wages,
        Money stored,
        NavigableMap<YearMonth, Money> changes,
        MonthsInService served) {
      if (!served.contains(month)) {
        return;
      }
      Money wage = wages.in(month);
      Money now = bases.in(month, wage, stored, changes);
      ContributionBase byLimits = byKnown.assess(wage);
      Money then = byLimits.amount();
      boolean atLowerNow = lowerNow.filter(now::equals).isPresent();
      if (!now.equals(then) || atLowerNow != byLimits.atLower()) {
        persons++;
        charged = charged.plus(now);
        known = known.plus(then);
        chargedDues = chargedDues.plus(dues.assess(now));
        knownDues = knownDues.plus(dues.assess(then));
      }
    }

    PendingLimits found() {
      return new PendingLimits(from, limits, 1, persons, charged, known, chargedDues, knownDues);
    }
  }

  /** All employers of the year together; empty where nobody is charged by old limits. */
  public Optional<PendingLimits> ofYear() {
    return byEmployer(
            new YearLedger(template).current(policy.declaredUnder(), year, Population.EMPLOYEES))
        .values()
        .stream()
        .reduce(PendingLimits::plus);
  }

  /** Employer by employer, by the code; those that nothing is pending for are left out. */
  public Map<String, PendingLimits> byEmployer(List<DeclarationRecord> declarations) {
    Map<Long, Employer> concerned = concerned(declarations);
    Map<String, PendingLimits> found = new LinkedHashMap<>();
    if (concerned.isEmpty()) {
      return found;
    }
    List<DeclarationRecord> theirs =
        declarations.stream().filter(each -> concerned.containsKey(each.id())).toList();
    new DueLedger(template)
        .forEachBase(
            theirs,
            (declaration, wages, base, changes, served) ->
                Objects.requireNonNull(concerned.get(declaration.id()))
                    .add(wages, base, changes, served));
    for (DeclarationRecord declaration : theirs) {
      Employer employer = Objects.requireNonNull(concerned.get(declaration.id()));
      if (employer.persons > 0) {
        found.put(declaration.employerCode(), employer.found());
      }
    }
    return found;
  }

  private Map<Long, Employer> concerned(List<DeclarationRecord> declarations) {
    MonthsLedger ledger = new MonthsLedger(template);
    Map<Long, Arrival> arrivals =
        declarations.size() == 1
            ? ledger.arrivalsOf(policy.declaredUnder(), year, declarations.get(0).employerCode())
            : ledger.arrivals(policy.declaredUnder(), year);
    NavigableMap<Long, LimitsApplied> applied = ledger.applied(policy.declaredUnder(), year);
    Map<Arrival, YearLimits> charged = new HashMap<>();
    Map<Arrival, NavigableMap<YearMonth, PublishedLimits>> pending = new HashMap<>();
    Map<DeclarationRecord, NavigableMap<YearMonth, PublishedLimits>> found = new LinkedHashMap<>();
    Map<Long, Employer> concerned = new HashMap<>();
    for (DeclarationRecord declaration : declarations) {
      Arrival arrival = MonthsLedger.of(arrivals, declaration);
      YearLimits theirs =
          charged.computeIfAbsent(
              arrival,
              each ->
                  each.bases(policy)
                      .limits()
                      .after(policy, List.copyOf(applied.tailMap(each.runId(), false).values())));
      NavigableMap<YearMonth, PublishedLimits> months =
          pending.computeIfAbsent(arrival, each -> PendingMonths.of(theirs, known, last));
      if (!months.isEmpty()) {
        found.put(declaration, months);
      }
    }
    if (found.isEmpty()) {
      return concerned;
    }
    EmployerHistory history = new EmployerChangeLedger(template).history();
    found.forEach(
        (declaration, months) -> {
          NavigableMap<YearMonth, PublishedLimits> owed = new TreeMap<>(months);
          owed.keySet().removeIf(month -> !history.owes(declaration.employerCode(), month));
          if (!owed.isEmpty()) {
            Arrival arrival = MonthsLedger.of(arrivals, declaration);
            concerned.put(
                declaration.id(),
                new Employer(
                    policy,
                    arrival.bases(policy),
                    Objects.requireNonNull(charged.get(arrival)),
                    owed));
          }
        });
    return concerned;
  }
}
