package basedecl.job.intake;

import basedecl.job.run.FenceGuard;
import basedecl.ledger.intake.PublishingLedger;
import basedecl.ledger.intake.StagingLedger;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Makes the night's declarations visible, all in this step's one transaction. */
public final class PublishTasklet implements Tasklet {

  private final PublishingLedger publishing;
  private final StagingLedger.Scope scope;
  private final FenceGuard fence;

  public PublishTasklet(PublishingLedger publishing, StagingLedger.Scope scope, FenceGuard fence) {
    this.publishing = publishing;
    this.scope = scope;
    this.fence = fence;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    publishing.publish(scope);
    fence.check();
    return RepeatStatus.FINISHED;
  }
}
