package basedecl.job.staffchange;

import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.job.run.Outputs;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.staffchange.StaffChangeLine.Column;
import basedecl.job.submitted.SubmittedFile;
import basedecl.job.submitted.SubmittedLine;
import basedecl.job.submitted.SubmittedLines;
import basedecl.job.submitted.SubmittedTable;
import basedecl.ledger.staff.StaffView.Shown;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.report.staffchange.StaffChangeWorkbook;
import basedecl.settings.CommonKeys;
import java.io.IOException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * The tables into the ledger, all of it in one transaction; then the workbook from the ledger. All
 * files are read before anything is decided, so that it does not matter which of two employers'
 * lines comes first when somebody moves. A dry run takes all back before its transaction ends.
 */
final class StaffChangeSteps {

  private final RunServices run;
  private final RunContext context;
  private final StaffChangeLedgers ledgers;
  private final Outputs outputs;

  /** What a dry run would have left, kept beyond what it took back. */
  private Optional<List<Shown>> tried = Optional.empty();

  StaffChangeSteps(RunServices run, StaffChangeLedgers ledgers) {
    this.run = run;
    this.context = run.context();
    this.ledgers = ledgers;
    this.outputs = run.outputs();
  }

  Tasklet taking() {
    return (StepContribution contribution, ChunkContext chunk) -> {
      Savepoint before = ledgers.staging().savepoint();
      List<FileFinding> problems = take();
      if (isDry()) {
        tried = Optional.of(ledgers.view().changes());
        ledgers.staging().rollBackTo(before);
      }
      long id = context.run().runId();
      ledgers.findings().clear(id);
      ledgers.findings().add(id, problems);
      return RepeatStatus.FINISHED;
    };
  }

  private boolean isDry() {
    return run.settings().yes(CommonKeys.DRY_RUN);
  }

  private List<FileFinding> take() throws IOException {
    Map<SubmittedFile, SubmittedLines<Column>> tables = new LinkedHashMap<>();
    List<StaffChangeTaker.Read> read = new ArrayList<>();
    for (SubmittedFile file :
        SubmittedFile.of(run.settings().path(StaffChangeJob.CHANGES), run.summary()::skipped)) {
      SubmittedLines<Column> table =
          new SubmittedTable<>(file.path(), StaffChangeLine.HEADER, run.settings().readLimits())
              .lines();
      tables.put(file, table);
      for (SubmittedLine<Column> line : table.lines()) {
        StaffChangeLine.of(line, context.year(), context.businessDate())
            .ifPresent(change -> read.add(new StaffChangeTaker.Read(line, change, file.name())));
      }
    }
    new StaffChangeTaker(context, ledgers).take(read);
    List<FileFinding> problems = new ArrayList<>();
    tables.forEach(
        (file, table) ->
            table
                .findings()
                .forEach(finding -> problems.add(new FileFinding(file.name(), finding))));
    return problems;
  }

  Tasklet reporting() {
    return (StepContribution contribution, ChunkContext chunk) -> {
      List<Shown> changes = tried.orElseGet(ledgers.view()::changes);
      List<FileFinding> problems = ledgers.findings().of(context.run().runId());
      List<Message> warnings = isDry() ? List.of(Message.of("staffchange.dry-run")) : List.of();
      Written written =
          StaffChangeWorkbook.write(
              outputs.folder(),
              context.policy(),
              context.year(),
              context.businessDate(),
              warnings.stream().map(warning -> warning.in(Language.ZH)).toList(),
              changes,
              problems);
      outputs.keep(written);
      warnings.forEach(outputs::say);
      tell(changes, problems);
      return RepeatStatus.FINISHED;
    };
  }

  private void tell(List<Shown> changes, List<FileFinding> problems) {
    run.summary()
        .skippedFiles()
        .forEach(
            skipped ->
                outputs.say(
                    "staffchange.skipped",
                    skipped.path().replaceAll("\\p{Cntrl}", "?"),
                    skipped.reason()));
    List<Shown> now =
        changes.stream().filter(each -> each.taken().runId() == context.run().runId()).toList();
    outputs.say("staffchange.taken", joined(now), now.size() - joined(now));
    outputs.say(
        "staffchange.year", context.year(), joined(changes), changes.size() - joined(changes));
    if (!problems.isEmpty()) {
      outputs.say(
          "staffchange.problems",
          problems.size(),
          problems.stream()
              .map(problem -> problem.finding().code().name())
              .distinct()
              .sorted()
              .collect(Collectors.joining(", ")));
    }
    outputs.sayWhere();
  }

  private static int joined(List<Shown> changes) {
    return (int) changes.stream().filter(each -> each.change().kind().joins()).count();
  }
}
