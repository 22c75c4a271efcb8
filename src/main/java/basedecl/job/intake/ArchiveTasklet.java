package basedecl.job.intake;

import basedecl.job.run.FenceGuard;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunSummary;
import basedecl.job.run.WorkFolder;
import basedecl.ledger.intake.IntakeFile;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.message.Message;
import java.io.IOException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Moves the night's files to the archive by their outcome. Safe to repeat. */
public final class ArchiveTasklet implements Tasklet {

  private final RunContext runContext;
  private final WorkFolder work;
  private final IntakeLedger intake;
  private final FenceGuard fence;
  private final RunSummary report;

  public ArchiveTasklet(
      RunContext runContext,
      WorkFolder work,
      IntakeLedger intake,
      FenceGuard fence,
      RunSummary report) {
    this.runContext = runContext;
    this.work = work;
    this.intake = intake;
    this.fence = fence;
    this.report = report;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    fence.checkNow();
    for (IntakeFile file : intake.filesOf(runContext.run().runId())) {
      told(file, work.archive(file));
    }
    fence.check();
    return RepeatStatus.FINISHED;
  }

  /** Where a file is not where one looks for it, the operator hears of it; the night is done. */
  private void told(IntakeFile file, WorkFolder.Archived archived) {
    String key =
        switch (archived) {
          case UNDER_ITS_PATH -> "";
          case UNDER_ITS_NUMBER -> "job.warn-archived-by-number";
          case GONE -> "job.warn-archive-gone";
          case NOT_MOVED -> "job.warn-not-archived";
        };
    if (!key.isEmpty()) {
      report.warn(Message.of(key, RunSummary.shown(file.path()), Long.toString(file.fileId())));
    }
  }
}
