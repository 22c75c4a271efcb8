package basedecl.job.auditoutcome;

import basedecl.declaration.procedure.Verdict;
import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.finding.Severity;
import basedecl.job.run.Outputs;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.submitted.SubmittedFile;
import basedecl.job.submitted.SubmittedLines;
import basedecl.job.submitted.SubmittedTable;
import basedecl.ledger.audit.RecordedBy;
import basedecl.ledger.intake.IntakeFile;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.report.YearHeading;
import basedecl.report.audit.AssessmentWorkbook;
import basedecl.report.declaration.Assessment;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Savepoint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * The table into the ledger, all of it in one transaction; then the workbook from the ledger. A run
 * that was cut off between both finds what it took itself and reports it. A dry run takes all back
 * before its transaction ends.
 */
final class AuditOutcomeSteps {

  private final JobSettings settings;
  private final RunContext context;
  private final YearHeading heading;
  private final AuditOutcomeLedgers ledgers;
  private final Outputs outputs;
  private Optional<List<Assessment>> tried = Optional.empty();

  AuditOutcomeSteps(RunServices run, YearHeading heading, AuditOutcomeLedgers ledgers) {
    this.settings = run.settings();
    this.context = run.context();
    this.outputs = run.outputs();
    this.heading = heading;
    this.ledgers = ledgers;
  }

  Tasklet taking() {
    return (StepContribution contribution, ChunkContext chunk) -> {
      Savepoint before = ledgers.staging().savepoint();
      List<FileFinding> problems = take();
      if (settings.yes(CommonKeys.DRY_RUN)) {
        tried = Optional.of(assessments());
        ledgers.staging().rollBackTo(before);
      }
      long run = context.run().runId();
      ledgers.findings().clear(run);
      ledgers.findings().add(run, problems);
      return RepeatStatus.FINISHED;
    };
  }

  private List<FileFinding> take() throws IOException {
    SubmittedFile file =
        SubmittedFile.of(settings.path(AuditOutcomeJob.OUTCOMES), skipped -> {}).get(0);
    SubmittedLines<AssessmentLine.Column> table =
        new SubmittedTable<>(file.path(), AssessmentLine.HEADER, settings.readLimits()).lines();
    AssessmentTaker taker = new AssessmentTaker(context, ledgers, ledgers.intake().nextFileId());
    EmployerAssessment.of(table.lines(), context.year(), context.businessDate())
        .forEach(taker::take);
    if (taker.taken() > 0) {
      keep(file, table.lines().size(), taker);
    }
    return table.findings().stream().map(finding -> new FileFinding(file.name(), finding)).toList();
  }

  /** The table as the file that the versions came from. */
  private void keep(SubmittedFile file, int lines, AssessmentTaker taker) throws IOException {
    IntakeLedger intake = ledgers.intake();
    long run = context.run().runId();
    IntakeFile row =
        new IntakeFile(
            taker.fileId(),
            run,
            1,
            file.name(),
            file.name(),
            Files.size(file.path()),
            Files.getLastModifiedTime(file.path()).toMillis(),
            Optional.of(file.sha256()),
            IntakeFile.State.STORED,
            Optional.of(Verdict.ACCEPTED),
            lines,
            taker.lines(),
            lines - taker.lines());
    intake.insertClaiming(List.of(row));
    intake.markStored(
        List.of(
            new IntakeLedger.StoredFile(
                row.fileId(),
                file.sha256(),
                row.rowsRead(),
                row.rowsAccepted(),
                row.rowsRejected())));
    intake.verdicts(List.of(row));
  }

  private List<Assessment> assessments() {
    return Assessment.ofYear(
        ledgers.outcomes(context), ledgers.year(), context.policy().name(), context.year());
  }

  Tasklet reporting() {
    return (StepContribution contribution, ChunkContext chunk) -> {
      List<Assessment> assessments = tried.orElseGet(this::assessments);
      List<FileFinding> problems = ledgers.findings().of(context.run().runId());
      List<Message> warnings =
          settings.yes(CommonKeys.DRY_RUN)
              ? List.of(Message.of("audit.outcome-dry-run"))
              : List.of();
      Written written =
          AssessmentWorkbook.write(
              outputs.folder(),
              heading,
              warnings.stream().map(warning -> warning.in(Language.ZH)).toList(),
              assessments,
              problems);
      outputs.keep(written);
      warnings.forEach(outputs::say);
      tell(assessments, problems);
      return RepeatStatus.FINISHED;
    };
  }

  private void tell(List<Assessment> assessments, List<FileFinding> problems) {
    List<Assessment> now = assessments.stream().filter(this::isOfThisRun).toList();
    outputs.say("audit.outcome-taken", now.size(), people(now));
    outputs.say(
        "audit.outcome-year",
        context.year(),
        assessments.size(),
        people(assessments),
        Assessment.difference(assessments).total().map(Object::toString).orElse("—"));
    if (!problems.isEmpty()) {
      outputs.say(
          "audit.outcome-problems",
          problems.stream().filter(p -> p.finding().code().severity() != Severity.NOTICE).count(),
          problems.stream().filter(p -> p.finding().code().severity() == Severity.NOTICE).count(),
          problems.stream()
              .map(problem -> problem.finding().code().name())
              .distinct()
              .sorted()
              .collect(Collectors.joining(", ")));
    }
    outputs.sayWhere();
  }

  private static long people(List<Assessment> assessments) {
    return assessments.stream().mapToLong(Assessment::people).sum();
  }

  private boolean isOfThisRun(Assessment assessment) {
    return assessment.outcome().by().equals(new RecordedBy.Run(context.run().runId()));
  }
}
