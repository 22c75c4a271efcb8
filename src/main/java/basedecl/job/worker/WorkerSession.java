package basedecl.job.worker;

import basedecl.job.launch.Order;
import basedecl.job.launch.RunBeans;
import basedecl.job.metrics.Watch;
import basedecl.job.remote.Rounds;
import basedecl.job.run.FenceGuard;
import basedecl.job.run.Progress;
import basedecl.job.run.RunContext;
import basedecl.job.run.StopSignal;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.remote.PieceLedger;
import basedecl.ledger.remote.RemoteCall;
import basedecl.ledger.run.Lease;
import basedecl.ledger.run.RunLedger;
import basedecl.message.Language;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A worker's part in one attempt of a run: what reads its pieces, made once for all of them. */
final class WorkerSession implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerSession.class);

  private final RemoteCall call;
  private final String worker;
  private final ConfigurableApplicationContext context;
  private final JobRepository repository;
  private final PieceLedger pieces;
  private final StepExecutionRequestHandler handler = new StepExecutionRequestHandler();

  private WorkerSession(RemoteCall call, String worker, ConfigurableApplicationContext context) {
    this.call = call;
    this.worker = worker;
    this.context = context;
    this.repository = context.getBean(JobRepository.class);
    this.pieces = context.getBean(PieceLedger.class);
    Step step = context.getBean(Rounds.STEP, Step.class);
    handler.setJobRepository(repository);
    handler.setStepLocator(named -> step);
  }

  static WorkerSession open(
      RemoteCall call,
      String worker,
      Order order,
      DataSource ledger,
      Language language,
      StopSignal stop,
      Watch watch) {
    JdbcTemplate template = LedgerDatabase.template(ledger);
    JdbcClient client = JdbcClient.create(template);
    RunContext run = new RunContext(new RunLedger(client).find(call.runId()), order.rules());
    RunBeans beans =
        new RunBeans(
            ledger,
            language,
            order,
            run,
            new FenceGuard(new Lease(client), call.fence()),
            stop,
            new Progress(false),
            watch);
    List<Class<?>> configurations = new ArrayList<>();
    configurations.add(order.job().configuration());
    configurations.add(PieceConfiguration.class);
    // Of the job only what reads is made: a worker has neither inbox nor output folder.
    return new WorkerSession(call, worker, beans.openLazily(configurations));
  }

  boolean isFor(RemoteCall other) {
    return call.equals(other);
  }

  RemoteCall call() {
    return call;
  }

  WorkerTally tally() {
    return context.getBean(WorkerTally.class);
  }

  /**
   * Reads the piece of a request. One that another began and did not end is handed back to the run,
   * which knows how often that happened and cuts it smaller.
   *
   * @throws IllegalStateException where the end of it could not be written down: then the request
   *     stays
   */
  void read(StepExecutionRequest request) {
    long id = request.getStepExecutionId();
    if (pieces.begin(id, worker)) {
      LOG.info("Piece {} of run {} begun", id, call.runId());
      StepExecution read = handler.handle(request);
      LOG.info("Piece {} of run {}: {}", id, call.runId(), read.getStatus());
    } else {
      LOG.warn("Piece {} of run {} was left by another", id, call.runId());
      pieces.leave(id);
      fail(id);
    }
    StepExecution after = repository.getStepExecution(id);
    if (after != null && after.getStatus().isRunning()) {
      throw new IllegalStateException("The end of piece " + id + " is not written down");
    }
  }

  private void fail(long id) {
    StepExecution step = repository.getStepExecution(id);
    if (step != null && step.getStatus().isRunning()) {
      step.setStatus(BatchStatus.FAILED);
      step.setExitStatus(ExitStatus.FAILED);
      step.setEndTime(java.time.LocalDateTime.now(java.time.ZoneId.systemDefault()));
      repository.update(step);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
