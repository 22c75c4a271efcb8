package basedecl.job.audit;

import basedecl.assessment.ContributionAssessor;
import basedecl.audit.Auditor;
import basedecl.audit.TaxTally;
import basedecl.audit.TaxWages;
import basedecl.audit.TaxWages.TaxEmployer;
import basedecl.audit.YearRules;
import basedecl.audit.signal.EmployerFigures;
import basedecl.audit.signal.EmployerFigures.LastYear;
import basedecl.audit.signal.LowerLimitShare;
import basedecl.audit.signal.SignalFinding;
import basedecl.audit.signal.Wages;
import basedecl.declaration.Employer;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.ledger.audit.AuditFollowUp;
import basedecl.ledger.audit.AuditLedger;
import basedecl.ledger.audit.AuditOutcomeLedger;
import basedecl.ledger.audit.AuditRecord;
import basedecl.ledger.audit.AuditedEmployer;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PendingLedger;
import basedecl.ledger.year.YearInMonth;
import basedecl.message.Language;
import basedecl.policy.rule.PublishedLimits;
import basedecl.report.LimitsNotices;
import basedecl.report.audit.AuditLine;
import basedecl.report.audit.AuditPicture;
import basedecl.report.audit.AuditPicture.Matching;
import basedecl.report.audit.BaseDistribution;
import basedecl.settings.JobSettings;
import basedecl.settings.SheetMonth;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks at every employer of the year and puts the signals down in the ledger. */
final class AuditTasklet implements Tasklet {

  private final JobSettings settings;
  private final RunContext runContext;
  private final YearRules rules;
  private final JdbcTemplate jdbc;
  private final AuditLedger audits;
  private final List<Employer> roster;
  private final Progress progress;
  private final AuditResult result;

  /**
   * @param roster the employers known, whether they declared or not
   */
  AuditTasklet(
      RunServices run,
      YearRules rules,
      List<Employer> roster,
      JdbcTemplate jdbc,
      AuditLedger audits,
      AuditResult result) {
    this.settings = run.settings();
    this.runContext = run.context();
    this.progress = run.progress();
    this.rules = rules;
    this.roster = roster;
    this.jdbc = jdbc;
    this.audits = audits;
    this.result = result;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    SubmittedFigures handed =
        SubmittedFigures.read(
            settings,
            roster,
            OwnLastYear.of(jdbc, runContext.policy(), runContext.year()),
            runContext.businessDate());
    Optional<TaxWages> tax = handed.tax();
    YearMonth month = SheetMonth.of(settings, runContext.year(), runContext.businessDate());
    YearInMonth year = new YearInMonth(jdbc, runContext.policy(), month);
    List<DeclarationRecord> declarations = year.current();
    BaseDistribution spread = new BaseDistribution(rules.limits().limits());
    long[] sums = new long[3];
    List<AuditLine> lines = look(year, declarations, tax, handed.lastYear(), spread, sums);
    AuditFollowUp followUp = audits.record(runContext.run(), records(lines), employers(lines));
    result.set(
        new AuditResult.Result(
            new AuditPicture(
                lines,
                matching(declarations, tax, sums),
                spread,
                followUp,
                audits.earlierYears(runContext.policy().name(), runContext.year()),
                new AuditOutcomeLedger(jdbc, runContext.policy().name(), runContext.year())
                    .newest(),
                handed.problems(),
                handed.problemsLeftOut()),
            year,
            notices(year, declarations),
            tax,
            handed.inputs()));
    return RepeatStatus.FINISHED;
  }

  private LimitsNotices notices(YearInMonth year, List<DeclarationRecord> declarations) {
    return LimitsNotices.of(
        runContext.policy(),
        runContext.businessDate(),
        year.month(),
        year.chargedOtherwise(declarations, rules.limits().limits()),
        new PendingLedger(
                jdbc,
                runContext.policy(),
                runContext.businessDate(),
                SheetMonth.lastConcerned(settings, runContext.year(), runContext.businessDate()))
            .ofYear());
  }

  private List<AuditLine> look(
      YearInMonth year,
      List<DeclarationRecord> declarations,
      Optional<TaxWages> tax,
      Map<String, LastYear> lastYear,
      BaseDistribution spread,
      long[] sums) {
    ContributionAssessor dues = rules.contributions();
    Map<PublishedLimits, Auditor> auditors = new HashMap<>();
    List<AuditLine> lines = new ArrayList<>();
    progress.begin("audit", declarations.size());
    for (DeclarationRecord declaration : declarations) {
      YearRules theirs = year.limitsOf(declaration).map(rules::with).orElse(rules);
      TaxTally tally = new TaxTally(declaration.employerCode(), tax, theirs.bases(), dues);
      year.forEachPerson(
          List.of(declaration),
          (same, person) -> {
            tally.add(person.idNumber(), person.declaredWage(), person.base());
            spread.add(person.base());
          },
          RuntimeException.class);
      EmployerFigures figures =
          tally.figures(
              new LowerLimitShare(declaration.atLower(), declaration.persons()),
              declaration.flagged(),
              declaration.baseTotal(),
              Optional.ofNullable(lastYear.get(declaration.employerCode())));
      List<SignalFinding> findings =
          auditors.computeIfAbsent(theirs.limits(), limits -> theirs.auditor()).look(figures);
      sums[0] += tally.matched();
      sums[1] += tally.people() - tally.matched();
      sums[2] += tally.below();
      lines.add(
          new AuditLine(declaration, theirs.limits().limits(), withoutWages(figures), findings));
      progress.step(1);
    }
    progress.end();
    return lines;
  }

  /** The wages have been looked at; a city's are not kept. */
  private static EmployerFigures withoutWages(EmployerFigures f) {
    return new EmployerFigures(
        f.share(), f.flagged(), f.baseTotal(), Wages.ofFen(), f.lastYear(), f.tax());
  }

  private List<AuditRecord> records(List<AuditLine> lines) {
    List<AuditRecord> records = new ArrayList<>();
    for (AuditLine line : lines) {
      DeclarationRecord d = line.declaration();
      for (SignalFinding signal : line.signals()) {
        records.add(
            new AuditRecord(
                d.employerCode(),
                d.employerName(),
                signal.signal(),
                d.id(),
                d.version(),
                signal.value().in(Language.ZH),
                signal.threshold().in(Language.ZH),
                runContext.businessDate()));
      }
    }
    return records;
  }

  private static List<AuditedEmployer> employers(List<AuditLine> lines) {
    return lines.stream()
        .map(
            line ->
                new AuditedEmployer(
                    line.declaration().employerCode(),
                    line.declaration().employerName(),
                    line.figures().persons(),
                    line.figures().share().atLower(),
                    line.figures().flagged(),
                    line.figures().tax()))
        .toList();
  }

  private Matching matching(
      List<DeclarationRecord> declarations, Optional<TaxWages> tax, long[] sums) {
    if (tax.isEmpty()) {
      return new Matching(false, 0, 0, 0, 0, 0, List.of(), 0);
    }
    Set<String> declared = new HashSet<>();
    declarations.forEach(d -> declared.add(d.employerCode()));
    Set<String> insured = new HashSet<>(declared);
    if (!roster.isEmpty()) {
      insured.clear();
      roster.forEach(employer -> insured.add(employer.code()));
    }
    List<TaxEmployer> inTax = tax.get().employers();
    Set<String> taxCodes = new HashSet<>();
    inTax.forEach(employer -> taxCodes.add(employer.code()));
    return new Matching(
        true,
        sums[0],
        sums[1],
        tax.get().lines() - sums[0],
        sums[2],
        declared.stream().filter(code -> !taxCodes.contains(code)).count(),
        inTax.stream()
            .filter(employer -> !insured.contains(employer.code()))
            .sorted(Comparator.comparing(TaxEmployer::code))
            .toList(),
        inTax.stream()
            .filter(e -> insured.contains(e.code()) && !declared.contains(e.code()))
            .count());
  }
}
