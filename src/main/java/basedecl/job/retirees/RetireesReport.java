package basedecl.job.retirees;

import basedecl.assessment.flexible.AgeOnPaper;
import basedecl.declaration.Employer;
import basedecl.file.ReplacedFile.Written;
import basedecl.job.agency.AgencyWorkbooks;
import basedecl.job.agency.EarlierWorkbooks;
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
import basedecl.report.declaration.SpecialPersonSheet;
import basedecl.report.retirees.ProvinceRetireesWorkbook;
import basedecl.report.retirees.RetireesSummaryWorkbook;
import basedecl.settings.JobSettings;
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
  private final JobSettings settings;
  private final NationalRules national;
  private final IntakeOutputs outputs;
  private final YearLedger year;
  private final StagingLedger staging;
  private final RunSummary report;
  private final Language language;
  private final Progress progress;

  RetireesReport(
      RunContext runContext,
      JobSettings settings,
      NationalRules national,
      IntakeOutputs outputs,
      YearLedger year,
      StagingLedger staging,
      RunSummary report,
      Language language,
      Progress progress) {
    this.runContext = runContext;
    this.settings = settings;
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
    RetireesPicture picture = picture();
    List<IntakeFile> files = outputs.files();
    SpecialPersons special = special();
    outputs.checkFence();
    List<Written> workbooks =
        settings.writesByAgency() ? byAgency(picture, special) : ofCity(picture, special);
    outputs.checkFence();
    new EarlierWorkbooks(outputs, RetireesWorkbooks.names(runContext.year()))
        .removeAllBut(workbooks.stream().map(Written::path).toList());
    YearTotals totals = picture.totals();
    int missing = picture.notDeclared().size();
    List<FileRecord> lines =
        outputs.write(workbooks, totals, Optional.empty(), missing, special.told());
    IntakeSummary summary = new IntakeSummary(report, language);
    summary.files(files, lines);
    summary.say(
        "retirees.summary-year",
        Integer.toString(runContext.year()),
        Long.toString(totals.employers()),
        Long.toString(totals.persons()),
        totals.declaredTotal().toString());
    summary.say("retirees.summary-not-declared", Integer.toString(missing));
    outputs.unknownAgencies().ifPresent(warning -> report.line(warning.in(language)));
    summary.say("job.summary-outputs", outputs.folder().toString());
    special.tell(report, language);
    return RepeatStatus.FINISHED;
  }

  private RetireesPicture picture() {
    List<VersionRecord> versions =
        year.versions(runContext.policy().name(), runContext.year(), Population.RETIREES).stream()
            .filter(version -> !isNoMore(version.declaration()))
            .toList();
    return new RetireesPicture(
        new PaperHeading(runContext.policy(), runContext.year(), runContext.businessDate()),
        versions,
        outputs::isExemptFromRetirees,
        outputs.notDeclared(RetireesPicture.current(versions), Employer::mustDeclareRetirees),
        year.submittedOn(runContext.policy().name(), runContext.year(), Population.RETIREES));
  }

  private RetireesWorkbooks workbooks(Path folder, RetireesPicture picture) {
    return new RetireesWorkbooks(outputs, progress, year, folder, picture);
  }

  private List<Written> ofCity(RetireesPicture picture, SpecialPersons special) throws IOException {
    RetireesWorkbooks city = workbooks(outputs.folder(), picture);
    Written detail;
    progress.begin("people", picture.totals().persons());
    try {
      detail = city.detail(special::retiree);
    } finally {
      progress.end();
    }
    return List.of(city.summary(found(special, picture.declarations())), detail);
  }

  private List<Written> byAgency(RetireesPicture picture, SpecialPersons special)
      throws IOException {
    return new AgencyWorkbooks(
            outputs.folder(),
            progress,
            picture.agencies(),
            (agency, folder) -> workbooks(folder, picture.only(agency)))
        .write(
            new AgencyWorkbooks.Search(
                () ->
                    year.forEachPerson(
                        picture.declarations(), special::retiree, RuntimeException.class),
                () -> found(special, picture.declarations())),
            (lines, found) -> {
              outputs.checkFence();
              return ProvinceRetireesWorkbook.write(
                  outputs.folder(),
                  picture.heading(),
                  lines,
                  picture.totals(),
                  picture.late(),
                  found);
            });
  }

  /** Ends the search for doubles once the retirees of these declarations have passed. */
  private SpecialPersonSheet found(SpecialPersons special, List<DeclarationRecord> declarations) {
    special.passOnTheirWay(year, declarations);
    lookAmongStaff(declarations, special);
    return special.sheet();
  }

  private SpecialPersons special() {
    return new SpecialPersons(
        Population.RETIREES,
        newest(Population.EMPLOYEES),
        newest(Population.RETIREES),
        outputs.filesNotLookedAt(
            Set.of(
                RetireesSummaryWorkbook.fileName(runContext.year()),
                ProvinceRetireesWorkbook.fileName(runContext.year()))),
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
}
