package basedecl.job.remote;

import basedecl.job.run.FenceGuard;
import basedecl.job.run.NoProgressException;
import basedecl.job.run.Progress;
import basedecl.job.run.StopSignal;
import basedecl.ledger.remote.PieceLedger;
import basedecl.ledger.remote.WorkerRecord;
import basedecl.ledger.run.Lease;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.integration.partition.MessageChannelPartitionHandler;
import org.springframework.integration.core.MessagingTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands out pieces by Spring Batch's remote partitioning, round after round, and waits for them.
 */
public final class Rounds {

  /** The name by which workers find the step that reads a piece. */
  public static final String STEP = "piece";

  private static final int PIECES_A_THREAD = 4;
  private static final int FEWEST_PIECES = 16;
  private static final long POLL_MILLIS = 300;

  private final JobRepository repository;
  private final Requests requests;
  private final long runId;
  private final JobSettings settings;
  private final StopSignal stop;
  private final FenceGuard fence;
  private final Progress progress;
  private final RemoteLedgers ledgers;
  private final TransactionTemplate transaction;
  private int handedOut;

  Rounds(
      JobRepository repository,
      Requests requests,
      long runId,
      JobSettings settings,
      StopSignal stop,
      FenceGuard fence,
      Progress progress,
      RemoteLedgers ledgers,
      TransactionTemplate transaction) {
    this.repository = repository;
    this.requests = requests;
    this.runId = runId;
    this.settings = settings;
    this.stop = stop;
    this.fence = fence;
    this.progress = progress;
    this.ledgers = ledgers;
    this.transaction = transaction;
  }

  /** Why a piece did not end. */
  enum Why {
    /** A worker was asked to leave. */
    GIVEN_BACK,
    /** A worker failed, or its connection did. */
    FAILED,
    /** A worker's process is gone. */
    DIED
  }

  record Result(Piece piece, Why why) {}

  record Round(List<StepExecution> executions, List<Result> notEnded) {}

  /** Into about how many pieces the files are cut. */
  int pieces() {
    return settings
        .optional(CommonKeys.PARTITIONS)
        .map(Integer::parseInt)
        .orElseGet(
            () ->
                Math.max(
                    FEWEST_PIECES,
                    PIECES_A_THREAD
                        * ledgers.workers().all().stream()
                            .filter(WorkerRecord::isHeardOf)
                            .mapToInt(WorkerRecord::threads)
                            .sum()));
  }

  static boolean isEnded(StepExecution execution) {
    return execution.getStatus() == BatchStatus.COMPLETED;
  }

  Watch watch(String group) {
    requests.forgetOthers(group);
    return new Watch(group);
  }

  /** Looks after the rounds of one attempt, and ends them where they should not go on. */
  final class Watch implements AutoCloseable {

    private final String group;
    private final ProgressWatch progressWatch;

    private Watch(String group) {
      this.group = group;
      this.progressWatch =
          new ProgressWatch(
              ledgers,
              runId,
              progress,
              stop,
              Duration.ofSeconds(settings.count(CommonKeys.PATIENCE_SECONDS)),
              this::takeBack);
    }

    /** One round: hands the pieces out and waits until each has ended one way or another. */
    Round round(StepExecution step, List<Piece> pieces) throws Exception {
      Map<Long, Piece> byExecution = new HashMap<>();
      Collection<StepExecution> executions =
          handler().handle(new PieceSplitter(step, pieces, byExecution), step);
      checkGoesOn();
      return new Round(List.copyOf(executions), notEnded(executions, byExecution));
    }

    private void checkGoesOn() throws JobInterruptedException {
      if (stop.isRequested()) {
        throw new JobInterruptedException("Asked to stop");
      }
      if (progressWatch.hasLostPatience()) {
        throw new NoProgressException("No worker got on");
      }
    }

    private MessageChannelPartitionHandler handler() throws Exception {
      MessagingTemplate template = new MessagingTemplate();
      template.setDefaultChannel(requests.channel(group));
      MessageChannelPartitionHandler handler = new MessageChannelPartitionHandler();
      handler.setStepName(STEP);
      handler.setMessagingOperations(template);
      handler.setJobRepository(repository);
      handler.setPollInterval(POLL_MILLIS);
      handler.afterPropertiesSet();
      return handler;
    }

    /** Ends what is under way: nobody stores any more, and nobody waits for it. */
    private void takeBack() {
      transaction.executeWithoutResult(
          status -> {
            ledgers.calls().withdraw(fence.fence());
            ledgers.pieces().takeBack(runId);
          });
      progressWatch.pieces().forEach(Rounds.this::end);
    }

    @Override
    public void close() {
      progressWatch.close();
    }

    /** Makes the step executions of a round, in the order of its pieces. */
    private final class PieceSplitter implements StepExecutionSplitter {

      private final StepExecution step;
      private final List<Piece> pieces;
      private final Map<Long, Piece> byExecution;

      PieceSplitter(StepExecution step, List<Piece> pieces, Map<Long, Piece> byExecution) {
        this.step = step;
        this.pieces = pieces;
        this.byExecution = byExecution;
      }

      @Override
      public String getStepName() {
        return STEP;
      }

      @Override
      public Set<StepExecution> split(StepExecution manager, int gridSize)
          throws org.springframework.batch.core.job.JobExecutionException {
        Map<String, Piece> named = new LinkedHashMap<>();
        pieces.forEach(piece -> named.put(String.format("%06d", ++handedOut), piece));
        Map<String, ExecutionContext> contexts =
            named.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().context()));
        SimpleStepExecutionSplitter splitter =
            new SimpleStepExecutionSplitter(repository, STEP, size -> contexts);
        List<StepExecution> executions = new ArrayList<>(splitter.split(step, pieces.size()));
        executions.sort(Comparator.comparing(StepExecution::getStepName));
        int number = 0;
        for (StepExecution each : executions) {
          byExecution.put(each.getId(), pieces.get(number++));
        }
        Set<Long> ids = byExecution.keySet();
        transaction.executeWithoutResult(
            status -> {
              ledgers.pieces().add(runId, ids);
              fence.check();
            });
        progressWatch.waitFor(ids);
        return new LinkedHashSet<>(executions);
      }
    }
  }

  private List<Result> notEnded(Collection<StepExecution> executions, Map<Long, Piece> byExecution)
      throws InterruptedException {
    Map<Long, PieceLedger.Left> left =
        ledgers.pieces().left(byExecution.keySet()).stream()
            .collect(Collectors.toMap(PieceLedger.Left::stepExecutionId, each -> each));
    List<Result> results = new ArrayList<>();
    for (StepExecution execution : executions) {
      Piece piece = byExecution.get(execution.getId());
      if (piece == null || isEnded(execution)) {
        continue;
      }
      results.add(
          new Result(
              piece, why(piece, execution, Optional.ofNullable(left.get(execution.getId())))));
    }
    return results;
  }

  /** Whether a worker died is asked where it matters: over one file alone. */
  private Why why(Piece piece, StepExecution execution, Optional<PieceLedger.Left> left)
      throws InterruptedException {
    if (left.isPresent()) {
      return piece.level() >= Cut.FILE_BY_FILE && hasDied(left.get()) ? Why.DIED : Why.FAILED;
    }
    return execution.getStatus() == BatchStatus.STOPPED ? Why.GIVEN_BACK : Why.FAILED;
  }

  /**
   * A piece is left by a worker that dies and by one whose connection was cut. Of one on this
   * machine the process is looked for; one on another lives if it is heard of after its piece was
   * found.
   */
  private boolean hasDied(PieceLedger.Left left) throws InterruptedException {
    while (!Lease.isDeadHere(left.worker())) {
      Optional<WorkerRecord> worker = ledgers.workers().find(left.worker());
      if (worker.isEmpty() || !worker.get().isHeardOf()) {
        return true;
      }
      if (worker.get().heartbeatAt().isAfter(left.leftAt())) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return true;
  }

  private void end(long stepExecution) {
    StepExecution execution = repository.getStepExecution(stepExecution);
    if (execution != null && execution.getStatus().isRunning()) {
      execution.setStatus(stop.isRequested() ? BatchStatus.STOPPED : BatchStatus.FAILED);
      execution.setEndTime(java.time.LocalDateTime.now(java.time.ZoneId.systemDefault()));
      repository.update(execution);
    }
  }
}
