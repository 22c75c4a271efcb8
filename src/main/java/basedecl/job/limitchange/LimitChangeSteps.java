package basedecl.job.limitchange;

import basedecl.assessment.BaseAssessor;
import basedecl.assessment.ContributionBase;
import basedecl.assessment.EmployeeTopUp;
import basedecl.declaration.Population;
import basedecl.job.support.JobSettings;
import basedecl.job.support.Night;
import basedecl.job.support.Outputs;
import basedecl.ledger.BaseChange;
import basedecl.ledger.BaseChangeLedger;
import basedecl.ledger.DeclarationRecord;
import basedecl.ledger.YearLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.policy.LimitChange;
import basedecl.policy.PublishedLimits;
import basedecl.report.LimitChangeWorkbook;
import basedecl.report.LimitChangeWorkbook.ChangeConsumer;
import basedecl.report.LimitChangeWorkbook.EmployerSum;
import basedecl.report.YearHeading;
import basedecl.spreadsheet.ReplacedFile.Written;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Clamps every declared wage anew by the limits of the month, and keeps the bases that become
 * others in the ledger from that month on. The base before is that of the months before, so that
 * running it again finds the same changes.
 */
final class LimitChangeSteps {

  private final JobSettings settings;
  private final Night night;
  private final YearLedger year;
  private final BaseChangeLedger changes;
  private final Outputs outputs;
  private final YearMonth from;

  LimitChangeSteps(
      JobSettings settings,
      Night night,
      YearLedger year,
      BaseChangeLedger changes,
      Outputs outputs) {
    this.settings = settings;
    this.night = night;
    this.year = year;
    this.changes = changes;
    this.outputs = outputs;
    this.from = LimitChangeJob.from(settings);
  }

  /** Keeps the changed bases, all in one transaction. */
  Tasklet applying() {
    return (StepContribution contribution, ChunkContext context) -> {
      if (!dryRun()) {
        for (DeclarationRecord declaration : declarations()) {
          List<BaseChange> changed = new ArrayList<>();
          changesOf(declaration, changed::add);
          changes.replace(declaration, from, night.run().runId(), changed);
        }
      }
      return RepeatStatus.FINISHED;
    };
  }

  Tasklet reporting() {
    return (StepContribution contribution, ChunkContext context) -> {
      YearHeading heading =
          new YearHeading(
              night.policy(),
              night.year(),
              night.businessDate(),
              limits(),
              night.policy().rateFor(from),
              Optional.empty());
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
    for (DeclarationRecord declaration : declarations()) {
      sums.add(changesOf(declaration, consumer));
    }
    return sums;
  }

  private EmployerSum changesOf(DeclarationRecord declaration, ChangeConsumer consumer)
      throws IOException {
    BaseAssessor assessor = new BaseAssessor(limits().limits(), night.policy().rounding());
    Map<Integer, Money> earlier = changes.before(declaration, from);
    Tally tally = new Tally();
    year.forEachPerson(
        List.of(declaration),
        (ignored, person) -> {
          Money before = earlier.getOrDefault(person.line(), person.base());
          ContributionBase after = assessor.assess(person.declaredWage());
          tally.add(before, after.amount());
          if (!before.equals(after.amount())) {
            consumer.accept(new BaseChange(declaration, person, before, after));
          }
        },
        IOException.class);
    return new EmployerSum(declaration, tally.changed, tally.before, tally.after);
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

  private Optional<EmployeeTopUp> topUp() {
    return LimitChangeJob.isRetroactive(night.policy(), from)
        ? Optional.of(
            new EmployeeTopUp(
                night.policy(),
                from,
                LimitChangeJob.lastAssessed(night.year(), night.businessDate())))
        : Optional.empty();
  }

  /** A dry run, and a month too early for limits that hold from the month after publication. */
  private List<Message> warnings() {
    List<Message> warnings = new ArrayList<>();
    if (dryRun()) {
      warnings.add(Message.of("flexible.limit-change-dry-run"));
    }
    YearMonth next = YearMonth.from(limits().published()).plusMonths(1);
    boolean nextMonth =
        night
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
    return warnings;
  }

  private PublishedLimits limits() {
    return night.policy().limitsFor(night.year(), from, night.businessDate()).orElseThrow();
  }

  private List<DeclarationRecord> declarations() {
    return year.current(night.policy().name(), night.year(), Population.EMPLOYEES);
  }

  private boolean dryRun() {
    return settings.yes(LimitChangeJob.DRY_RUN);
  }
}
