package basedecl.job.audit;

import basedecl.assessment.BaseAssessor;
import basedecl.audit.TaxTally;
import basedecl.audit.YearRules;
import basedecl.audit.signal.TaxComparison;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.file.OwnerOnly;
import basedecl.file.ReplacedFile.Written;
import basedecl.job.run.Outputs;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.ledger.year.YearInMonth;
import basedecl.money.Money;
import basedecl.report.AgencyTelephones;
import basedecl.report.YearHeading;
import basedecl.report.audit.AuditLine;
import basedecl.report.audit.AuditPicture;
import basedecl.report.audit.AuditWorkbook;
import basedecl.report.audit.SelfCheckNotice;
import basedecl.report.manifest.ManifestJson;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes the workbook and the notices from what was found. Safe to repeat. */
final class AuditOutputTasklet implements Tasklet {

  private final JobSettings settings;
  private final RunContext runContext;
  private final YearRules rules;
  private final YearHeading plain;
  private final Outputs outputs;
  private final AuditResult result;

  AuditOutputTasklet(RunServices run, YearRules rules, YearHeading plain, AuditResult result) {
    this.settings = run.settings();
    this.runContext = run.context();
    this.outputs = run.outputs();
    this.rules = rules;
    this.plain = plain;
    this.result = result;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Path output = outputs.folder();
    AuditPicture picture = result.get().picture();
    List<Written> written = new ArrayList<>();
    written.add(workbook(output, picture));
    List<Written> notices = notices(output.resolve("notices"), picture);
    written.addAll(notices);
    written.add(
        ManifestJson.writeAudit(
            outputs.folder(),
            new ManifestJson.Run(
                runContext.run().runId(),
                settings.job(),
                runContext.policy(),
                runContext.year(),
                runContext.businessDate(),
                Optional.of(plain.month())),
            picture,
            result.get().inputs(),
            written));
    written.forEach(outputs::keep);
    tell(picture, notices.size());
    return RepeatStatus.FINISHED;
  }

  private Written workbook(Path output, AuditPicture picture) throws IOException {
    YearInMonth year = result.get().year();
    try (AuditWorkbook workbook = AuditWorkbook.at(output, heading(), picture)) {
      year.forEachPerson(
          picture.lines().stream()
              .map(AuditLine::declaration)
              .filter(DeclarationRecord::flagged)
              .toList(),
          workbook::addAtLower,
          IOException.class);
      workbook.beginMatching();
      year.forEachPerson(
          picture.lines().stream()
              .filter(line -> line.figures().tax().map(TaxComparison::belowTax).orElse(0L) > 0)
              .map(AuditLine::declaration)
              .toList(),
          (declaration, person) -> match(workbook, declaration, person),
          IOException.class);
      outputs.checkLease();
      return workbook.finish();
    }
  }

  private YearHeading heading() {
    return plain.with(result.get().notices());
  }

  /** By the limits that the declaration's month is charged by. */
  private BaseAssessor bases(DeclarationRecord declaration) {
    return result.get().year().limitsOf(declaration).map(rules::with).orElse(rules).bases();
  }

  private void match(AuditWorkbook workbook, DeclarationRecord declaration, PersonRecord person)
      throws IOException {
    Optional<Money> wage =
        result
            .get()
            .tax()
            .flatMap(tax -> tax.monthly(declaration.employerCode(), person.idNumber()))
            .filter(person.declaredWage()::isLessThan);
    if (wage.isPresent()) {
      workbook.addMatched(
          declaration,
          person,
          wage.get(),
          TaxTally.baseShort(bases(declaration), person.base(), wage.get()));
    }
  }

  /**
   * A notice for each flagged employer; those of employers no longer flagged are taken away. Whose
   * wages the agency assessed has nothing to check itself: its declaration is closed.
   */
  private List<Written> notices(Path folder, AuditPicture picture) throws IOException {
    OwnerOnly.createFolders(folder);
    SelfCheckNotice notice =
        new SelfCheckNotice(heading(), Math.toIntExact(settings.count(AuditJob.NOTICE_DAYS)));
    List<Written> written = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (AuditLine line : picture.lines()) {
      DeclarationRecord declaration = line.declaration();
      if (declaration.flagged() && declaration.state() != DeclarationState.ASSESSED) {
        outputs.checkLease();
        written.add(notice.write(folder, line));
        names.add(SelfCheckNotice.fileName(declaration.employerCode(), runContext.year()));
      }
    }
    String ending = "-" + runContext.year() + ".docx";
    try (Stream<Path> present = Files.list(folder)) {
      for (Path file : present.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(ending) && !names.contains(name)) {
          Files.delete(file);
        }
      }
    }
    return written;
  }

  private void tell(AuditPicture picture, int notices) {
    outputs.say("job.summary-period", plain.month());
    outputs.say(
        "audit.summary",
        runContext.year(),
        picture.lines().size(),
        notices,
        picture.ranked().size());
    outputs.say(
        "audit.summary-follow-up",
        picture.followUp().fresh().size(),
        picture.followUp().standing().size() - picture.followUp().fresh().size(),
        picture.followUp().cleared().size());
    AuditPicture.Matching matching = picture.matching();
    if (matching.taxFile()) {
      outputs.say(
          "audit.summary-matching",
          matching.matched(),
          matching.belowTax(),
          matching.notInsured().size());
    }
    long problems = picture.problems().size() + picture.problemsLeftOut();
    if (problems > 0) {
      outputs.say("audit.summary-problems", problems);
    }
    result.get().notices().told(CommonKeys.sameLedger(settings)).forEach(outputs::say);
    if (rules.minimumWage().isEmpty()) {
      outputs.say("audit.summary-no-minimum-wage", runContext.policy().source());
    }
    AgencyTelephones.of(runContext.policy())
        .unknown(picture.lines().stream().map(line -> line.declaration().agency()).toList())
        .ifPresent(outputs::say);
    outputs.sayWhere();
  }
}
