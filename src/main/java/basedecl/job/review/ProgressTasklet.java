package basedecl.job.review;

import basedecl.declaration.Employer;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.declaration.procedure.ProcedureDeadlines;
import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.job.run.Outputs;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.review.ProcedureRecord;
import basedecl.ledger.year.RosterLedger;
import basedecl.policy.Population;
import basedecl.policy.rule.Deadline;
import basedecl.report.PaperHeading;
import basedecl.report.review.ProgressRow;
import basedecl.report.review.ProgressWorkbook;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes {@code progress-YEAR.xlsx} from the ledger: every employer, and what comes next. */
final class ProgressTasklet implements Tasklet {

  private final JobSettings settings;
  private final RunContext runContext;
  private final ProcedureLedger ledger;
  private final RosterLedger roster;
  private final LineFindingLedger findings;
  private final Outputs outputs;

  ProgressTasklet(
      RunServices run, ProcedureLedger ledger, RosterLedger roster, LineFindingLedger findings) {
    this.settings = run.settings();
    this.runContext = run.context();
    this.ledger = ledger;
    this.roster = roster;
    this.findings = findings;
    this.outputs = run.outputs();
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    List<FileFinding> problems = findings.of(runContext.run().runId());
    List<ProgressRow> rows = rows(incomplete(problems));
    Written written =
        ProgressWorkbook.write(
            outputs.folder(),
            new PaperHeading(runContext.policy(), runContext.year(), runContext.businessDate()),
            settings.population(),
            deadlines(),
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

  private ProcedureDeadlines deadlines() {
    return new ProcedureDeadlines(
        runContext.policy().deadlineFor(YearMonth.of(runContext.year(), 1)).map(Deadline::date),
        settings.optional(ReviewJob.REVIEW_BY).map(LocalDate::parse),
        settings.optional(ReviewJob.CONFIRM_BY).map(LocalDate::parse));
  }

  /** Who declared, and who of the roster should and has not; refusals of strangers left out. */
  private List<ProgressRow> rows(Map<String, Finding> incomplete) {
    Map<String, Employer> known = new TreeMap<>();
    roster.all().forEach(employer -> known.put(employer.code(), employer));
    List<ProgressRow> rows = new ArrayList<>();
    List<ProcedureRecord> standings =
        ledger.standings(
            new ProcedureLedger.Scope(
                runContext.policy().name(), runContext.year(), settings.population()));
    for (ProcedureRecord standing : standings) {
      if (standing.state() != DeclarationState.REJECTED
          || known.isEmpty()
          || known.containsKey(standing.employerCode())) {
        rows.add(
            ProgressRow.of(standing, Optional.ofNullable(incomplete.get(standing.employerCode()))));
      }
    }
    Set<String> seen =
        standings.stream().map(ProcedureRecord::employerCode).collect(Collectors.toSet());
    known.values().stream()
        .filter(employer -> !seen.contains(employer.code()))
        .filter(
            employer ->
                settings.population() == Population.EMPLOYEES || employer.mustDeclareRetirees())
        .map(ProgressRow::notDeclared)
        .forEach(rows::add);
    rows.sort(Comparator.comparing(ProgressRow::employerCode));
    return rows;
  }

  private void tell(List<ProgressRow> rows, List<FileFinding> problems) {
    outputs.say("review.summary-steps", Integer.toString(ledger.steps(runContext.run().runId())));
    Map<String, Long> counts =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    ProgressRow::stateTitle, TreeMap::new, Collectors.counting()));
    String states =
        ProgressRow.STATE_TITLES.stream()
            .filter(counts::containsKey)
            .map(title -> title + " " + counts.get(title))
            .collect(Collectors.joining("，"));
    outputs.say("review.summary-states", Integer.toString(runContext.year()), states);
    if (!problems.isEmpty()) {
      Map<String, Long> codes =
          problems.stream()
              .map(problem -> problem.finding().code().name())
              .collect(
                  Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
      outputs.say(
          "review.summary-problems",
          Integer.toString(problems.size()),
          codes.entrySet().stream()
              .map(entry -> entry.getKey() + " " + entry.getValue())
              .collect(Collectors.joining(", ")));
    }
    outputs.sayWhere();
  }
}
