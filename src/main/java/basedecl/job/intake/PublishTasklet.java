package basedecl.job.intake;

import basedecl.assessment.YearLimits;
import basedecl.job.run.FenceGuard;
import basedecl.job.run.RunContext;
import basedecl.ledger.intake.PublishingLedger;
import basedecl.ledger.staff.CarryOver;
import basedecl.ledger.year.RunLimitsLedger;
import basedecl.policy.Population;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Makes the night's declarations visible, carries over to corrections who joined and left, and
 * notes the limits that staff in service were assessed with, all in this step's one transaction.
 */
public final class PublishTasklet implements Tasklet {

  private final RunContext runContext;
  private final Population population;
  private final PublishingLedger publishing;
  private final RunLimitsLedger limits;
  private final CarryOver carryOver;
  private final FenceGuard fence;

  public PublishTasklet(
      RunContext runContext,
      Population population,
      PublishingLedger publishing,
      RunLimitsLedger limits,
      CarryOver carryOver,
      FenceGuard fence) {
    this.runContext = runContext;
    this.population = population;
    this.publishing = publishing;
    this.limits = limits;
    this.carryOver = carryOver;
    this.fence = fence;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    if (population == Population.EMPLOYEES) {
      limits.recordOnce(
          runContext.run().runId(),
          YearLimits.knownOn(runContext.policy(), runContext.year(), runContext.businessDate()));
    }
    publishing.publish(runContext.scope(population));
    if (population == Population.EMPLOYEES) {
      carryOver.published(runContext.run().runId());
    }
    fence.check();
    return RepeatStatus.FINISHED;
  }
}
