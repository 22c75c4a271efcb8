package basedecl.ledger.due;

import basedecl.assessment.MonthSum;
import basedecl.assessment.MonthlyBases;
import basedecl.assessment.MonthlyDues;
import basedecl.assessment.latefee.EmployerDue;
import basedecl.declaration.Employer;
import basedecl.ledger.year.Arrival;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.DueLedger;
import basedecl.ledger.year.DueRecord;
import basedecl.ledger.year.MonthsLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.money.Money;
import basedecl.policy.Policy;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.Deadline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What every employer owes for each of some months of a year, until it comes to its end: by its
 * declaration in force for all of them; without one by last year's wages where the policy lets them
 * serve, else imputed for those whose deadline has passed. Late fees, collection and the year's end
 * stand on it.
 *
 * @param businessDate a deadline before it has passed
 */
public record YearDues(
    Policy policy, int year, LocalDate businessDate, DueLedger dues, MonthsLedger months) {

  /**
   * The dues of the months of these deadlines, declared ones first.
   *
   * @param counted told of each person
   */
  public List<DueRecord> of(KnownEmployers employers, List<Deadline> deadlines, Runnable counted) {
    if (deadlines.isEmpty()) {
      return List.of();
    }
    List<DueRecord> all =
        new ArrayList<>(
            declared(List.copyOf(employers.declarations().values()), deadlines, counted));
    all.addAll(notDeclared(employers, deadlines));
    all.removeIf(record -> !employers.owes(record.due()));
    return all;
  }

  /**
   * What employers that have not declared owe for a month by last year's wages, by their codes;
   * none where the policy does not let them serve, or says too little to work it out.
   */
  public Map<String, Money> byLastYear(
      List<Employer> notDeclared, YearLedger ledger, YearMonth month) {
    Optional<Deadline> deadline = policy.deadlineFor(month);
    if (!policy.isLastYearServing(month) || deadline.isEmpty() || policy.rateFor(month).isEmpty()) {
      return Map.of();
    }
    Map<String, Money> amounts = new HashMap<>();
    new LastYearDues(policy, year, businessDate, dues)
        .of(notDeclared, KnownEmployers.current(policy, year - 1, ledger), List.of(deadline.get()))
        .forEach(
            (code, months) ->
                months.get(0).due().total().ifPresent(amount -> amounts.put(code, amount)));
    return amounts;
  }

  private List<DueRecord> notDeclared(KnownEmployers employers, List<Deadline> deadlines) {
    List<Employer> silent = employers.notDeclared();
    Map<String, List<DueRecord>> byLastYear =
        new LastYearDues(policy, year, businessDate, dues)
            .of(silent, employers.lastYear(), deadlines);
    List<DueRecord> all = new ArrayList<>();
    for (Employer employer : silent) {
      List<DueRecord> served = byLastYear.getOrDefault(employer.code(), List.of());
      Set<YearMonth> months =
          served.stream().map(each -> each.due().period()).collect(Collectors.toSet());
      all.addAll(served);
      // Last month's amount on the roster is that of the policy declared under.
      if (policy.following().isEmpty()) {
        all.addAll(
            imputed(
                employer,
                deadlines.stream().filter(each -> !months.contains(each.period())).toList()));
      }
    }
    return all;
  }

  private List<DueRecord> declared(
      List<DeclarationRecord> declarations, List<Deadline> deadlines, Runnable counted) {
    Map<YearMonth, ContributionRate> rates = new LinkedHashMap<>();
    deadlines.forEach(d -> rates.put(d.period(), policy.rateFor(d.period()).orElseThrow()));
    Map<Long, Arrival> arrivals = months.arrivals(policy.declaredUnder(), year);
    Map<Arrival, MonthlyBases> bases = new HashMap<>();
    Map<Long, MonthlyDues> sums = new LinkedHashMap<>();
    for (DeclarationRecord declaration : declarations) {
      Arrival arrival = MonthsLedger.of(arrivals, declaration);
      sums.put(
          declaration.id(),
          new MonthlyDues(rates, bases.computeIfAbsent(arrival, each -> each.bases(policy))));
    }
    dues.forEachBase(
        declarations,
        (declaration, wage, base, changes, served) -> {
          Objects.requireNonNull(sums.get(declaration.id()))
              .add(wage.usual(), base, changes, served);
          counted.run();
        });
    List<DueRecord> result = new ArrayList<>();
    for (DeclarationRecord declaration : declarations) {
      Map<YearMonth, MonthSum> byMonth =
          Objects.requireNonNull(sums.get(declaration.id())).byMonth();
      for (Deadline deadline : deadlines) {
        MonthSum sum = Objects.requireNonNull(byMonth.get(deadline.period()));
        result.add(
            new DueRecord(
                new EmployerDue(
                    declaration.employerCode(),
                    deadline.period(),
                    EmployerDue.Method.DECLARED,
                    sum.dues().total(),
                    deadline.date()),
                OptionalLong.of(declaration.id()),
                sum));
      }
    }
    return result;
  }

  /** The months whose deadline has passed without a declaration. */
  private List<DueRecord> imputed(Employer employer, List<Deadline> deadlines) {
    return deadlines.stream()
        .filter(deadline -> businessDate.isAfter(deadline.date()))
        .map(deadline -> EmployerDue.imputed(employer, deadline, policy))
        .map(due -> new DueRecord(due, OptionalLong.empty(), MonthSum.UNKNOWN))
        .toList();
  }
}
