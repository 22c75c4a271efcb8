package basedecl.job.retirees;

import basedecl.declaration.Employer;
import basedecl.file.ReplacedFile.Written;
import basedecl.job.intake.IntakeOutputs;
import basedecl.job.intake.IntakeSummary;
import basedecl.job.run.Operator;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunSummary;
import basedecl.ledger.intake.FileRecord;
import basedecl.ledger.intake.IntakeFile;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearLedger;
import basedecl.policy.Population;
import basedecl.report.PaperHeading;
import basedecl.report.YearTotals;
import basedecl.report.retirees.RetireesDetailWorkbook;
import basedecl.report.retirees.RetireesSummaryWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes every output of the night (contract 7) from the ledger. Safe to repeat. */
final class RetireesReport implements Tasklet {

  private final RunContext runContext;
  private final IntakeOutputs outputs;
  private final YearLedger year;
  private final RunSummary report;
  private final Operator operator;
  private final Progress progress;

  RetireesReport(
      RunContext runContext,
      IntakeOutputs outputs,
      YearLedger year,
      RunSummary report,
      Operator operator,
      Progress progress) {
    this.runContext = runContext;
    this.outputs = outputs;
    this.year = year;
    this.report = report;
    this.operator = operator;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Path output = outputs.folder();
    PaperHeading heading =
        new PaperHeading(runContext.policy(), runContext.year(), runContext.businessDate());
    List<VersionRecord> versions =
        year.versions(runContext.policy().name(), runContext.year(), Population.RETIREES);
    List<DeclarationRecord> declarations =
        versions.stream().filter(VersionRecord::current).map(VersionRecord::declaration).toList();
    YearTotals totals = YearTotals.of(declarations);
    outputs.checkFence();
    List<Written> workbooks =
        List.of(
            RetireesSummaryWorkbook.write(output, heading, versions),
            detail(output, heading, declarations, totals));
    List<Employer> missing = outputs.notDeclared(declarations, Employer::mustDeclareRetirees);
    List<IntakeFile> files = outputs.files();
    List<FileRecord> lines = outputs.write(workbooks, totals, missing.size());
    IntakeSummary summary = new IntakeSummary(report, operator.language());
    summary.files(files, lines);
    summary.say(
        "retirees.summary-year",
        Integer.toString(runContext.year()),
        Long.toString(totals.employers()),
        Long.toString(totals.persons()),
        totals.declaredTotal().toString());
    summary.say("retirees.summary-not-declared", Integer.toString(missing.size()));
    summary.say("job.summary-outputs", output.toString());
    return RepeatStatus.FINISHED;
  }

  private Written detail(
      Path output, PaperHeading heading, List<DeclarationRecord> declarations, YearTotals totals)
      throws IOException {
    progress.begin("people", totals.persons());
    try (RetireesDetailWorkbook detail = RetireesDetailWorkbook.at(output, heading, declarations)) {
      year.forEachPerson(
          declarations,
          (declaration, person) -> {
            detail.add(declaration, person);
            progress.step(1);
          },
          IOException.class);
      outputs.checkFence();
      return detail.finish();
    } finally {
      progress.end();
    }
  }
}
