package basedecl.job.declaration;

import basedecl.declaration.Employer;
import basedecl.declaration.FindingCode;
import basedecl.declaration.Population;
import basedecl.declaration.Roster;
import basedecl.job.support.CommonKeys;
import basedecl.job.support.JobSettings;
import basedecl.job.support.Night;
import basedecl.job.support.NightReport;
import basedecl.job.support.Operator;
import basedecl.job.support.Progress;
import basedecl.job.support.RosterFile;
import basedecl.job.support.WorkFolder;
import basedecl.job.support.intake.ReturnedWorkbooks;
import basedecl.ledger.DeclarationRecord;
import basedecl.ledger.FileRecord;
import basedecl.ledger.IntakeFile;
import basedecl.ledger.IntakeLedger;
import basedecl.ledger.ReceiptLedger;
import basedecl.ledger.RunLedger;
import basedecl.ledger.StagingLedger;
import basedecl.ledger.YearLedger;
import basedecl.message.Language;
import basedecl.report.ChangesWorkbook;
import basedecl.report.DetailWorkbook;
import basedecl.report.FlaggedWorkbook;
import basedecl.report.ManifestJson;
import basedecl.report.NotDeclaredWorkbook;
import basedecl.report.ReceiptsCsv;
import basedecl.report.SummaryWorkbook;
import basedecl.report.YearHeading;
import basedecl.report.YearTotals;
import basedecl.spreadsheet.MarkedWorkbook;
import basedecl.spreadsheet.ReplacedFile.Written;
import basedecl.spreadsheet.SpreadsheetFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
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

  private final JobSettings settings;
  private final Night night;
  private final YearHeading heading;
  private final RosterFile roster;
  private final YearLedger year;
  private final IntakeLedger intake;
  private final ReceiptLedger receipts;
  private final StagingLedger staging;
  private final RunLedger runs;
  private final WorkFolder work;
  private final NightReport report;
  private final Operator operator;
  private final Progress progress;

  YearReport(
      JobSettings settings,
      Night night,
      YearHeading heading,
      RosterFile roster,
      YearLedger year,
      IntakeLedger intake,
      ReceiptLedger receipts,
      StagingLedger staging,
      RunLedger runs,
      WorkFolder work,
      NightReport report,
      Operator operator,
      Progress progress) {
    this.settings = settings;
    this.night = night;
    this.heading = heading;
    this.roster = roster;
    this.year = year;
    this.intake = intake;
    this.receipts = receipts;
    this.staging = staging;
    this.runs = runs;
    this.work = work;
    this.report = report;
    this.operator = operator;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Path output = settings.path(CommonKeys.OUTPUT);
    List<DeclarationRecord> declarations =
        year.current(night.policy().name(), night.year(), Population.EMPLOYEES);
    YearTotals totals = YearTotals.of(declarations);
    List<IntakeFile> files = intake.filesOf(night.run().runId());
    List<Written> outputs = new ArrayList<>();
    outputs.add(SummaryWorkbook.write(output, heading, declarations));
    outputs.addAll(people(output, declarations, totals, files));
    List<Employer> missing = notDeclared(declarations);
    outputs.add(
        NotDeclaredWorkbook.write(
            output, heading, missing, night.policy().agencies(), imputation()));
    outputs.add(
        ChangesWorkbook.write(
            output,
            heading,
            year,
            year.versionsOfCorrected(night.policy().name(), night.year(), Population.EMPLOYEES)));
    List<FileRecord> lines = receipts.lines(night.run().runId());
    outputs.add(ReceiptsCsv.write(output, lines));
    outputs.addAll(
        new ReturnedWorkbooks(work, receipts, marked())
            .write(output.resolve("receipts"), files, lines));
    for (Written written : outputs) {
      runs.artifact(
          night.run().runId(),
          RunLedger.Direction.OUTPUT,
          output.relativize(written.path()).toString(),
          written.sha256());
    }
    ManifestJson.write(
        output,
        Long.toString(night.run().runId()),
        heading,
        lines,
        totals,
        missing.size(),
        rosterInput(),
        outputs);
    new NightSummary(heading, operator.language())
        .tell(report, files, lines, totals, missing.size(), output);
    return RepeatStatus.FINISHED;
  }

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
            FlaggedWorkbook.at(output, heading, declarations, night.policy().agencies())) {
      year.forEachPerson(
          declarations,
          (declaration, person) -> {
            detail.add(declaration, person);
            flagged.add(declaration, person);
            shared.add(declaration, person);
            progress.step(1);
          },
          IOException.class);
      written = List.of(detail.finish(), flagged.finish());
    } finally {
      progress.end();
    }
    year.forEachPerson(shared.toPassAgain(), shared::addAgain, RuntimeException.class);
    staging.replaceFindings(
        night.run().runId(), FindingCode.PERSON_IN_TWO_EMPLOYERS, shared.findings());
    return written;
  }

  private List<Employer> notDeclared(List<DeclarationRecord> declarations) {
    Set<String> declared =
        declarations.stream().map(DeclarationRecord::employerCode).collect(Collectors.toSet());
    return roster
        .roster()
        .map(Roster::employers)
        .<Collection<Employer>>map(c -> c)
        .orElse(List.of())
        .stream()
        .filter(employer -> !declared.contains(employer.code()))
        .toList();
  }

  /** Nobody is assessed for want of a declaration before the day to declare has passed. */
  private Optional<basedecl.policy.Imputation> imputation() {
    boolean stillOpen =
        night
            .policy()
            .deadlineFor(java.time.YearMonth.of(night.year(), 1))
            .map(deadline -> !night.businessDate().isAfter(deadline.date()))
            .orElse(false);
    return stillOpen ? Optional.empty() : night.policy().imputationFor(night.businessDate());
  }

  /** What goes back to employers is Chinese, whatever the operator reads. */
  private MarkedWorkbook marked() {
    return new MarkedWorkbook(
        new SpreadsheetFiles(settings.readLimits()),
        MarkedWorkbook.Bounds.DEFAULT,
        Language.ZH,
        night.businessDate());
  }

  private List<ManifestJson.Input> rosterInput() {
    return settings
        .optional(CommonKeys.ROSTER)
        .map(path -> List.of(new ManifestJson.Input(path, roster.sha256())))
        .orElse(List.of());
  }
}
