package basedecl.job.intake;

import basedecl.job.run.Progress;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Shows the files of the intake step as they are stored. */
final class ProgressListener implements StepExecutionListener {

  private final Progress progress;
  private final IntakeQueue queue;

  ProgressListener(Progress progress, IntakeQueue queue) {
    this.progress = progress;
    this.queue = queue;
  }

  @Override
  public void beforeStep(StepExecution step) {
    progress.begin("files", queue.size());
  }

  @Override
  public ExitStatus afterStep(StepExecution step) {
    progress.end();
    return step.getExitStatus();
  }
}
