package basedecl.job.intake;

import basedecl.answer.MarkedWorkbook;
import basedecl.declaration.Employer;
import basedecl.declaration.Roster;
import basedecl.file.FileDigest;
import basedecl.file.ReplacedFile.Written;
import basedecl.job.run.FenceGuard;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunSummary;
import basedecl.job.run.WorkFolder;
import basedecl.job.submitted.RosterFile;
import basedecl.ledger.collection.CollectionLedger;
import basedecl.ledger.intake.FileRecord;
import basedecl.ledger.intake.IntakeFile;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.intake.ReceiptLedger;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.report.AgencyTelephones;
import basedecl.report.YearTotals;
import basedecl.report.declaration.ReceiptsCsv;
import basedecl.report.manifest.ManifestJson;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import basedecl.spreadsheet.SpreadsheetFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What every intake leaves beside its year's workbooks, whatever the population: receipts, the
 * refused employers' own workbooks, the manifest. All from the ledger; safe to repeat.
 */
public final class IntakeOutputs {

  private final JobSettings settings;
  private final RunContext context;
  private final RosterFile roster;
  private final IntakeRules rules;
  private final IntakeLedger intake;
  private final ReceiptLedger receipts;
  private final RunLedger runs;
  private final WorkFolder work;
  private final FenceGuard fence;
  private final RunSummary report;
  private final CollectionLedger batches;

  public IntakeOutputs(
      JobSettings settings,
      RunContext context,
      RosterFile roster,
      IntakeRules rules,
      IntakeLedger intake,
      ReceiptLedger receipts,
      RunLedger runs,
      WorkFolder work,
      FenceGuard fence,
      RunSummary report,
      CollectionLedger batches) {
    this.settings = settings;
    this.context = context;
    this.roster = roster;
    this.rules = rules;
    this.intake = intake;
    this.receipts = receipts;
    this.runs = runs;
    this.work = work;
    this.fence = fence;
    this.report = report;
    this.batches = batches;
  }

  /** Asked before each output: a run that lost its lease writes over no one's workbook. */
  public void checkFence() {
    fence.checkNow();
  }

  public Path folder() {
    return settings.path(CommonKeys.OUTPUT);
  }

  /** Whether a file of the outputs is as some run of this job left it. */
  public boolean isOfThisJob(Path file) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && runs.isOutput(
            settings.job(),
            folder().toAbsolutePath().normalize().relativize(file).toString(),
            FileDigest.sha256(file));
  }

  /** The run's files in their order. */
  public List<IntakeFile> files() {
    return intake.filesOf(context.run().runId());
  }

  /**
   * Those whose senders hear tonight of people declared twice: the run's, and those of the runs
   * without workbooks before it, which do not look over the year.
   *
   * @param workbooks of which every run that looks over the year writes one
   */
  public Set<Long> filesNotLookedAt(Set<String> workbooks) {
    return runs.filesSinceOutput(context.run(), workbooks);
  }

  /** Employers of the roster that should declare and have not, in the roster's order. */
  public List<Employer> notDeclared(
      List<DeclarationRecord> declarations, Predicate<Employer> shouldDeclare) {
    Set<String> declared =
        declarations.stream().map(DeclarationRecord::employerCode).collect(Collectors.toSet());
    return roster.roster().map(Roster::active).orElse(List.of()).stream()
        .filter(shouldDeclare)
        .filter(employer -> !declared.contains(employer.code()))
        .toList();
  }

  /** Whether an employer had come to its end by the run's day. */
  public boolean isNoMore(String employerCode) {
    return roster.ended().containsKey(employerCode);
  }

  /** Whether the roster says that an employer need not declare retirees. */
  public boolean isExemptFromRetirees(String employerCode) {
    return roster
        .roster()
        .flatMap(known -> known.find(employerCode))
        .flatMap(Employer::exemptFromRetirees)
        .isPresent();
  }

  /**
   * Writes them beside {@code workbooks}, which the manifest lists too; returns the receipts.
   *
   * @param period the month whose figures {@code totals} are; empty where they have none
   * @param told whose employers are told of people that another one declares
   */
  public List<FileRecord> write(
      List<Written> workbooks,
      YearTotals totals,
      Optional<YearMonth> period,
      int notDeclared,
      List<SpecialPersons.Told> told)
      throws IOException {
    return write(
        workbooks, Optional.of(new ManifestJson.YearState(totals, notDeclared)), period, told);
  }

  /** Writes them alone: nothing is said of the year. */
  public List<FileRecord> writeReceipts() throws IOException {
    return write(List.of(), Optional.empty(), Optional.empty(), List.of());
  }

  private List<FileRecord> write(
      List<Written> workbooks,
      Optional<ManifestJson.YearState> year,
      Optional<YearMonth> period,
      List<SpecialPersons.Told> told)
      throws IOException {
    Path output = folder();
    List<FileRecord> lines = receipts.lines(context.run().runId());
    List<Written> outputs = new ArrayList<>(workbooks);
    checkFence();
    outputs.add(ReceiptsCsv.write(output, lines));
    SpreadsheetFiles spreadsheets = new SpreadsheetFiles(settings.readLimits());
    outputs.addAll(
        new ReturnedWorkbooks(
                work,
                receipts,
                marked(spreadsheets),
                spreadsheets,
                rules.form(),
                this::contact,
                fence,
                report)
            .write(output.resolve("receipts"), files(), lines, told));
    for (Written written : outputs) {
      runs.artifact(
          context.run().runId(),
          RunLedger.Direction.OUTPUT,
          output.relativize(written.path()).toString(),
          written.sha256());
    }
    checkFence();
    ManifestJson.write(
        output,
        new ManifestJson.Run(
            context.run().runId(),
            settings.job(),
            context.policy(),
            context.year(),
            context.businessDate(),
            period,
            runs.workersOf(context.run().runId())),
        lines,
        year,
        period.isPresent() ? batches.totals() : List.of(),
        rosterInput(),
        outputs);
    return lines;
  }

  /** What goes back to employers is Chinese, whatever the operator reads. */
  private MarkedWorkbook marked(SpreadsheetFiles spreadsheets) {
    return new MarkedWorkbook(
        spreadsheets, MarkedWorkbook.Bounds.DEFAULT, Language.ZH, context.businessDate());
  }

  private Optional<String> contact(String employerCode) {
    return roster
        .roster()
        .flatMap(known -> known.find(employerCode))
        .map(Employer::agency)
        .filter(agency -> !telephones().of(agency).isEmpty())
        .map(agency -> Message.of("job.contact", named(agency), telephones().of(agency)))
        .map(contact -> contact.in(Language.ZH));
  }

  private static String named(String agency) {
    return agency.isBlank() ? Message.of("report.notice.agency-unknown").in(Language.ZH) : agency;
  }

  private AgencyTelephones telephones() {
    return AgencyTelephones.of(context.policy());
  }

  /** The warning of the roster's agencies that the policy's directory does not know. */
  public Optional<Message> unknownAgencies() {
    return telephones()
        .unknown(
            roster
                .roster()
                .map(known -> known.employers().stream().map(Employer::agency).toList())
                .orElse(List.of()));
  }

  private List<ManifestJson.Input> rosterInput() {
    return settings
        .optional(CommonKeys.ROSTER)
        .map(path -> List.of(new ManifestJson.Input(path, roster.sha256())))
        .orElse(List.of());
  }
}
