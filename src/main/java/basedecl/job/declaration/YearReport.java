package basedecl.job.declaration;

import basedecl.declaration.Employer;
import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FindingCode;
import basedecl.job.intake.IntakeOutputs;
import basedecl.job.run.Operator;
import basedecl.job.run.Progress;
import basedecl.job.run.Relay;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunSummary;
import basedecl.ledger.intake.FileRecord;
import basedecl.ledger.intake.IntakeFile;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.ledger.year.YearLedger;
import basedecl.policy.Population;
import basedecl.report.YearHeading;
import basedecl.report.YearTotals;
import basedecl.report.declaration.ChangesWorkbook;
import basedecl.report.declaration.DetailWorkbook;
import basedecl.report.declaration.FlaggedWorkbook;
import basedecl.report.declaration.LateDeclarations;
import basedecl.report.declaration.NotDeclaredWorkbook;
import basedecl.report.declaration.SummaryWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes every output of the night (contract 5) from the ledger. Safe to repeat. */
final class YearReport implements Tasklet {

  private final RunContext runContext;
  private final YearHeading heading;
  private final IntakeOutputs outputs;
  private final YearLedger year;
  private final StagingLedger staging;
  private final RunSummary report;
  private final Operator operator;
  private final Progress progress;

  YearReport(
      RunContext runContext,
      YearHeading heading,
      IntakeOutputs outputs,
      YearLedger year,
      StagingLedger staging,
      RunSummary report,
      Operator operator,
      Progress progress) {
    this.runContext = runContext;
    this.heading = heading;
    this.outputs = outputs;
    this.year = year;
    this.staging = staging;
    this.report = report;
    this.operator = operator;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Path output = outputs.folder();
    List<DeclarationRecord> declarations =
        year.current(runContext.policy().name(), runContext.year(), Population.EMPLOYEES);
    YearTotals totals = YearTotals.of(declarations);
    List<IntakeFile> files = outputs.files();
    List<Written> workbooks = new ArrayList<>();
    outputs.checkFence();
    workbooks.add(SummaryWorkbook.write(output, heading, declarations, late()));
    workbooks.addAll(people(output, declarations, totals, files));
    List<Employer> missing = outputs.notDeclared(declarations, employer -> true);
    outputs.checkFence();
    workbooks.add(
        NotDeclaredWorkbook.write(
            output, heading, missing, runContext.policy().agencies(), imputation()));
    outputs.checkFence();
    workbooks.add(
        ChangesWorkbook.write(
            output,
            heading,
            year,
            year.versionsOfCorrected(
                runContext.policy().name(), runContext.year(), Population.EMPLOYEES)));
    List<FileRecord> lines = outputs.write(workbooks, totals, missing.size());
    new DeclarationSummary(heading, operator.language())
        .tell(report, files, lines, totals, missing.size(), output);
    return RepeatStatus.FINISHED;
  }

  private record Line(DeclarationRecord declaration, PersonRecord person) {}

  /** One pass over the year's people feeds the detail, the evidence and the search for doubles. */
  private List<Written> people(
      Path output, List<DeclarationRecord> declarations, YearTotals totals, List<IntakeFile> files)
      throws IOException {
    Set<Long> tonight = files.stream().map(IntakeFile::fileId).collect(Collectors.toSet());
    SharedPersons shared = new SharedPersons(declarations, tonight);
    progress.begin("people", totals.persons());
    List<Written> written;
    try (DetailWorkbook detail = DetailWorkbook.at(output, heading, declarations);
        FlaggedWorkbook flagged =
            FlaggedWorkbook.at(output, heading, declarations, runContext.policy().agencies());
        Relay<Line> lines =
            new Relay<>(
                "year-report",
                line -> {
                  detail.add(line.declaration(), line.person());
                  flagged.add(line.declaration(), line.person());
                  shared.add(line.declaration(), line.person());
                  progress.step(1);
                })) {
      year.forEachPerson(
          declarations,
          (declaration, person) -> lines.add(new Line(declaration, person)),
          IOException.class);
      lines.finish();
      outputs.checkFence();
      written = List.of(detail.finish(), flagged.finish());
    } finally {
      progress.end();
    }
    year.forEachPerson(shared.toPassAgain(), shared::addAgain, RuntimeException.class);
    staging.replaceFindings(
        runContext.run().runId(), FindingCode.PERSON_IN_TWO_EMPLOYERS, shared.findings());
    return written;
  }

  private Optional<LateDeclarations> late() {
    return LateDeclarations.of(
        runContext.policy(),
        runContext.year(),
        year.versions(runContext.policy().name(), runContext.year(), Population.EMPLOYEES));
  }

  /** Nobody is assessed for want of a declaration before the day to declare has passed. */
  private Optional<basedecl.policy.rule.Imputation> imputation() {
    boolean stillOpen =
        runContext
            .policy()
            .deadlineFor(java.time.YearMonth.of(runContext.year(), 1))
            .map(deadline -> !runContext.businessDate().isAfter(deadline.date()))
            .orElse(false);
    return stillOpen
        ? Optional.empty()
        : runContext.policy().imputationFor(runContext.businessDate());
  }
}
