package basedecl.job.latefee;

import basedecl.finding.FileFinding;
import basedecl.job.run.RunContext;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.run.RunLedger;
import java.io.IOException;
import java.sql.Savepoint;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * A dry run: all that the steps of a run do, in one transaction that takes it back, and then the
 * workbook of what stood there. What is kept is what the run read and what it could not use.
 */
record LateFeeTrial(
    RunContext context,
    PaymentIntake payments,
    DuesTasklet dues,
    DecisionIntake decisions,
    LateFeeReport report,
    LateFeeLedgers ledgers,
    RunLedger runs,
    StagingLedger staging)
    implements Tasklet {

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext chunk)
      throws IOException {
    long run = context.run().runId();
    Savepoint before = staging.savepoint();
    RepeatStatus status = payments.execute(contribution, chunk);
    while (status.isContinuable()) {
      status = payments.execute(contribution, chunk);
    }
    dues.execute(contribution, chunk);
    decisions.execute(contribution, chunk);
    LateFeeReport.Drawn drawn = report.draw();
    List<RunLedger.Artifact> read = runs.artifacts(run);
    staging.rollBackTo(before);
    keep(run, read, drawn.problems());
    report.write(drawn);
    return RepeatStatus.FINISHED;
  }

  private void keep(long run, List<RunLedger.Artifact> read, List<FileFinding> problems) {
    read.forEach(each -> runs.artifact(run, each.direction(), each.path(), each.sha256()));
    ledgers.findings().clear(run);
    ledgers.findings().add(run, problems);
  }
}
