package basedecl.job.latefee;

import basedecl.assessment.BaseAssessor;
import basedecl.assessment.Dues;
import basedecl.assessment.ImputedDue;
import basedecl.assessment.MonthlyDues;
import basedecl.declaration.Employer;
import basedecl.job.support.Night;
import basedecl.job.support.Progress;
import basedecl.ledger.DeclarationRecord;
import basedecl.ledger.DueLedger;
import basedecl.ledger.MonthlyDue;
import basedecl.ledger.RosterLedger;
import basedecl.ledger.YearLedger;
import basedecl.money.Money;
import basedecl.policy.ContributionRate;
import basedecl.policy.Deadline;
import basedecl.policy.PublishedLimits;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Works out what every employer owes for each month whose deadline is reached, and puts it in the
 * place of what was known before, all in one transaction.
 */
final class DuesTasklet implements Tasklet {

  private final Night night;
  private final List<Deadline> deadlines;
  private final YearLedger year;
  private final RosterLedger roster;
  private final DueLedger dues;
  private final Progress progress;

  DuesTasklet(
      Night night,
      List<Deadline> deadlines,
      YearLedger year,
      RosterLedger roster,
      DueLedger dues,
      Progress progress) {
    this.night = night;
    this.deadlines = List.copyOf(deadlines);
    this.year = year;
    this.roster = roster;
    this.dues = dues;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    KnownEmployers employers = KnownEmployers.of(night, year, roster);
    List<MonthlyDue> all = new ArrayList<>();
    if (!deadlines.isEmpty()) {
      all.addAll(declared(List.copyOf(employers.declarations().values())));
      employers.notDeclared().forEach(employer -> all.addAll(imputed(employer)));
    }
    dues.replace(night.policy().name(), night.year(), night.run().runId(), all);
    return RepeatStatus.FINISHED;
  }

  private List<MonthlyDue> declared(List<DeclarationRecord> declarations) {
    Map<YearMonth, ContributionRate> rates = new LinkedHashMap<>();
    deadlines.forEach(d -> rates.put(d.period(), night.policy().rateFor(d.period()).orElseThrow()));
    Map<Long, MonthlyDues> sums = new LinkedHashMap<>();
    Map<Long, YearMonth> assessed = dues.assessedMonths(night.policy().name(), night.year());
    Map<YearMonth, NavigableMap<YearMonth, BaseAssessor>> earlier = new HashMap<>();
    progress.begin("dues", declarations.stream().mapToLong(DeclarationRecord::persons).sum());
    dues.forEachBase(
        declarations,
        (declaration, wage, base, changes) -> {
          YearMonth month = Objects.requireNonNull(assessed.get(declaration.id()));
          sums.computeIfAbsent(declaration.id(), id -> new MonthlyDues(rates))
              .add(
                  base,
                  withEarlier(
                      earlier.computeIfAbsent(month, this::earlierLimits),
                      month,
                      wage,
                      base,
                      changes));
          progress.step(1);
        });
    progress.end();
    List<MonthlyDue> result = new ArrayList<>();
    for (DeclarationRecord declaration : declarations) {
      Map<YearMonth, Dues> months =
          sums.getOrDefault(declaration.id(), new MonthlyDues(rates)).byMonth();
      for (Deadline deadline : deadlines) {
        Dues due = Objects.requireNonNull(months.get(deadline.period()));
        result.add(
            new MonthlyDue(
                declaration.employerCode(),
                deadline.period(),
                MonthlyDue.Method.DECLARED,
                OptionalLong.of(declaration.id()),
                due,
                due.total(),
                deadline.date()));
      }
    }
    return result;
  }

  /**
   * The limits of the months before {@code assessed}, from the month each begins to hold, where
   * they are others: a declaration that came after the limits had changed was assessed with the new
   * ones, but for the months before it owes by those that held then.
   */
  private NavigableMap<YearMonth, BaseAssessor> earlierLimits(YearMonth assessed) {
    NavigableMap<YearMonth, BaseAssessor> earlier = new TreeMap<>();
    Optional<PublishedLimits> own = limits(assessed);
    Optional<PublishedLimits> last = own;
    for (Deadline deadline : deadlines) {
      YearMonth month = deadline.period();
      if (month.isBefore(assessed)) {
        Optional<PublishedLimits> here = limits(month);
        boolean another =
            here.isPresent()
                && !here.map(PublishedLimits::limits).equals(own.map(PublishedLimits::limits));
        if (another && (earlier.isEmpty() || !here.equals(last))) {
          earlier.put(month, new BaseAssessor(here.get().limits(), night.policy().rounding()));
        }
        last = here;
      }
    }
    return earlier;
  }

  private Optional<PublishedLimits> limits(YearMonth month) {
    return night.policy().limitsFor(night.year(), month, night.businessDate());
  }

  private static NavigableMap<YearMonth, Money> withEarlier(
      NavigableMap<YearMonth, BaseAssessor> earlier,
      YearMonth assessed,
      Money wage,
      Money base,
      NavigableMap<YearMonth, Money> changes) {
    if (earlier.isEmpty()) {
      return changes;
    }
    NavigableMap<YearMonth, Money> all = new TreeMap<>();
    earlier.forEach((month, limits) -> all.put(month, limits.assess(wage).amount()));
    all.put(assessed, base);
    if (!changes.isEmpty()) {
      all.tailMap(changes.firstKey(), true).clear();
      all.putAll(changes);
    }
    return all;
  }

  /** The months whose deadline has passed without a declaration. */
  private List<MonthlyDue> imputed(Employer employer) {
    List<MonthlyDue> months = new ArrayList<>();
    for (Deadline deadline : deadlines) {
      if (night.businessDate().isAfter(deadline.date())) {
        months.add(
            new MonthlyDue(
                employer.code(),
                deadline.period(),
                MonthlyDue.Method.IMPUTED,
                OptionalLong.empty(),
                Dues.NONE,
                night
                    .policy()
                    .imputationFor(deadline.date().plusDays(1))
                    .flatMap(
                        imputation ->
                            employer
                                .lastMonthAmount()
                                .map(last -> ImputedDue.of(last, imputation).amount())),
                deadline.date()));
      }
    }
    return months;
  }
}
