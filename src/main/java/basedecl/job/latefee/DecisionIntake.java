package basedecl.job.latefee;

import basedecl.finding.FileFinding;
import basedecl.finding.Finding;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.submitted.SubmittedFile;
import basedecl.job.submitted.SubmittedLine;
import basedecl.job.submitted.SubmittedLines;
import basedecl.job.submitted.SubmittedTable;
import basedecl.ledger.due.KnownEmployers;
import basedecl.ledger.run.RunLedger;
import basedecl.settings.JobKey;
import basedecl.table.HeaderSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Takes what the agency decided on deferred months and on overpaid money, after the dues of the run
 * are known and in one transaction. The files stay where they are; a decision is taken once,
 * however often its line is read.
 */
final class DecisionIntake implements Tasklet {

  private final RunServices run;
  private final RunContext runContext;
  private final LateFeeLedgers ledgers;
  private final RunLedger runs;
  private final DecisionTallies tallies;

  DecisionIntake(RunServices run, LateFeeLedgers ledgers, RunLedger runs, DecisionTallies tallies) {
    this.run = run;
    this.runContext = run.context();
    this.ledgers = ledgers;
    this.runs = runs;
    this.tallies = tallies;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    KnownEmployers employers = ledgers.employers(runContext);
    DeferralTaker deferrals =
        new DeferralTaker(runContext, ledgers, new DecisionCells<>(employers::knows), tallies);
    OverpaymentTaker overpayments =
        new OverpaymentTaker(runContext, ledgers, new DecisionCells<>(employers::knows), tallies);
    List<FileFinding> problems = new ArrayList<>();
    read(LateFeeJob.DEFERRALS, DeferralLine.HEADER, deferrals::take, problems);
    read(LateFeeJob.OVERPAYMENTS, OverpaymentLine.HEADER, overpayments::take, problems);
    ledgers.findings().add(runContext.run().runId(), problems);
    return RepeatStatus.FINISHED;
  }

  private <C extends Enum<C>> void read(
      JobKey key,
      HeaderSpec<C> header,
      BiConsumer<SubmittedFile, SubmittedLine<C>> taker,
      List<FileFinding> problems)
      throws IOException {
    Optional<Path> path = run.settings().optionalPath(key);
    if (path.isEmpty()) {
      return;
    }
    for (SubmittedFile file : SubmittedFile.of(path.get(), run.summary()::skipped)) {
      SubmittedLines<C> table =
          new SubmittedTable<>(file.path(), header, run.settings().readLimits()).lines();
      table.lines().forEach(line -> taker.accept(file, line));
      for (Finding finding : table.findings()) {
        problems.add(new FileFinding(file.name(), finding));
      }
      runs.artifact(
          runContext.run().runId(),
          RunLedger.Direction.INPUT,
          key.name() + "/" + file.name(),
          file.sha256());
    }
  }
}
