package basedecl.job.review;

import basedecl.declaration.procedure.DeclarationDeadline;
import basedecl.declaration.procedure.Lateness;
import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Severity;
import basedecl.job.run.Outputs;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.review.DecisionLedger;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.report.AgencyTelephones;
import basedecl.report.PaperHeading;
import basedecl.report.review.ProgressRow;
import basedecl.report.review.ProgressRows;
import basedecl.report.review.ProgressWorkbook;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes {@code progress-YEAR.xlsx} from the ledger: every employer, and what comes next. */
final class ProgressTasklet implements Tasklet {

  /** Lines not used that the summary tells one by one; more are counted. */
  private static final int TOLD = 50;

  private final JobSettings settings;
  private final RunContext runContext;
  private final ProcedureLedger ledger;
  private final DecisionLedger desk;
  private final RosterLedger roster;
  private final LineFindingLedger findings;
  private final Outputs outputs;

  ProgressTasklet(
      RunServices run,
      ProcedureLedger ledger,
      DecisionLedger desk,
      RosterLedger roster,
      LineFindingLedger findings) {
    this.settings = run.settings();
    this.runContext = run.context();
    this.ledger = ledger;
    this.desk = desk;
    this.roster = roster;
    this.findings = findings;
    this.outputs = run.outputs();
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    List<FileFinding> problems = findings.of(runContext.run().runId());
    if (!settings.writesWorkbooks()) {
      tellSteps();
      tellEach(problems);
      outputs.say("job.summary-no-workbooks", settings.text(CommonKeys.OUTPUT));
      return RepeatStatus.FINISHED;
    }
    List<ProgressRow> rows =
        ProgressRows.of(
            ledger.standings(
                new ProcedureLedger.Scope(
                    runContext.policy().name(), runContext.year(), settings.population())),
            roster.active(runContext.businessDate()),
            settings.population(),
            incomplete(problems));
    Written written =
        ProgressWorkbook.write(
            outputs.folder(),
            new PaperHeading(runContext.policy(), runContext.year(), runContext.businessDate()),
            settings.population(),
            DeclarationDeadline.of(runContext.policy(), runContext.year()),
            rows,
            problems);
    outputs.keep(written);
    tell(rows, problems);
    return RepeatStatus.FINISHED;
  }

  /** Whose materials lack what, by employer code. */
  private static Map<String, Finding> incomplete(List<FileFinding> problems) {
    Map<String, Finding> incomplete = new HashMap<>();
    for (FileFinding problem : problems) {
      if (problem.finding().code() == FindingCode.MATERIALS_INCOMPLETE) {
        incomplete.put(problem.finding().employer(), problem.finding());
      }
    }
    return incomplete;
  }

  private void tell(List<ProgressRow> rows, List<FileFinding> problems) {
    tellSteps();
    Map<String, Long> counts =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.turn().title(), TreeMap::new, Collectors.counting()));
    String states =
        ProgressRow.STATE_TITLES.stream()
            .filter(counts::containsKey)
            .map(title -> title + " " + counts.get(title))
            .collect(Collectors.joining("，"));
    outputs.say("review.summary-states", Integer.toString(runContext.year()), states);
    DeclarationDeadline deadline = DeclarationDeadline.of(runContext.policy(), runContext.year());
    List<Lateness> late =
        rows.stream()
            .flatMap(row -> row.lateness(deadline, runContext.businessDate()).stream())
            .toList();
    if (!late.isEmpty()) {
      outputs.say(
          "review.summary-late",
          Arrays.stream(Lateness.values())
              .filter(late::contains)
              .map(each -> each.title() + " " + Collections.frequency(late, each))
              .collect(Collectors.joining("，")));
    }
    tell(problems);
    AgencyTelephones.of(runContext.policy())
        .unknown(rows.stream().map(ProgressRow::agency).toList())
        .ifPresent(outputs::say);
    outputs.sayWhere();
  }

  private void tellSteps() {
    long run = runContext.run().runId();
    outputs.say("review.summary-steps", Integer.toString(ledger.steps(run)));
    int decided = desk.usedBy(run);
    if (decided > 0) {
      outputs.say("review.summary-desk", Integer.toString(decided));
    }
  }

  /** Without a workbook the summary is where a line that was not used is answered. */
  private void tellEach(List<FileFinding> problems) {
    if (!problems.isEmpty()) {
      outputs.say("review.summary-each", problems.size());
      problems.stream().limit(TOLD).forEach(outputs::say);
      if (problems.size() > TOLD) {
        outputs.say("job.warn-more", problems.size() - TOLD);
      }
    }
  }

  private void tell(List<FileFinding> problems) {
    List<FindingCode> codes = problems.stream().map(problem -> problem.finding().code()).toList();
    tell("review.summary-problems", codes.stream().filter(c -> c.severity() != Severity.NOTICE));
    tell("review.summary-notices", codes.stream().filter(c -> c.severity() == Severity.NOTICE));
  }

  private void tell(String key, Stream<FindingCode> codes) {
    List<String> names = codes.map(FindingCode::name).toList();
    if (!names.isEmpty()) {
      outputs.say(key, names.size(), counts(names.stream()));
    }
  }

  /** Each word once, with how often it stands. */
  private static String counts(Stream<String> words) {
    return words
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
