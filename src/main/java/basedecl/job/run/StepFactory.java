package basedecl.job.run;

import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;

/** Makes steps of one tasklet in one transaction, and jobs that go one step at a time. */
public final class StepFactory {

  private final JobRepository repository;
  private final PlatformTransactionManager manager;
  private final StopSignal stop;
  private final FenceGuard fence;

  StepFactory(
      JobRepository repository,
      PlatformTransactionManager manager,
      StopSignal stop,
      FenceGuard fence) {
    this.repository = repository;
    this.manager = manager;
    this.stop = stop;
    this.fence = fence;
  }

  /**
   * A step that does one thing and ends early when the night is asked to stop. Its transaction ends
   * well only if the lease is still ours.
   */
  public Step step(String name, Tasklet tasklet) {
    Tasklet fenced =
        (contribution, context) -> {
          RepeatStatus status = tasklet.execute(contribution, context);
          fence.check();
          return status;
        };
    return new StepBuilder(name, repository).tasklet(fenced, manager).listener(stop).build();
  }

  /** A job of these steps in this order. */
  public Job job(String name, Step first, Step... then) {
    SimpleJobBuilder job = new JobBuilder(name, repository).start(first);
    for (Step step : List.of(then)) {
      job.next(step);
    }
    return job.build();
  }
}
