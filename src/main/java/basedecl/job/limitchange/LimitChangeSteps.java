package basedecl.job.limitchange;

import basedecl.assessment.ContributionBase;
import basedecl.assessment.LimitsApplied;
import basedecl.assessment.LimitsTakenUp;
import basedecl.assessment.MonthlyBases;
import basedecl.assessment.YearBases;
import basedecl.assessment.YearLimits;
import basedecl.assessment.YearWage;
import basedecl.assessment.topup.EmployeeTopUp;
import basedecl.declaration.change.EmployerHistory;
import basedecl.declaration.row.MonthsInService;
import basedecl.file.ReplacedFile.Written;
import basedecl.job.run.Outputs;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.ledger.intake.MonthsInServiceLedger;
import basedecl.ledger.year.Arrival;
import basedecl.ledger.year.BaseChange;
import basedecl.ledger.year.BaseChangeLedger;
import basedecl.ledger.year.BaseChangeLedger.From;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.MonthlyWageLedger;
import basedecl.ledger.year.MonthsLedger;
import basedecl.ledger.year.PersonRecord;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.policy.Population;
import basedecl.policy.rule.LimitChange;
import basedecl.policy.rule.PublishedLimits;
import basedecl.report.YearHeading;
import basedecl.report.limitchange.LimitChangeWorkbook;
import basedecl.report.limitchange.LimitChangeWorkbook.ChangeConsumer;
import basedecl.report.limitchange.LimitChangeWorkbook.EmployerSum;
import basedecl.report.limitchange.LimitChangeWorkbook.TopUpConsumer;
import basedecl.report.limitchange.LimitChangeWorkbook.TopUps;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Clamps every declared wage anew by the limits of the months from the one given on ({@link
 * LimitsTakenUp}), and keeps the bases that become others in the ledger. The base before is that of
 * the month before, so that running it again finds the same changes.
 */
final class LimitChangeSteps {

  private final JobSettings settings;
  private final RunContext runContext;
  private final YearLedger year;
  private final BaseChangeLedger changes;
  private final MonthlyWageLedger wages;
  private final MonthsLedger months;
  private final MonthsInServiceLedger service;
  private final Set<Long> joinedOrLeft;
  private final EmployerHistory history;
  private final Outputs outputs;
  private final YearMonth from;
  private final LimitsApplied applied;
  private final LimitsTakenUp takenUp;

  LimitChangeSteps(
      RunServices run,
      YearLedger year,
      BaseChangeLedger changes,
      MonthlyWageLedger wages,
      MonthsLedger months,
      MonthsInServiceLedger service,
      EmployerHistory history) {
    this.settings = run.settings();
    this.runContext = run.context();
    this.year = year;
    this.changes = changes;
    this.wages = wages;
    this.months = months;
    this.service = service;
    this.joinedOrLeft = service.declarations();
    this.history = history;
    this.outputs = run.outputs();
    this.from = LimitChangeJob.from(settings);
    this.applied =
        new LimitsApplied(
            from,
            runContext.businessDate(),
            Optional.of(
                YearLimits.knownOn(
                    runContext.policy(), runContext.year(), runContext.businessDate())));
    this.takenUp = new LimitsTakenUp(runContext.policy(), applied);
  }

  /** Keeps the changed bases, all in one transaction. */
  Tasklet applying() {
    return (StepContribution contribution, ChunkContext context) -> {
      if (!dryRun()) {
        Map<Long, Arrival> arrivals = arrivals();
        for (DeclarationRecord declaration : standing()) {
          List<From> kept = new ArrayList<>();
          forEachPerson(
              arrivals,
              declaration,
              (person, wage, before, served) ->
                  takenUp
                      .changes(wage, before)
                      .forEach((month, base) -> kept.add(new From(person.line(), month, base))));
          changes.replace(declaration.id(), from, runContext.run().runId(), kept);
        }
        months.apply(
            runContext.run().runId(), runContext.policy().name(), runContext.year(), applied);
      }
      return RepeatStatus.FINISHED;
    };
  }

  Tasklet reporting() {
    return (StepContribution contribution, ChunkContext context) -> {
      YearHeading heading =
          new YearHeading(
              runContext.policy(),
              runContext.businessDate(),
              from,
              limits(),
              runContext.policy().rateFor(from),
              Optional.empty(),
              List.of());
      List<EmployerSum> sums = forEach(change -> {});
      Written written =
          LimitChangeWorkbook.write(
              outputs.folder(),
              heading,
              from,
              warnings().stream().map(warning -> warning.in(Language.ZH)).toList(),
              this::forEach,
              topUp());
      outputs.keep(written);
      warnings().forEach(outputs::say);
      tell(sums);
      return RepeatStatus.FINISHED;
    };
  }

  private void tell(List<EmployerSum> sums) {
    Money before = sums.stream().map(EmployerSum::before).reduce(Money.ZERO, Money::plus);
    Money after = sums.stream().map(EmployerSum::after).reduce(Money.ZERO, Money::plus);
    outputs.say(
        "flexible.limit-change",
        from.toString(),
        limits().limits().lower().toString(),
        limits().limits().upper().toString(),
        Integer.toString(sums.size()),
        Long.toString(sums.stream().mapToLong(EmployerSum::changed).sum()),
        before.toString(),
        after.toString());
    outputs.sayWhere();
  }

  private List<EmployerSum> forEach(ChangeConsumer consumer) throws IOException {
    List<EmployerSum> sums = new ArrayList<>();
    Map<Long, Arrival> arrivals = arrivals();
    for (DeclarationRecord declaration : declarations()) {
      // One that began later pays its months by these limits; one that ended before has none.
      if (history.endBefore(declaration.employerCode(), from).isEmpty()) {
        sums.add(changesOf(arrivals, declaration, consumer));
      }
    }
    return sums;
  }

  private EmployerSum changesOf(
      Map<Long, Arrival> arrivals, DeclarationRecord declaration, ChangeConsumer consumer)
      throws IOException {
    Tally tally = new Tally();
    forEachPerson(
        arrivals,
        declaration,
        (person, wage, bases, served) -> {
          if (!served.goOnAt(from)) {
            return;
          }
          Money before = takenUp.comparedWith(bases);
          ContributionBase after = takenUp.in(from, wage.in(from));
          tally.add(before, after.amount());
          if (!before.equals(after.amount())) {
            consumer.accept(new BaseChange(declaration, person, before, after));
          }
        });
    return new EmployerSum(declaration, tally.changed, tally.before, tally.after);
  }

  private void topUps(EmployeeTopUp topUp, TopUpConsumer consumer) throws IOException {
    Map<Long, Arrival> arrivals = arrivals();
    for (DeclarationRecord declaration : declarations()) {
      forEachPerson(
          arrivals,
          declaration,
          (person, wage, before, served) -> {
            for (EmployeeTopUp.Line line :
                topUp.lines(before, month -> takenUp.in(month, wage.in(month)).amount())) {
              if (served.contains(line.month())
                  && history.owes(declaration.employerCode(), line.month())) {
                consumer.accept(declaration, person, line);
              }
            }
          });
    }
  }

  /**
   * Takes a person, its wages, the base of every month but for what is taken up now, and the months
   * that count.
   */
  private interface BasesConsumer {
    void accept(
        PersonRecord person,
        YearWage wage,
        Function<YearMonth, Money> before,
        MonthsInService served)
        throws IOException;
  }

  /** Also whoever left before those months: someone who comes back pays by the limits taken up. */
  private void forEachPerson(
      Map<Long, Arrival> arrivals, DeclarationRecord declaration, BasesConsumer consumer)
      throws IOException {
    Arrival arrival = MonthsLedger.of(arrivals, declaration);
    MonthlyBases bases = arrival.bases(runContext.policy());
    Map<Integer, NavigableMap<YearMonth, Money>> earlier = changes.before(declaration, from);
    Map<Integer, NavigableMap<YearMonth, Money>> divided = wages.of(declaration.id());
    Optional<YearBases> monthly =
        divided.isEmpty() ? Optional.empty() : Optional.of(before(arrival, bases));
    Map<Integer, MonthsInService> months =
        joinedOrLeft.contains(declaration.id()) ? service.of(declaration.id()) : Map.of();
    year.forEachWithJoined(
        List.of(declaration),
        (ignored, person) -> {
          MonthsInService served = months.getOrDefault(person.line(), MonthsInService.ALWAYS);
          NavigableMap<YearMonth, Money> changed =
              earlier.getOrDefault(person.line(), Collections.emptyNavigableMap());
          YearWage wage =
              new YearWage(
                  person.declaredWage(),
                  divided.getOrDefault(person.line(), Collections.emptyNavigableMap()));
          consumer.accept(
              person,
              wage,
              monthly.isPresent() && wage.isDivided()
                  ? month -> monthly.get().in(month, wage).amount()
                  : month -> bases.in(month, person.declaredWage(), person.base(), changed),
              served);
        },
        IOException.class);
  }

  /**
   * Where the wage is not one, a base of one month says nothing of the next: by each one's limits.
   */
  private YearBases before(Arrival arrival, MonthlyBases bases) {
    List<LimitsApplied> earlier =
        months
            .applied(runContext.policy().name(), runContext.year())
            .tailMap(arrival.runId(), false)
            .values()
            .stream()
            .filter(each -> each.from().isBefore(from))
            .toList();
    return YearBases.of(
        runContext.policy(),
        arrival.assessedMonth(),
        bases.limits().after(runContext.policy(), earlier));
  }

  private Map<Long, Arrival> arrivals() {
    return months.arrivals(runContext.policy().name(), runContext.year());
  }

  private static final class Tally {
    private long changed;
    private Money before = Money.ZERO;
    private Money after = Money.ZERO;

    void add(Money one, Money other) {
      before = before.plus(one);
      after = after.plus(other);
      changed += one.equals(other) ? 0 : 1;
    }
  }

  private Optional<TopUps> topUp() {
    if (!LimitChangeJob.isRetroactive(runContext.policy(), from)) {
      return Optional.empty();
    }
    EmployeeTopUp topUp =
        new EmployeeTopUp(
            runContext.policy(),
            from,
            LimitChangeJob.lastAssessed(runContext.year(), runContext.businessDate()));
    return Optional.of(consumer -> topUps(topUp, consumer));
  }

  /** A dry run, and a month too early for limits that hold from the month after publication. */
  private List<Message> warnings() {
    List<Message> warnings = new ArrayList<>();
    if (dryRun()) {
      warnings.add(Message.of("flexible.limit-change-dry-run"));
    }
    YearMonth next = YearMonth.from(limits().published()).plusMonths(1);
    boolean nextMonth =
        runContext
            .policy()
            .limitChangeFor(from)
            .filter(change -> change.mode() == LimitChange.Mode.NEXT_MONTH)
            .isPresent();
    if (nextMonth && from.isBefore(next)) {
      warnings.add(
          Message.of(
              "flexible.limit-change-early",
              limits().published().toString(),
              next.toString(),
              from.toString()));
    }
    boolean nothingNew =
        from.getMonthValue() > 1
            && applied
                .taken()
                .map(known -> known.in(from).equals(known.in(from.minusMonths(1))))
                .orElse(false);
    if (nothingNew) {
      warnings.add(
          Message.of(
              "flexible.limit-change-none", runContext.businessDate().toString(), from.toString()));
    }
    return warnings;
  }

  private PublishedLimits limits() {
    return runContext
        .policy()
        .limitsFor(runContext.year(), from, runContext.businessDate())
        .orElseThrow();
  }

  /** Those on their way too: once approved, a version holds by the limits taken up before. */
  private List<DeclarationRecord> standing() {
    return year.standing(runContext.policy().name(), runContext.year(), Population.EMPLOYEES);
  }

  /** Also of employers that came to their end: they top up the months they owe. */
  private List<DeclarationRecord> declarations() {
    return year.current(runContext.policy().name(), runContext.year(), Population.EMPLOYEES);
  }

  private boolean dryRun() {
    return settings.yes(CommonKeys.DRY_RUN);
  }
}
