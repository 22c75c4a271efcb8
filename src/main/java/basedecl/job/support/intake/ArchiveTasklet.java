package basedecl.job.support.intake;

import basedecl.job.support.FenceGuard;
import basedecl.job.support.Night;
import basedecl.job.support.WorkFolder;
import basedecl.ledger.IntakeFile;
import basedecl.ledger.IntakeLedger;
import java.io.IOException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Moves the night's files to the archive by their outcome. Safe to repeat. */
public final class ArchiveTasklet implements Tasklet {

  private final Night night;
  private final WorkFolder work;
  private final IntakeLedger intake;
  private final FenceGuard fence;

  public ArchiveTasklet(Night night, WorkFolder work, IntakeLedger intake, FenceGuard fence) {
    this.night = night;
    this.work = work;
    this.intake = intake;
    this.fence = fence;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    fence.checkNow();
    for (IntakeFile file : intake.filesOf(night.run().runId())) {
      work.archive(file);
    }
    intake.markDone(night.run().runId());
    fence.check();
    return RepeatStatus.FINISHED;
  }
}
