package basedecl.job.retirees;

import basedecl.assessment.flexible.AgeOnPaper;
import basedecl.declaration.Employer;
import basedecl.file.ReplacedFile.Written;
import basedecl.job.intake.IntakeOutputs;
import basedecl.job.intake.IntakeSummary;
import basedecl.job.intake.SpecialPersons;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunSummary;
import basedecl.ledger.intake.FileRecord;
import basedecl.ledger.intake.IntakeFile;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Language;
import basedecl.policy.NationalRules;
import basedecl.policy.Population;
import basedecl.report.PaperHeading;
import basedecl.report.YearTotals;
import basedecl.report.declaration.LateDeclarations;
import basedecl.report.retirees.RetireesDetailWorkbook;
import basedecl.report.retirees.RetireesSummaryWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes every output of the night (contract 7) from the ledger. Safe to repeat. */
final class RetireesReport implements Tasklet {

  private final RunContext runContext;
  private final NationalRules national;
  private final IntakeOutputs outputs;
  private final YearLedger year;
  private final StagingLedger staging;
  private final RunSummary report;
  private final Language language;
  private final Progress progress;

  RetireesReport(
      RunContext runContext,
      NationalRules national,
      IntakeOutputs outputs,
      YearLedger year,
      StagingLedger staging,
      RunSummary report,
      Language language,
      Progress progress) {
    this.runContext = runContext;
    this.national = national;
    this.outputs = outputs;
    this.year = year;
    this.staging = staging;
    this.report = report;
    this.language = language;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Path output = outputs.folder();
    PaperHeading heading =
        new PaperHeading(runContext.policy(), runContext.year(), runContext.businessDate());
    List<VersionRecord> versions =
        year.versions(runContext.policy().name(), runContext.year(), Population.RETIREES).stream()
            .filter(version -> !isNoMore(version.declaration()))
            .toList();
    List<DeclarationRecord> declarations =
        versions.stream().filter(VersionRecord::current).map(VersionRecord::declaration).toList();
    YearTotals totals = YearTotals.of(declarations);
    List<IntakeFile> files = outputs.files();
    SpecialPersons special = special();
    outputs.checkFence();
    Written detail = detail(output, heading, declarations, totals, special);
    special.passOnTheirWay(year, declarations);
    lookAmongStaff(declarations, special);
    outputs.checkFence();
    List<Written> workbooks =
        List.of(
            RetireesSummaryWorkbook.write(
                output, heading, versions, late(heading, versions), special.sheet()),
            detail);
    List<Employer> missing = outputs.notDeclared(declarations, Employer::mustDeclareRetirees);
    List<FileRecord> lines =
        outputs.write(workbooks, totals, Optional.empty(), missing.size(), special.told());
    IntakeSummary summary = new IntakeSummary(report, language);
    summary.files(files, lines);
    summary.say(
        "retirees.summary-year",
        Integer.toString(runContext.year()),
        Long.toString(totals.employers()),
        Long.toString(totals.persons()),
        totals.declaredTotal().toString());
    summary.say("retirees.summary-not-declared", Integer.toString(missing.size()));
    outputs.unknownAgencies().ifPresent(warning -> report.line(warning.in(language)));
    summary.say("job.summary-outputs", output.toString());
    special.tell(report, language);
    return RepeatStatus.FINISHED;
  }

  private Optional<LateDeclarations> late(PaperHeading heading, List<VersionRecord> versions) {
    return LateDeclarations.of(
        heading,
        versions.stream()
            .filter(v -> !outputs.isExemptFromRetirees(v.declaration().employerCode()))
            .toList(),
        year.submittedOn(runContext.policy().name(), runContext.year(), Population.RETIREES));
  }

  private SpecialPersons special() {
    return new SpecialPersons(
        Population.RETIREES,
        newest(Population.EMPLOYEES),
        newest(Population.RETIREES),
        outputs.filesNotLookedAt(Set.of(RetireesSummaryWorkbook.fileName(runContext.year()))),
        new AgeOnPaper(national, runContext.businessDate()));
  }

  /** The newest declarations, without those of employers that are no more. */
  private List<DeclarationRecord> newest(Population population) {
    return year.newest(runContext.policy().name(), runContext.year(), population).stream()
        .filter(declaration -> !isNoMore(declaration))
        .toList();
  }

  /** Whether its employer came to its end: the figures of a year have no month of their own. */
  private boolean isNoMore(DeclarationRecord declaration) {
    return outputs.isNoMore(declaration.employerCode());
  }

  /** Nobody is among the staff as well where there are no retirees. */
  private void lookAmongStaff(List<DeclarationRecord> retirees, SpecialPersons special) {
    if (!retirees.isEmpty()) {
      year.forEachPerson(special.staffDeclarations(), special::staff, RuntimeException.class);
    }
    special.finish(year);
    special.store(staging);
  }

  private Written detail(
      Path output,
      PaperHeading heading,
      List<DeclarationRecord> declarations,
      YearTotals totals,
      SpecialPersons special)
      throws IOException {
    progress.begin("people", totals.persons());
    try (RetireesDetailWorkbook detail = RetireesDetailWorkbook.at(output, heading, declarations)) {
      year.forEachPerson(
          declarations,
          (declaration, person) -> {
            detail.add(declaration, person);
            special.retiree(declaration, person);
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
