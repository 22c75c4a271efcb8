package basedecl.job.run;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Asks the running steps to end after their current chunk. Not {@code JobOperator.stop()}, which in
 * the job's own process sends step-scoped readers back to their start.
 */
public final class StopSignal implements StepExecutionListener {

  private final Set<StepExecution> running = ConcurrentHashMap.newKeySet();
  private volatile boolean requested;

  public void request() {
    requested = true;
    running.forEach(StepExecution::setTerminateOnly);
  }

  public boolean isRequested() {
    return requested;
  }

  @Override
  public void beforeStep(StepExecution step) {
    running.add(step);
    if (requested) {
      step.setTerminateOnly();
    }
  }

  @Override
  public org.springframework.batch.core.ExitStatus afterStep(StepExecution step) {
    running.remove(step);
    return step.getExitStatus();
  }
}
