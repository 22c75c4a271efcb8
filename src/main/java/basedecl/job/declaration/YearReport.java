package basedecl.job.declaration;

import basedecl.assessment.flexible.AgeOnPaper;
import basedecl.declaration.Employer;
import basedecl.file.ReplacedFile.Written;
import basedecl.job.agency.AgencyWorkbooks;
import basedecl.job.agency.EarlierWorkbooks;
import basedecl.job.intake.IntakeOutputs;
import basedecl.job.intake.SpecialPersons;
import basedecl.job.run.Partitions;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.run.SideBySide;
import basedecl.ledger.audit.AuditOutcomeLedger;
import basedecl.ledger.due.YearDues;
import basedecl.ledger.intake.FileRecord;
import basedecl.ledger.intake.IntakeFile;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.DueLedger;
import basedecl.ledger.year.MonthsLedger;
import basedecl.ledger.year.PendingLedger;
import basedecl.ledger.year.YearInMonth;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Language;
import basedecl.money.Money;
import basedecl.policy.NationalRules;
import basedecl.policy.Population;
import basedecl.report.LimitsNotices;
import basedecl.report.PaperHeading;
import basedecl.report.YearHeading;
import basedecl.report.declaration.Assessment;
import basedecl.report.declaration.Corrections;
import basedecl.report.declaration.ProvinceSummaryWorkbook;
import basedecl.report.declaration.SpecialPersonSheet;
import basedecl.report.declaration.SummaryWorkbook;
import basedecl.settings.CommonKeys;
import basedecl.settings.SheetMonth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes every output of the night (contract 5) from the ledger. Safe to repeat. */
final class YearReport implements Tasklet {

  private final RunServices run;
  private final RunContext runContext;
  private final NationalRules national;
  private final YearHeading plain;
  private final IntakeOutputs outputs;
  private final JdbcTemplate jdbc;
  private final StagingLedger staging;
  private final Language language;
  private final Progress progress;

  /**
   * @param plain the heading without notices on who stands on other limits
   */
  YearReport(
      RunServices run,
      NationalRules national,
      YearHeading plain,
      IntakeOutputs outputs,
      JdbcTemplate jdbc,
      StagingLedger staging,
      Language language) {
    this.run = run;
    this.runContext = run.context();
    this.national = national;
    this.plain = plain;
    this.outputs = outputs;
    this.jdbc = jdbc;
    this.staging = staging;
    this.language = language;
    this.progress = run.progress();
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    YearInMonth year = new YearInMonth(jdbc, runContext.policy(), plain.month());
    List<DeclarationRecord> declarations = year.current();
    LimitsNotices notices = notices(year, declarations);
    Known known =
        SideBySide.both(
            "year-special",
            this::special,
            () -> picture(plain.with(notices), year, declarations),
            Known::new);
    YearPicture picture = known.picture();
    SpecialPersons special = known.special();
    List<IntakeFile> files = outputs.files();
    outputs.checkFence();
    KeptStretches kept = kept();
    List<Written> workbooks =
        run.settings().writesByAgency()
            ? byAgency(picture, special, kept)
            : ofCity(picture, special, kept);
    outputs.checkFence();
    new EarlierWorkbooks(outputs, YearWorkbooks.names(runContext.year()))
        .removeAllBut(workbooks.stream().map(Written::path).toList());
    List<FileRecord> lines =
        outputs.write(
            workbooks,
            picture.totals(),
            Optional.of(plain.month()),
            picture.notDeclared().size(),
            special.told());
    new DeclarationSummary(picture.heading(), language)
        .tell(
            run.summary(),
            files,
            lines,
            picture.totals(),
            notices.told(CommonKeys.sameLedger(run.settings())),
            picture.notDeclared().size(),
            outputs.unknownAgencies(),
            outputs.folder());
    special.tell(run.summary(), language);
    kept.forgetOthers();
    return RepeatStatus.FINISHED;
  }

  /** What the workbooks tell of, as far as it is known before the year's people pass. */
  private record Known(SpecialPersons special, YearPicture picture) {}

  private KeptStretches kept() {
    String policy = runContext.policy().name();
    return new KeptStretches(
        run.settings().path(CommonKeys.WORK).resolve("stretches").resolve(policy),
        runContext.year(),
        new YearLedger(jdbc).sources(policy, runContext.year(), Population.EMPLOYEES),
        ProgramMark.ofThisProgram());
  }

  private YearPicture picture(
      YearHeading heading, YearInMonth year, List<DeclarationRecord> declarations) {
    List<Employer> missing =
        outputs.notDeclared(declarations, employer -> year.owes(employer.code()));
    String policy = runContext.policy().name();
    YearLedger declared = new YearLedger(jdbc);
    return new YearPicture(
        heading,
        new PaperHeading(runContext.policy(), runContext.year(), runContext.businessDate()),
        year,
        declarations,
        missing,
        byLastYear(missing),
        declared.versions(policy, runContext.year(), Population.EMPLOYEES),
        declared.submittedOn(policy, runContext.year(), Population.EMPLOYEES),
        Corrections.of(year),
        assessments());
  }

  private List<Written> ofCity(YearPicture picture, SpecialPersons special, KeptStretches kept)
      throws IOException {
    YearWorkbooks city = new YearWorkbooks(outputs, outputs.folder(), picture);
    List<Written> people = people(city, picture, special, kept);
    List<Written> written = new ArrayList<>();
    written.add(city.summary(special.sheet()));
    written.addAll(people);
    written.add(city.notDeclared());
    written.add(city.changes());
    return written;
  }

  private List<Written> byAgency(YearPicture picture, SpecialPersons special, KeptStretches kept)
      throws IOException {
    YearPeople people = new YearPeople(picture.year(), kept, outputs, progress);
    return new AgencyWorkbooks(
            outputs.folder(),
            progress,
            picture.agencies(),
            (agency, folder) -> share(people, picture.only(agency), folder))
        .write(
            new AgencyWorkbooks.Search(
                () ->
                    picture
                        .year()
                        .forEachPerson(
                            picture.declarations(), special::staff, RuntimeException.class),
                () -> found(special, picture.declarations())),
            (lines, found) -> {
              outputs.checkFence();
              return ProvinceSummaryWorkbook.write(
                  outputs.folder(),
                  picture.heading(),
                  lines,
                  picture.totals(),
                  picture.late(),
                  found);
            });
  }

  private AgencyShare share(YearPeople people, YearPicture of, Path folder) {
    YearPicture own = of.with(plain.with(notices(of.year(), of.declarations())));
    return new AgencyShare(people, own, new YearWorkbooks(outputs, folder, own));
  }

  private Map<String, Money> byLastYear(List<Employer> missing) {
    return new YearDues(
            runContext.policy(),
            runContext.year(),
            runContext.businessDate(),
            new DueLedger(jdbc),
            new MonthsLedger(jdbc))
        .byLastYear(missing, new YearLedger(jdbc), plain.month());
  }

  private List<Assessment> assessments() {
    String policy = runContext.policy().name();
    return Assessment.ofYear(
        new AuditOutcomeLedger(jdbc, policy, runContext.year()),
        new YearLedger(jdbc),
        policy,
        runContext.year());
  }

  private LimitsNotices notices(YearInMonth year, List<DeclarationRecord> declarations) {
    return LimitsNotices.of(
        runContext.policy(),
        runContext.businessDate(),
        plain.month(),
        year.chargedOtherwise(declarations, plain.limits().limits()),
        new PendingLedger(
                jdbc,
                runContext.policy(),
                runContext.businessDate(),
                SheetMonth.lastConcerned(
                    run.settings(), runContext.year(), runContext.businessDate()))
            .ofYear());
  }

  /**
   * Those whom other declarations name too are looked for among the retirees as well, and in each
   * employer's newest version: one on its way to be approved tells who is declared now.
   */
  private SpecialPersons special() {
    YearLedger declared = new YearLedger(jdbc);
    String policy = runContext.policy().name();
    List<DeclarationRecord> retirees =
        declared.newest(policy, runContext.year(), Population.RETIREES);
    SpecialPersons special =
        new SpecialPersons(
            Population.EMPLOYEES,
            declared.newest(policy, runContext.year(), Population.EMPLOYEES),
            retirees,
            outputs.filesNotLookedAt(
                Set.of(
                    SummaryWorkbook.fileName(runContext.year()),
                    ProvinceSummaryWorkbook.fileName(runContext.year()))),
            new AgeOnPaper(national, runContext.businessDate()));
    declared.forEachPerson(retirees, special::retiree, RuntimeException.class);
    return special;
  }

  private List<Written> people(
      YearWorkbooks city, YearPicture picture, SpecialPersons special, KeptStretches kept)
      throws IOException {
    progress.begin("people", picture.totals().persons());
    List<Written> written;
    try {
      written =
          new YearPeople(picture.year(), kept, outputs, progress)
              .write(city, picture.declarations(), Partitions.count(), special::staff);
    } finally {
      progress.end();
    }
    found(special, picture.declarations());
    return written;
  }

  /** Ends the search for doubles once the people of these declarations have passed. */
  private SpecialPersonSheet found(SpecialPersons special, List<DeclarationRecord> declarations) {
    YearLedger declared = new YearLedger(jdbc);
    special.passOnTheirWay(declared, declarations);
    special.finish(declared);
    special.store(staging);
    return special.sheet();
  }
}
