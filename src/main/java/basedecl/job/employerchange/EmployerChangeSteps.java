package basedecl.job.employerchange;

import basedecl.assessment.latefee.InheritedDue;
import basedecl.assessment.latefee.LateFeeTotals;
import basedecl.declaration.Employer;
import basedecl.declaration.change.EmployerChange;
import basedecl.declaration.change.EmployerHistory;
import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.job.run.Outputs;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.run.RunSummary;
import basedecl.ledger.due.Settlement;
import basedecl.ledger.employer.RecordedChange;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.YearInMonth;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.ContributionMonth;
import basedecl.policy.Population;
import basedecl.report.employer.ChangeRow;
import basedecl.report.employer.EmployerChangesWorkbook;
import basedecl.report.latefee.InheritedAccount;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.sql.Savepoint;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * The changes into the ledger and today's picture of the employers with them, all in one
 * transaction; then the workbook from the ledger. A run that was cut off between both finds what it
 * took itself and reports it. A dry run takes all back before its transaction ends.
 */
final class EmployerChangeSteps {

  private final JobSettings settings;
  private final RunContext context;
  private final Outputs outputs;
  private final RunSummary summary;
  private final RunLedger runs;
  private final EmployerChangeLedgers ledgers;
  private Optional<Told> tried = Optional.empty();
  private int lines;

  /** What the workbook and the summary tell. */
  private record Told(
      List<RecordedChange> changes, List<ChangeRow> rows, List<InheritedAccount> inherited) {

    List<InheritedDue> dues() {
      return inherited.stream().map(InheritedAccount::due).toList();
    }
  }

  EmployerChangeSteps(RunServices run, RunLedger runs, EmployerChangeLedgers ledgers) {
    this.settings = run.settings();
    this.context = run.context();
    this.outputs = run.outputs();
    this.summary = run.summary();
    this.runs = runs;
    this.ledgers = ledgers;
  }

  Tasklet taking() {
    return (StepContribution contribution, ChunkContext chunk) -> {
      Map<String, Employer> employers = employers();
      ChangeTables tables =
          ChangeTables.read(settings, context, runs, employers::containsKey, summary::skipped);
      Savepoint before = ledgers.staging().savepoint();
      ChangeTaker taker = new ChangeTaker(context, ledgers.changes(), employers);
      taker.take(tables.changes());
      ledgers
          .roster()
          .replace(
              taker
                  .history()
                  .on(context.businessDate(), employers.values(), employers.values())
                  .employers());
      lines = tables.lines();
      if (settings.yes(CommonKeys.DRY_RUN)) {
        tried = Optional.of(told());
        ledgers.staging().rollBackTo(before);
      }
      long run = context.run().runId();
      ledgers.findings().clear(run);
      ledgers.findings().add(run, tables.problems());
      return RepeatStatus.FINISHED;
    };
  }

  private Map<String, Employer> employers() {
    Map<String, Employer> employers = new LinkedHashMap<>();
    ledgers.roster().all().forEach(employer -> employers.put(employer.code(), employer));
    return employers;
  }

  Tasklet reporting() {
    return (StepContribution contribution, ChunkContext chunk) -> {
      Told told = tried.orElseGet(this::told);
      List<FileFinding> problems = ledgers.findings().of(context.run().runId());
      List<Message> warnings =
          settings.yes(CommonKeys.DRY_RUN)
              ? List.of(Message.of("employerchange.dry-run"))
              : List.of();
      Written written =
          EmployerChangesWorkbook.write(
              outputs.folder(),
              context.year(),
              context.businessDate(),
              warnings.stream().map(warning -> warning.in(Language.ZH)).toList(),
              told.rows(),
              told.inherited(),
              problems);
      outputs.keep(written);
      warnings.forEach(outputs::say);
      tell(told, problems);
      return RepeatStatus.FINISHED;
    };
  }

  private Told told() {
    EmployerHistory history = ledgers.changes().history();
    Map<String, String> names = new LinkedHashMap<>();
    ledgers.roster().all().forEach(employer -> names.put(employer.code(), employer.name()));
    UnaryOperator<String> nameOf = code -> names.getOrDefault(code, "");
    List<RecordedChange> changes =
        ledgers.changes().all().stream().filter(this::isOfTheYearOrTheRun).toList();
    return new Told(
        changes,
        changes.stream()
            .map(recorded -> ChangeRow.of(recorded, history, nameOf, people(recorded), Language.ZH))
            .toList(),
        InheritedAccount.of(inherited(history), nameOf));
  }

  private boolean isOfTheYearOrTheRun(RecordedChange recorded) {
    return recorded.kept().change().on().getYear() == context.year()
        || recorded.runId() == context.run().runId();
  }

  /**
   * Who still counts with an employer in the first month in which it is no more: whoever left it
   * before, or was moved from it since, waits no longer.
   */
  private long people(RecordedChange recorded) {
    EmployerChange change = recorded.kept().change();
    if (!change.kind().isEnd()) {
      return 0;
    }
    return ledgers
        .year()
        .current(context.policy().name(), context.year(), Population.EMPLOYEES, change.code())
        .map(declaration -> people(declaration, change.firstMonthAfter()))
        .orElse(0L);
  }

  private long people(DeclarationRecord declaration, YearMonth month) {
    return YearInMonth.of(
            ledgers.template(),
            context.policy(),
            ContributionMonth.of(context.year(), month.atDay(1)),
            declaration.employerCode())
        .inMonth(List.of(declaration))
        .get(0)
        .persons();
  }

  /**
   * What is open of the months that others bear, as the last run of late-fee worked out the dues.
   */
  private List<InheritedDue> inherited(EmployerHistory history) {
    return InheritedDue.of(
        history.inheritances(context.businessDate()),
        new Settlement(ledgers.template(), context.policy())
            .ofYear(context.year(), context.businessDate()));
  }

  private void tell(Told told, List<FileFinding> problems) {
    summary
        .skippedFiles()
        .forEach(
            skipped ->
                outputs.say(
                    "latefee.summary-skipped", RunSummary.shown(skipped.path()), skipped.reason()));
    long taken =
        told.changes().stream()
            .filter(recorded -> recorded.runId() == context.run().runId())
            .count();
    outputs.say("employerchange.summary-taken", lines, taken, problems.size());
    outputs.say("employerchange.summary-year", context.year(), told.changes().size());
    if (taken > 0 && told.rows().stream().anyMatch(ChangeRow::isEnd)) {
      outputs.say("employerchange.summary-dues");
    }
    tellOfPeople(told);
    tellOfArrears(told);
    if (!problems.isEmpty()) {
      outputs.say(
          "employerchange.summary-problems",
          problems.stream()
              .map(problem -> problem.finding().code().name())
              .distinct()
              .sorted()
              .collect(Collectors.joining(", ")));
    }
    outputs.sayWhere();
  }

  private void tellOfPeople(Told told) {
    for (ChangeRow row : told.rows()) {
      if (row.people() > 0) {
        outputs.say(
            "employerchange.summary-people",
            row.change().code(),
            row.change().kind().title(),
            row.people(),
            row.change()
                .partner()
                .map(partner -> Message.of("employerchange.people-to-successor", partner))
                .orElseGet(() -> Message.of("employerchange.people-to-stop")));
      }
    }
  }

  private void tellOfArrears(Told told) {
    if (!told.inherited().isEmpty()) {
      LateFeeTotals totals = InheritedDue.totals(told.dues());
      outputs.say(
          "employerchange.summary-inherited",
          told.inherited().size(),
          totals.arrears(),
          totals.fee());
    }
  }
}
