package basedecl.job.papers;

import basedecl.assessment.MonthSpan;
import basedecl.declaration.procedure.DeclarationNumber;
import basedecl.file.OwnerOnly;
import basedecl.job.run.Outputs;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.LookupLedger;
import basedecl.ledger.year.MonthsLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.policy.Population;
import basedecl.report.PaperHeading;
import basedecl.report.papers.EmployerPapers;
import basedecl.report.papers.PaperMonths;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes two workbooks for each current declaration, {@value #AT_ONCE} employers a turn, so that a
 * run asked to stop does so soon. Everything comes from the ledger; written again, it is the same.
 */
final class PapersTasklet implements Tasklet {

  private static final int AT_ONCE = 50;

  private final JobSettings settings;
  private final RunContext runContext;
  private final YearLedger year;
  private final LookupLedger look;
  private final MonthsLedger months;
  private final Outputs outputs;
  private final Progress progress;
  private Optional<List<DeclarationRecord>> declarations = Optional.empty();
  private int next;

  PapersTasklet(
      JobSettings settings,
      RunContext runContext,
      JdbcTemplate jdbc,
      YearLedger year,
      Outputs outputs,
      Progress progress) {
    this.settings = settings;
    this.runContext = runContext;
    this.year = year;
    this.look = new LookupLedger(jdbc);
    this.months = new MonthsLedger(jdbc);
    this.outputs = outputs;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    List<DeclarationRecord> all = declarations.orElseGet(this::begin);
    Path folder = outputs.folder().resolve("papers");
    OwnerOnly.createFolders(folder);
    PaperHeading heading =
        new PaperHeading(runContext.policy(), runContext.year(), runContext.businessDate());
    int end = Math.min(all.size(), next + AT_ONCE);
    for (; next < end; next++) {
      write(papers(heading, all.get(next)), folder, all.get(next));
      progress.step(1);
    }
    if (next < all.size()) {
      return RepeatStatus.CONTINUABLE;
    }
    progress.end();
    outputs.say("papers.summary", all.size(), folder);
    return RepeatStatus.FINISHED;
  }

  private List<DeclarationRecord> begin() {
    List<DeclarationRecord> all =
        year.current(runContext.policy().name(), runContext.year(), settings.population());
    declarations = Optional.of(all);
    progress.begin("papers", all.size());
    return all;
  }

  /**
   * The papers of a declaration state the month that it was assessed with, by that month's rates.
   */
  private EmployerPapers papers(PaperHeading heading, DeclarationRecord declaration) {
    YearMonth month = look.origin(declaration.id()).assessedMonth();
    return new EmployerPapers(
        heading,
        settings.population(),
        runContext.policy().rateFor(month),
        new PaperMonths(month, spans(declaration)));
  }

  /** The year month by month; retirees have no limits. */
  private List<MonthSpan> spans(DeclarationRecord declaration) {
    return settings.population() == Population.RETIREES
        ? List.of()
        : months.yearOf(runContext.policy(), declaration).spans();
  }

  private void write(EmployerPapers papers, Path folder, DeclarationRecord declaration)
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
            writer ->
                year.forEachPerson(
                    List.of(declaration),
                    (same, person) -> writer.accept(person),
                    IOException.class)));
  }

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
