package basedecl.job.flexible;

import basedecl.finding.Finding;
import basedecl.job.flexible.ElectionLine.Column;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.submitted.SubmittedFile;
import basedecl.job.submitted.SubmittedFindings;
import basedecl.job.submitted.SubmittedLines;
import basedecl.job.submitted.SubmittedTable;
import basedecl.ledger.flexible.ElectionLedger;
import basedecl.ledger.intake.SubmittedLedger;
import basedecl.policy.NationalRules;
import java.io.IOException;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Takes the elections of the files handed over, in one transaction: either all of them are in the
 * ledger or none. A file taken before is passed over and its findings are told again.
 */
final class ElectionTasklet implements Tasklet {

  private final RunServices run;
  private final RunContext runContext;
  private final NationalRules national;
  private final ElectionLedger ledger;
  private final SubmittedLedger handed;
  private final SubmittedFindings problems;

  ElectionTasklet(
      RunServices run,
      NationalRules national,
      ElectionLedger ledger,
      SubmittedLedger handed,
      SubmittedFindings problems) {
    this.run = run;
    this.runContext = run.context();
    this.national = national;
    this.ledger = ledger;
    this.handed = handed;
    this.problems = problems;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Elections elections =
        new Elections(
            runContext,
            national,
            ledger.of(runContext.rules().name(), runContext.year()),
            ledger.nextId());
    int passedOver = 0;
    for (SubmittedFile file :
        SubmittedFile.of(
            run.settings().path(FlexibleElectionJob.ELECTIONS), run.summary()::skipped)) {
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
    return RepeatStatus.FINISHED;
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
