package basedecl.ledger.due;

import basedecl.assessment.BaseAssessor;
import basedecl.assessment.MonthSum;
import basedecl.assessment.MonthlyBases;
import basedecl.assessment.MonthlyDues;
import basedecl.assessment.YearLimits;
import basedecl.assessment.latefee.EmployerDue;
import basedecl.declaration.Employer;
import basedecl.declaration.row.MonthsInService;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.DueLedger;
import basedecl.ledger.year.DueRecord;
import basedecl.money.Money;
import basedecl.policy.Policy;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.Deadline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What employers owe that have not declared for a year yet, where the policy lets last year serve
 * ({@code until-declared: last-year}): each person's wage as it counted in last year's December,
 * within the limits that hold in the month and are known on the business date, at the month's
 * rates. It holds from January on, before a deadline has passed, and until the employer declares.
 */
record LastYearDues(Policy policy, int year, LocalDate businessDate, DueLedger dues) {

  private static final NavigableMap<YearMonth, Money> NO_CHANGES = new TreeMap<>();

  /** Whether any month of the year is to be had from last year. */
  static boolean isAsked(Policy policy, int year) {
    return YearLimits.monthsOf(year).stream().anyMatch(policy::isLastYearServing);
  }

  /** The dues of those employers that last year knows, by their codes. */
  Map<String, List<DueRecord>> of(
      List<Employer> notDeclared,
      Map<String, DeclarationRecord> lastYear,
      List<Deadline> deadlines) {
    List<Deadline> served =
        deadlines.stream().filter(each -> policy.isLastYearServing(each.period())).toList();
    List<DeclarationRecord> known =
        notDeclared.stream()
            .flatMap(employer -> Stream.ofNullable(lastYear.get(employer.code())))
            .toList();
    Optional<BaseAssessor> january = january();
    if (served.isEmpty() || known.isEmpty() || january.isEmpty()) {
      return Map.of();
    }
    Map<Long, MonthlyDues> sums = sums(known, served, january.get());
    Map<String, List<DueRecord>> all = new LinkedHashMap<>();
    for (DeclarationRecord declaration : known) {
      Map<YearMonth, MonthSum> months =
          Objects.requireNonNull(sums.get(declaration.id())).byMonth();
      all.put(
          declaration.employerCode(),
          served.stream()
              .map(
                  deadline ->
                      record(
                          declaration.employerCode(),
                          deadline,
                          Objects.requireNonNull(months.get(deadline.period()))))
              .toList());
    }
    return all;
  }

  private Optional<BaseAssessor> january() {
    return policy
        .limitsFor(year, YearMonth.of(year, 1), businessDate)
        .map(published -> new BaseAssessor(published.limits(), policy.rounding()));
  }

  private Map<Long, MonthlyDues> sums(
      List<DeclarationRecord> known, List<Deadline> served, BaseAssessor january) {
    Map<YearMonth, ContributionRate> rates = new LinkedHashMap<>();
    served.forEach(d -> rates.put(d.period(), policy.rateFor(d.period()).orElseThrow()));
    MonthlyBases bases = MonthlyBases.of(policy, YearMonth.of(year, 1), businessDate);
    Map<Long, MonthlyDues> sums = new LinkedHashMap<>();
    known.forEach(declaration -> sums.put(declaration.id(), new MonthlyDues(rates, bases)));
    YearMonth december = YearMonth.of(year - 1, 12);
    dues.forEachBase(
        known,
        (declaration, wage, base, changes, inService) -> {
          if (inService.contains(december)) {
            Money last = wage.in(december);
            Objects.requireNonNull(sums.get(declaration.id()))
                .add(last, january.assess(last).amount(), NO_CHANGES, MonthsInService.ALWAYS);
          }
        });
    return sums;
  }

  private static DueRecord record(String employer, Deadline deadline, MonthSum sum) {
    return new DueRecord(
        new EmployerDue(
            employer,
            deadline.period(),
            EmployerDue.Method.LAST_YEAR,
            sum.dues().total(),
            deadline.date()),
        OptionalLong.empty(),
        sum);
  }
}
