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
import basedecl.money.Money;
import basedecl.policy.Policy;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.Deadline;
import basedecl.reference.RandomYear.Declared;
import basedecl.reference.RandomYear.Happening;
import basedecl.reference.RandomYear.Paid;
import basedecl.reference.RandomYear.TakenUp;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
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
    private final Money wage;
    private final Money stored;
    private final ContributionBase assessed;
    private final NavigableMap<YearMonth, Money> changes = new TreeMap<>();

    Person(Money wage, ContributionBase assessed) {
      this.wage = wage;
      this.stored = assessed.amount();
      this.assessed = assessed;
    }
  }

  private static final class Standing {
    private final MonthlyBases bases;
    private final List<Person> people = new ArrayList<>();
    private final List<LimitsApplied> applied = new ArrayList<>();

    Standing(MonthlyBases bases) {
      this.bases = bases;
    }
  }

  private final RandomYear year;
  private final Policy policy;
  private final Map<Integer, Standing> standing = new LinkedHashMap<>();
  private final Map<Integer, List<String>> listed = new LinkedHashMap<>();

  YearInDomain(RandomYear year, Policy policy) {
    this.year = year;
    this.policy = policy;
    for (int i = 0; i < year.happenings().size(); i++) {
      Happening each = year.happenings().get(i);
      if (each instanceof Declared declared) {
        declare(declared);
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
    Standing now = new Standing(bases);
    for (BigDecimal wage : declared.wages()) {
      now.people.add(new Person(new Money(wage), assessor.assess(new Money(wage))));
    }
    standing.put(declared.employer(), now);
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
          person.changes.tailMap(from, true).clear();
          Function<YearMonth, Money> before =
              month -> each.bases.in(month, person.wage, person.stored, person.changes);
          Money compared = takenUp.comparedWith(before);
          Money after = takenUp.in(from, person.wage).amount();
          if (!compared.equals(after)) {
            changed.add(employer + " " + compared + " " + after);
          }
          NavigableMap<YearMonth, ContributionBase> kept =
              takenUp.changes(YearWage.of(person.wage), before);
          kept.forEach((month, base) -> person.changes.put(month, base.amount()));
        }
      }
    }
    return changed;
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
    each.people.forEach(p -> dues.add(p.wage, p.stored, p.changes, MonthsInService.ALWAYS));
    Map<YearMonth, Dues> months = new LinkedHashMap<>();
    dues.byMonth().forEach((month, sum) -> months.put(month, sum.dues()));
    return months;
  }

  /** One person's year. */
  List<MonthSpan> spans(int employer, int person) {
    Standing each = Objects.requireNonNull(standing.get(employer));
    AssessedYear assessed = new AssessedYear(policy, each.bases, each.applied);
    Person one = each.people.get(person);
    assessed.add(one.wage, one.stored, one.changes, MonthsInService.ALWAYS);
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
