package basedecl.reference;

import basedecl.assessment.AssessedYear;
import basedecl.assessment.BaseAssessor;
import basedecl.assessment.ChargedMonth;
import basedecl.assessment.ContributionBase;
import basedecl.assessment.Dues;
import basedecl.assessment.LimitsApplied;
import basedecl.assessment.LimitsTakenUp;
import basedecl.assessment.MonthSpan;
import basedecl.assessment.MonthlyBases;
import basedecl.assessment.MonthlyDues;
import basedecl.assessment.YearWage;
import basedecl.assessment.latefee.LateFeeAssessment;
import basedecl.assessment.latefee.LateFeeAssessor;
import basedecl.assessment.latefee.SlicePaid;
import basedecl.declaration.row.MonthsInService;
import basedecl.declaration.staff.StaffChange;
import basedecl.declaration.staff.StaffChangeKind;
import basedecl.declaration.staff.StaffRegister;
import basedecl.money.Money;
import basedecl.person.DocumentKind;
import basedecl.person.IdNumber;
import basedecl.policy.Policy;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.Deadline;
import basedecl.reference.RandomYear.Change;
import basedecl.reference.RandomYear.Declared;
import basedecl.reference.RandomYear.Happening;
import basedecl.reference.RandomYear.Line;
import basedecl.reference.RandomYear.Paid;
import basedecl.reference.RandomYear.StaffChanged;
import basedecl.reference.RandomYear.TakenUp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A random year through the classes of the assessment, with lists in the ledger's place. */
final class YearInDomain {

  private static final class Person {
    private final IdNumber number;
    private final boolean joined;
    private MonthsInService months;
    private final Money wage;
    private final Money stored;
    private final ContributionBase assessed;
    private final NavigableMap<YearMonth, Money> changes = new TreeMap<>();

    Person(
        IdNumber number,
        boolean joined,
        MonthsInService months,
        Money wage,
        ContributionBase assessed) {
      this.number = number;
      this.joined = joined;
      this.months = months;
      this.wage = wage;
      this.stored = assessed.amount();
      this.assessed = assessed;
    }
  }

  private static final class Standing {
    private final MonthlyBases bases;
    private final BaseAssessor assessor;
    private final List<Person> people = new ArrayList<>();
    private final List<LimitsApplied> applied = new ArrayList<>();

    Standing(MonthlyBases bases, BaseAssessor assessor) {
      this.bases = bases;
      this.assessor = assessor;
    }

    Optional<Person> find(IdNumber number) {
      return people.stream().filter(person -> person.number.equals(number)).findFirst();
    }

    Person add(IdNumber number, boolean joined, MonthsInService months, Money wage) {
      Person person = new Person(number, joined, months, wage, assessor.assess(wage));
      people.add(person);
      return person;
    }
  }

  private final RandomYear year;
  private final Policy policy;
  private final Map<Integer, Standing> standing = new LinkedHashMap<>();
  private final Map<Integer, Map<IdNumber, MonthsInService>> known = new HashMap<>();
  private final List<StaffChange> taken = new ArrayList<>();
  private final Map<Integer, List<String>> listed = new LinkedHashMap<>();

  YearInDomain(RandomYear year, Policy policy) {
    this.year = year;
    this.policy = policy;
    for (int i = 0; i < year.happenings().size(); i++) {
      Happening each = year.happenings().get(i);
      if (each instanceof Declared declared) {
        declare(declared);
      } else if (each instanceof StaffChanged changed) {
        change(changed);
      } else if (each instanceof TakenUp up) {
        listed.put(i, takeUp(up));
      }
    }
  }

  private void declare(Declared declared) {
    YearMonth month = RandomYear.stated(declared.day());
    MonthlyBases bases = MonthlyBases.of(policy, month, declared.day());
    BaseAssessor assessor =
        new BaseAssessor(bases.limits().in(month).orElseThrow().limits(), policy.rounding());
    Standing now = new Standing(bases, assessor);
    Optional<Standing> before = Optional.ofNullable(standing.put(declared.employer(), now));
    Map<IdNumber, MonthsInService> earlier =
        known.computeIfAbsent(declared.employer(), same -> new HashMap<>());
    before.ifPresent(old -> old.people.forEach(one -> earlier.put(one.number, one.months)));
    MonthsInService added =
        before.isEmpty()
            ? MonthsInService.ALWAYS
            : MonthsInService.NEVER
                .startingAgain(YearMonth.from(declared.day()))
                .within(RandomYear.YEAR);
    for (Line line : declared.lines()) {
      IdNumber number = number(line.person());
      MonthsInService months = earlier.getOrDefault(number, added);
      now.add(number, false, line.statesMonths() ? stated(line) : months, new Money(line.wage()));
    }
    before.stream()
        .flatMap(old -> old.people.stream())
        .filter(one -> one.joined && now.find(one.number).isEmpty())
        .toList()
        .forEach(one -> now.add(one.number, true, one.months, one.wage));
  }

  private static IdNumber number(int person) {
    return new IdNumber(RandomNight.idNumber(person));
  }

  private static YearMonth month(int month) {
    return YearMonth.of(RandomYear.YEAR, month);
  }

  private static MonthsInService stated(Line line) {
    MonthsInService from = MonthsInService.NEVER.startingAgain(month(Math.max(1, line.from())));
    return line.until() == 0 ? from : from.endingBefore(month(line.until()));
  }

  private void change(StaffChanged changed) {
    StaffRegister register = new StaffRegister();
    standing.forEach(
        (employer, each) ->
            each.people.forEach(
                one -> register.put(RandomNight.code(employer), one.number, one.months)));
    taken.forEach(register::changed);
    changed.changes().stream()
        .filter(each -> standing.containsKey(each.employer()))
        .sorted(Comparator.comparing(YearInDomain::change, StaffChange.ORDER))
        .forEach(
            each -> {
              StaffChange one = change(each);
              if (!taken.contains(one) && register.take(one).isEmpty()) {
                taken.add(one);
                serve(
                    Objects.requireNonNull(standing.get(each.employer())),
                    one,
                    register.months(one.employer(), one.person()).orElseThrow());
              }
            });
  }

  private static StaffChange change(Change change) {
    return new StaffChange(
        RandomNight.code(change.employer()),
        "职工甲",
        DocumentKind.RESIDENT_ID,
        number(change.person()),
        change.joins() ? StaffChangeKind.MOVED_IN : StaffChangeKind.STOPPED,
        month(change.month()),
        change.joins() ? Optional.of(new Money(change.wage())) : Optional.empty());
  }

  /** Whoever is new at the employer pays by the limits that its others are charged by. */
  private void serve(Standing employer, StaffChange change, MonthsInService months) {
    employer
            .find(change.person())
            .orElseGet(
                () -> {
                  Money wage = change.startWage().orElseThrow();
                  Person newcomer = employer.add(change.person(), true, months, wage);
                  employer.applied.forEach(applied -> takeUp(employer, newcomer, applied));
                  return newcomer;
                })
            .months =
        months;
  }

  private List<String> takeUp(TakenUp up) {
    YearMonth from = YearMonth.of(RandomYear.YEAR, up.from());
    LimitsApplied applied = new LimitsApplied(from, up.day(), Optional.empty());
    LimitsTakenUp takenUp = new LimitsTakenUp(policy, applied);
    List<String> changed = new ArrayList<>();
    for (int employer = 0; employer < year.employers(); employer++) {
      Standing each = standing.get(employer);
      if (each != null) {
        each.applied.add(applied);
        for (Person person : each.people) {
          Function<YearMonth, Money> before = before(each, person, from);
          Money compared = takenUp.comparedWith(before);
          Money after = takenUp.in(from, person.wage).amount();
          if (person.months.goOnAt(from) && !compared.equals(after)) {
            changed.add(employer + " " + compared + " " + after);
          }
          takeUp(each, person, applied);
        }
      }
    }
    return changed;
  }

  /** The bases without what is taken up from a month on. */
  private static Function<YearMonth, Money> before(
      Standing employer, Person person, YearMonth from) {
    NavigableMap<YearMonth, Money> earlier = new TreeMap<>(person.changes.headMap(from, false));
    return month -> employer.bases.in(month, person.wage, person.stored, earlier);
  }

  private void takeUp(Standing employer, Person person, LimitsApplied applied) {
    NavigableMap<YearMonth, ContributionBase> kept =
        new LimitsTakenUp(policy, applied)
            .changes(YearWage.of(person.wage), before(employer, person, applied.from()));
    person.changes.tailMap(applied.from(), true).clear();
    kept.forEach((month, base) -> person.changes.put(month, base.amount()));
  }

  /** How many stand in an employer's declaration. */
  int people(int employer) {
    return Objects.requireNonNull(standing.get(employer)).people.size();
  }

  /** What each run of limit-change listed, by its place among the happenings. */
  Map<Integer, List<String>> listed() {
    return listed;
  }

  Map<YearMonth, Dues> dues(int employer) {
    Standing each = Objects.requireNonNull(standing.get(employer));
    Map<YearMonth, ContributionRate> rates = new LinkedHashMap<>();
    for (Deadline reached : policy.deadlinesReached(RandomYear.YEAR, year.end())) {
      rates.put(reached.period(), policy.rateFor(reached.period()).orElseThrow());
    }
    MonthlyDues dues = new MonthlyDues(rates, each.bases);
    each.people.forEach(p -> dues.add(p.wage, p.stored, p.changes, p.months));
    Map<YearMonth, Dues> months = new LinkedHashMap<>();
    dues.byMonth().forEach((month, sum) -> months.put(month, sum.dues()));
    return months;
  }

  /** One person's year. */
  List<MonthSpan> spans(int employer, int person) {
    Standing each = Objects.requireNonNull(standing.get(employer));
    AssessedYear assessed = new AssessedYear(policy, each.bases, each.applied);
    Person one = each.people.get(person);
    assessed.add(one.wage, one.stored, one.changes, one.months);
    return assessed.spans();
  }

  /** One person's base as the sheets of a month state it. */
  ContributionBase inSheets(int employer, int person, int month) {
    Standing each = Objects.requireNonNull(standing.get(employer));
    Person one = each.people.get(person);
    YearMonth stated = YearMonth.of(RandomYear.YEAR, month);
    return new ChargedMonth(policy, each.bases, each.applied, stated)
        .base(
            one.wage,
            one.assessed,
            Optional.ofNullable(one.changes.floorEntry(stated)).map(Map.Entry::getValue));
  }

  LateFeeAssessment fee(int employer, YearMonth month, Money due) {
    List<SlicePaid> paid = new ArrayList<>();
    for (Happening happening : year.happenings()) {
      if (happening instanceof Paid one
          && one.employer() == employer
          && one.month() == month.getMonthValue()) {
        paid.add(new SlicePaid(one.day(), new Money(one.amount())));
      }
    }
    LocalDate deadline = policy.deadlineFor(month).orElseThrow().date();
    return LateFeeAssessor.of(policy).assess(due, deadline, paid, year.end());
  }
}
