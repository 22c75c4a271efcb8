package basedecl.job.papers;

import basedecl.assessment.PendingLimits;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.file.OwnerOnly;
import basedecl.job.run.Outputs;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.ledger.employer.EmployerChangeLedger;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PendingLedger;
import basedecl.ledger.year.YearInMonth;
import basedecl.ledger.year.YearLedger;
import basedecl.policy.Population;
import basedecl.report.AgencyTelephones;
import basedecl.report.LimitsNotices;
import basedecl.report.PaperHeading;
import basedecl.report.papers.LedgerPapers;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import basedecl.settings.SheetMonth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
      Map<String, PendingLimits> pending,
      LedgerPapers papers) {}

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Work begun = work.orElseGet(this::begin);
    List<DeclarationRecord> all = begun.declarations();
    Path folder = outputs.folder().resolve("papers");
    OwnerOnly.createFolders(folder);
    int end = Math.min(all.size(), next + AT_ONCE);
    for (; next < end; next++) {
      outputs.keep(begun.papers().summary(folder, all.get(next)));
      outputs.keep(begun.papers().detail(folder, all.get(next)));
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
    PaperHeading heading =
        new PaperHeading(runContext.policy(), runContext.year(), runContext.businessDate());
    Work begun =
        settings.population() == Population.RETIREES ? ofRetirees(heading) : ofEmployees(heading);
    work = Optional.of(begun);
    progress.begin("papers", begun.declarations().size());
    return begun;
  }

  /** An employer that came to its end has nobody who signs any more, as among staff. */
  private Work ofRetirees(PaperHeading heading) {
    Set<String> ended =
        new EmployerChangeLedger(jdbc).history().over(runContext.businessDate()).keySet();
    return new Work(
        year.newest(runContext.policy().name(), runContext.year(), Population.RETIREES).stream()
            .filter(each -> !ended.contains(each.employerCode()))
            .toList(),
        Optional.empty(),
        Map.of(),
        LedgerPapers.ofRetirees(heading, year));
  }

  private Work ofEmployees(PaperHeading heading) {
    YearInMonth month =
        new YearInMonth(
                jdbc,
                runContext.policy(),
                SheetMonth.of(settings, runContext.year(), runContext.businessDate()))
            .asDeclared();
    List<DeclarationRecord> declarations =
        month.newest().stream()
            .filter(each -> each.state() != DeclarationState.ASSESSED) // nobody signs these
            .toList();
    Map<String, PendingLimits> pending =
        new PendingLedger(
                jdbc,
                runContext.policy(),
                runContext.businessDate(),
                SheetMonth.lastConcerned(settings, runContext.year(), runContext.businessDate()))
            .byEmployer(declarations);
    return new Work(
        declarations,
        Optional.of(month),
        pending,
        LedgerPapers.ofEmployees(heading, year, month, pending));
  }
}
