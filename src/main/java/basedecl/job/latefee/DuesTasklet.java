package basedecl.job.latefee;

import basedecl.assessment.Dues;
import basedecl.assessment.MonthlyBases;
import basedecl.assessment.MonthlyDues;
import basedecl.assessment.latefee.EmployerDue;
import basedecl.declaration.Employer;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.ledger.year.Arrival;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.DueLedger;
import basedecl.ledger.year.DueRecord;
import basedecl.ledger.year.MonthsLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.Deadline;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Works out what every employer owes for each month whose deadline is reached, and puts it in the
 * place of what was known before, all in one transaction.
 */
final class DuesTasklet implements Tasklet {

  private final RunContext runContext;
  private final List<Deadline> deadlines;
  private final YearLedger year;
  private final RosterLedger roster;
  private final DueLedger dues;
  private final MonthsLedger months;
  private final Progress progress;

  DuesTasklet(
      RunContext runContext,
      List<Deadline> deadlines,
      YearLedger year,
      RosterLedger roster,
      DueLedger dues,
      MonthsLedger months,
      Progress progress) {
    this.runContext = runContext;
    this.deadlines = List.copyOf(deadlines);
    this.year = year;
    this.roster = roster;
    this.dues = dues;
    this.months = months;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    KnownEmployers employers = KnownEmployers.of(runContext, year, roster);
    List<DueRecord> all = new ArrayList<>();
    if (!deadlines.isEmpty()) {
      all.addAll(declared(List.copyOf(employers.declarations().values())));
      employers.notDeclared().forEach(employer -> all.addAll(imputed(employer)));
    }
    dues.replace(runContext.policy().name(), runContext.year(), runContext.run().runId(), all);
    return RepeatStatus.FINISHED;
  }

  private List<DueRecord> declared(List<DeclarationRecord> declarations) {
    Map<YearMonth, ContributionRate> rates = new LinkedHashMap<>();
    deadlines.forEach(
        d -> rates.put(d.period(), runContext.policy().rateFor(d.period()).orElseThrow()));
    Map<Long, Arrival> arrivals = months.arrivals(runContext.policy().name(), runContext.year());
    Map<Arrival, MonthlyBases> bases = new HashMap<>();
    Map<Long, MonthlyDues> sums = new LinkedHashMap<>();
    for (DeclarationRecord declaration : declarations) {
      Arrival arrival = MonthsLedger.of(arrivals, declaration);
      sums.put(
          declaration.id(),
          new MonthlyDues(
              rates, bases.computeIfAbsent(arrival, each -> each.bases(runContext.policy()))));
    }
    progress.begin("dues", declarations.stream().mapToLong(DeclarationRecord::persons).sum());
    dues.forEachBase(
        declarations,
        (declaration, wage, base, changes, served) -> {
          Objects.requireNonNull(sums.get(declaration.id()))
              .add(wage.usual(), base, changes, served);
          progress.step(1);
        });
    progress.end();
    List<DueRecord> result = new ArrayList<>();
    for (DeclarationRecord declaration : declarations) {
      Map<YearMonth, Dues> byMonth = Objects.requireNonNull(sums.get(declaration.id())).byMonth();
      for (Deadline deadline : deadlines) {
        Dues due = Objects.requireNonNull(byMonth.get(deadline.period()));
        result.add(
            new DueRecord(
                new EmployerDue(
                    declaration.employerCode(),
                    deadline.period(),
                    EmployerDue.Method.DECLARED,
                    due.total(),
                    deadline.date()),
                OptionalLong.of(declaration.id()),
                due));
      }
    }
    return result;
  }

  /** The months whose deadline has passed without a declaration. */
  private List<DueRecord> imputed(Employer employer) {
    return deadlines.stream()
        .filter(deadline -> runContext.businessDate().isAfter(deadline.date()))
        .map(deadline -> EmployerDue.imputed(employer, deadline, runContext.policy()))
        .map(due -> new DueRecord(due, OptionalLong.empty(), Dues.NONE))
        .toList();
  }
}
