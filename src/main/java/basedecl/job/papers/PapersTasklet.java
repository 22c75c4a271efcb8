package basedecl.job.papers;

import basedecl.assessment.PendingLimits;
import basedecl.declaration.procedure.DeclarationNumber;
import basedecl.file.OwnerOnly;
import basedecl.job.run.Outputs;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PendingLedger;
import basedecl.ledger.year.YearInMonth;
import basedecl.ledger.year.YearLedger;
import basedecl.policy.Population;
import basedecl.report.AgencyTelephones;
import basedecl.report.LimitsNotices;
import basedecl.report.PaperHeading;
import basedecl.report.papers.EmployerPapers;
import basedecl.report.papers.PaperMonths;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import basedecl.settings.SheetMonth;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes two workbooks for each employer's newest declaration, which is what is to be signed,
 * {@value #AT_ONCE} employers a turn, so that a run asked to stop does so soon. Everything comes
 * from the ledger; written again, it is the same.
 */
final class PapersTasklet implements Tasklet {

  private static final int AT_ONCE = 50;

  private final JobSettings settings;
  private final RunContext runContext;
  private final JdbcTemplate jdbc;
  private final YearLedger year;
  private final Outputs outputs;
  private final Progress progress;
  private Optional<Work> work = Optional.empty();
  private int next;

  PapersTasklet(RunServices run, JdbcTemplate jdbc, YearLedger year) {
    this.settings = run.settings();
    this.runContext = run.context();
    this.jdbc = jdbc;
    this.year = year;
    this.outputs = run.outputs();
    this.progress = run.progress();
  }

  /**
   * Whose papers are written.
   *
   * @param month where their people are read with the month's figures; empty for retirees
   * @param pending limits that nobody took up, by employer
   */
  private record Work(
      List<DeclarationRecord> declarations,
      Optional<YearInMonth> month,
      Map<String, PendingLimits> pending) {}

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Work begun = work.orElseGet(this::begin);
    List<DeclarationRecord> all = begun.declarations();
    Path folder = outputs.folder().resolve("papers");
    OwnerOnly.createFolders(folder);
    PaperHeading heading =
        new PaperHeading(runContext.policy(), runContext.year(), runContext.businessDate());
    int end = Math.min(all.size(), next + AT_ONCE);
    for (; next < end; next++) {
      write(begun, papers(begun, heading, all.get(next)), folder, all.get(next));
      progress.step(1);
    }
    if (next < all.size()) {
      return RepeatStatus.CONTINUABLE;
    }
    progress.end();
    AgencyTelephones.of(runContext.policy())
        .unknown(all.stream().map(DeclarationRecord::agency).toList())
        .ifPresent(outputs::say);
    begun.month().ifPresent(month -> outputs.say("job.summary-period", month.month()));
    LimitsNotices.of(
            runContext.policy(),
            runContext.businessDate(),
            begun.pending().values().stream().reduce(PendingLimits::plus))
        .told(CommonKeys.sameLedger(settings))
        .forEach(outputs::say);
    outputs.say("papers.summary", all.size(), folder);
    return RepeatStatus.FINISHED;
  }

  private Work begin() {
    Work begun =
        settings.population() == Population.RETIREES
            ? new Work(
                year.newest(runContext.policy().name(), runContext.year(), Population.RETIREES),
                Optional.empty(),
                Map.of())
            : ofEmployees();
    work = Optional.of(begun);
    progress.begin("papers", begun.declarations().size());
    return begun;
  }

  private Work ofEmployees() {
    YearInMonth month =
        new YearInMonth(
            jdbc,
            runContext.policy(),
            SheetMonth.of(settings, runContext.year(), runContext.businessDate()));
    List<DeclarationRecord> declarations = month.newest();
    PendingLedger pending =
        new PendingLedger(
            jdbc,
            runContext.policy(),
            runContext.businessDate(),
            SheetMonth.lastConcerned(settings, runContext.year(), runContext.businessDate()));
    return new Work(declarations, Optional.of(month), pending.byEmployer(declarations));
  }

  /** The papers of staff state one month for every employer, by that month's rates. */
  private EmployerPapers papers(Work begun, PaperHeading heading, DeclarationRecord declaration) {
    Optional<YearMonth> month = begun.month().map(YearInMonth::month);
    return new EmployerPapers(
        heading,
        settings.population(),
        month.flatMap(runContext.policy()::rateFor),
        month.isEmpty()
            ? PaperMonths.NONE
            : new PaperMonths(
                month,
                begun.month().get().yearOf(declaration).spans(),
                Optional.ofNullable(begun.pending().get(declaration.employerCode()))));
  }

  private void write(Work begun, EmployerPapers papers, Path folder, DeclarationRecord declaration)
      throws IOException {
    String number = number(declaration);
    String stem =
        fileName(declaration.employerCode())
            + "-"
            + runContext.year()
            + (settings.population() == Population.RETIREES ? "-retirees" : "");
    outputs.keep(papers.summary(folder.resolve(stem + "-summary.xlsx"), declaration, number));
    outputs.keep(
        papers.detail(
            folder.resolve(stem + "-detail.xlsx"),
            declaration,
            number,
            writer -> forEachPerson(begun, declaration, writer)));
  }

  private void forEachPerson(
      Work begun, DeclarationRecord declaration, EmployerPapers.PersonWriter writer)
      throws IOException {
    List<DeclarationRecord> one = List.of(declaration);
    if (begun.month().isPresent()) {
      begun
          .month()
          .get()
          .forEachPerson(one, (same, person) -> writer.accept(person), IOException.class);
    } else {
      year.forEachPerson(one, (same, person) -> writer.accept(person), IOException.class);
    }
  }

  /** Of the figures stored with the declaration, whatever month its papers state. */
  private String number(DeclarationRecord declaration) {
    DeclarationNumber number =
        new DeclarationNumber(
            runContext.policy().name(),
            runContext.year(),
            settings.population(),
            declaration.employerCode(),
            declaration.version());
    year.forEachPerson(
        List.of(declaration),
        (same, person) ->
            number.add(
                person.name(),
                person.documentKind(),
                person.idNumber(),
                person.declaredWage(),
                person.base()),
        RuntimeException.class);
    return number.finish();
  }

  /**
   * An employer's code as a file's name in ASCII. A code with other characters becomes {@code x}
   * and digits of its SHA-256, so that no two codes share a name and none leaves the folder.
   */
  private static String fileName(String employerCode) {
    return employerCode.matches("[0-9A-Za-z][0-9A-Za-z_-]*")
        ? employerCode
        : "x" + DigestUtils.sha256Hex(employerCode).substring(0, 32);
  }
}
