package basedecl.job.flexible;

import basedecl.finding.Finding;
import basedecl.job.flexible.ElectionLine.Column;
import basedecl.job.run.RegionPolicies;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.submitted.SubmittedFile;
import basedecl.job.submitted.SubmittedFindings;
import basedecl.job.submitted.SubmittedLines;
import basedecl.job.submitted.SubmittedTable;
import basedecl.ledger.flexible.DeskElection;
import basedecl.ledger.flexible.DeskElectionLedger;
import basedecl.ledger.flexible.ElectionLedger;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.ledger.intake.SubmittedLedger;
import basedecl.policy.NationalRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Takes the elections made in the desk and those of the files handed over, in one transaction:
 * either all of them are in the ledger or none. A file taken before is passed over and its findings
 * are told again.
 */
final class ElectionTasklet implements Tasklet {

  /**
   * Where findings on lines of the desk stand, in the place of a file's name, before their number.
   */
  private static final String DESK = "网上基数选择 ";

  private final RunServices run;
  private final RunContext runContext;
  private final NationalRules national;
  private final ElectionLedger ledger;
  private final DeskElectionLedger desk;
  private final SubmittedLedger handed;
  private final SubmittedFindings problems;

  ElectionTasklet(
      RunServices run,
      NationalRules national,
      ElectionLedger ledger,
      DeskElectionLedger desk,
      SubmittedLedger handed,
      SubmittedFindings problems) {
    this.run = run;
    this.runContext = run.context();
    this.national = national;
    this.ledger = ledger;
    this.desk = desk;
    this.handed = handed;
    this.problems = problems;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Elections elections =
        new Elections(
            new Elections.Rules(
                RegionPolicies.byKind(runContext.rules()),
                national,
                runContext.year(),
                runContext.businessDate()),
            ledger.of(runContext.rules().name(), runContext.year()),
            ledger.nextId());
    takeDesk(elections);
    int passedOver = 0;
    for (SubmittedFile file : files()) {
      if (handed.isTaken(book(), file.sha256())) {
        passedOver++;
        problems.add(file, handed.findings(book(), file.sha256()));
      } else {
        take(file, elections);
      }
    }
    ledger.insert(
        runContext.rules().name(),
        runContext.run().runId(),
        runContext.businessDate(),
        elections.chosen());
    ledger.markVoided(runContext.run().runId(), runContext.businessDate(), elections.voided());
    run.outputs()
        .say(
            "flexible.summary-taken",
            elections.chosen().size(),
            elections.voided().size(),
            passedOver);
    tellDesk();
    return RepeatStatus.FINISHED;
  }

  private List<SubmittedFile> files() throws IOException {
    Optional<Path> elections = run.settings().optionalPath(FlexibleElectionJob.ELECTIONS);
    return elections.isPresent()
        ? SubmittedFile.of(elections.get(), run.summary()::skipped)
        : List.of();
  }

  /** What was made in the desk, before any line of a file: each was shown what it would come to. */
  private void takeDesk(Elections elections) {
    for (DeskElection line : desk.waiting(runContext.rules().name(), runContext.year())) {
      if (desk.use(line.number(), runContext.run().runId())) {
        Optional<ElectionRecord> before = standing(elections, line);
        List<ElectionFault> faults = elections.apply(line.wish(), line.entry().on());
        if (faults.isEmpty()) {
          before
              .or(() -> standing(elections, line))
              .ifPresent(election -> desk.became(line.number(), election.id()));
        } else {
          desk.refuse(line.number(), faults.get(0).finding());
        }
      }
    }
  }

  private static Optional<ElectionRecord> standing(Elections elections, DeskElection line) {
    return elections.standing(line.wish().idNumber(), line.wish().kind());
  }

  /** A run that goes on after it was cut off tells the same. */
  private void tellDesk() {
    long runId = runContext.run().runId();
    List<DeskElection> refused = desk.refusedBy(runId);
    for (DeskElection line : refused) {
      problems.add(DESK + line.shownNumber(), line.fate().finding().stream().toList());
    }
    int used = desk.usedBy(runId);
    if (used + refused.size() > 0) {
      run.outputs().say("flexible.summary-desk", used, refused.size());
    }
  }

  /** A file that cannot be read to its end elects nothing, and is looked at afresh next time. */
  private void take(SubmittedFile file, Elections elections) throws IOException {
    SubmittedLines<Column> table =
        new SubmittedTable<>(file.path(), ElectionLine.HEADER, run.settings().readLimits()).lines();
    table.lines().forEach(elections::apply);
    List<Finding> findings = table.findings();
    if (table.refused().isEmpty()) {
      handed.take(book(), file.sha256(), runContext.run().runId(), table.lines().size(), findings);
    }
    problems.add(file, findings);
  }

  private String book() {
    return "flexible-election/" + runContext.rules().name() + "/" + runContext.year();
  }
}
