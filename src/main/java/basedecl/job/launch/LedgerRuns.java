package basedecl.job.launch;

import basedecl.file.ProgramDigest;
import basedecl.job.metrics.Watch;
import basedecl.job.run.FailureCause;
import basedecl.job.run.FenceGuard;
import basedecl.job.run.Partitions;
import basedecl.job.run.Progress;
import basedecl.job.run.Rulebook;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunSummary;
import basedecl.job.run.StopSignal;
import basedecl.job.run.WorkFolder;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.run.HolderNote;
import basedecl.ledger.run.Lease;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.run.RunRecord;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.settings.CommonKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs jobs on a ledger that is open: takes the lease, begins a run or goes on with one that was
 * cut off, hands over to Spring Batch, and says how it ended. The ledger says what is left to do;
 * each attempt is a new Spring Batch job instance, so that nothing left behind in its tables can
 * block a night. Nothing is printed and nothing outside the order's folders and the ledger is
 * touched, so that a process may run one after the other.
 */
public final class LedgerRuns {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerRuns.class);

  private final DataSource database;
  private final Language language;
  private final Watch watch;

  /**
   * @param database the ledger, its tables up to date, with {@link #connections()} or more
   * @param language of the summaries
   */
  public LedgerRuns(DataSource database, Language language) {
    this(database, language, Watch.NONE);
  }

  /** With somebody who watches the steps of the runs. */
  LedgerRuns(DataSource database, Language language, Watch watch) {
    this.database = database;
    this.language = language;
    this.watch = watch;
    ProgramDigest.remember();
  }

  /** How many connections a run needs. */
  public static int connections() {
    return Partitions.count() + 4;
  }

  /** Runs the job once. Asked to stop, it ends after the current chunk. */
  public RunOutcome run(Order order, StopSignal stop, Progress progress) {
    Optional<Message> noFolder = order.createFolders();
    if (noFolder.isPresent()) {
      return new RunOutcome.NotBegun(noFolder.get());
    }
    JdbcTemplate template = LedgerDatabase.template(database);
    Lease lease = new Lease(JdbcClient.create(template));
    try {
      Lease.Outcome asked = lease.acquire();
      if (asked instanceof Lease.Outcome.Held held) {
        return new RunOutcome.Held(held.holder());
      }
      long fence = ((Lease.Outcome.Acquired) asked).fence();
      return withLease(new Attempt(order, template, lease, fence, stop, progress));
    } catch (DataAccessException | TransactionException e) {
      LOG.error("The ledger failed", e);
      return new RunOutcome.NotBegun(
          Message.of(
              FailureCause.isLocked(e) ? "job.database-locked" : "job.database-failed",
              order.url()));
    }
  }

  private record Attempt(
      Order order,
      JdbcTemplate template,
      Lease lease,
      long fence,
      StopSignal stop,
      Progress progress) {

    FenceGuard guard() {
      return new FenceGuard(lease, fence);
    }

    RunLedger runs() {
      return new RunLedger(JdbcClient.create(template));
    }
  }

  private RunOutcome withLease(Attempt attempt) {
    Optional<HolderNote> note = HolderNote.ofRun(attempt.order().url());
    attempt.lease().holder().ifPresent(holder -> note.ifPresent(n -> n.write(holder)));
    try (Heartbeat heartbeat = new Heartbeat(attempt.lease(), attempt.fence(), attempt.stop())) {
      RunContext context = begin(attempt);
      RunOutcome.Ended ended = run(attempt, context);
      return writeDown(attempt, ended, heartbeat);
    } finally {
      note.ifPresent(HolderNote::remove);
      release(attempt);
    }
  }

  private static RunOutcome.Ended writeDown(
      Attempt attempt, RunOutcome.Ended ended, Heartbeat heartbeat) {
    try {
      // A process that slept through a takeover must not end the run that another has finished.
      if (!heartbeat.isLost() && attempt.lease().isHeld(attempt.fence())) {
        attempt.runs().end(ended.runId(), ended.state());
      }
      return ended;
    } catch (DataAccessException e) {
      LOG.error("The end of run {} could not be written down", ended.runId(), e);
      return ended.cause().isPresent() ? ended : ended.failed(FailureCause.DATABASE);
    }
  }

  /** A lease that cannot be given back runs out by itself. */
  private static void release(Attempt attempt) {
    try {
      attempt.lease().release(attempt.fence());
    } catch (DataAccessException e) {
      LOG.warn("The lease could not be given back: {}", e.getClass().getName());
    }
  }

  /** The run and its roster, in one transaction: a run is never seen under half of its settings. */
  private RunContext begin(Attempt attempt) {
    Order order = attempt.order();
    RunLedger runs = attempt.runs();
    RunRecord run =
        new TransactionTemplate(new JdbcTransactionManager(database))
            .execute(
                status -> {
                  RunRecord begun = beginOrGoOn(order, new IntakeLedger(attempt.template()), runs);
                  rosterPath(order)
                      .ifPresent(
                          path ->
                              runs.artifact(
                                  begun.runId(),
                                  RunLedger.Direction.INPUT,
                                  path,
                                  order.roster().sha256()));
                  TodaysRoster.keep(attempt.template(), order);
                  attempt.guard().check();
                  return begun;
                });
    return new RunContext(Objects.requireNonNull(run), order.rules());
  }

  /**
   * A run that was cut off under another policy, roster or business date keeps nothing of what it
   * had not yet published: every figure of a run comes from one policy and one day.
   */
  private static RunRecord beginOrGoOn(Order order, IntakeLedger intake, RunLedger runs) {
    Rulebook rules = order.rules();
    int year = order.settings().year();
    Optional<RunRecord> unfinished = runs.unfinished(order.job().name(), rules.name(), year);
    if (unfinished.isEmpty()) {
      return runs.begin(
          order.job().name(), rules.name(), rules.version(), year, order.businessDate());
    }
    RunRecord before = unfinished.get();
    boolean changed =
        !before.policyVersion().equals(rules.version())
            || !before.businessDate().equals(order.businessDate())
            || !rosterDigest(order, runs, before).equals(order.roster().sha256());
    if (changed) {
      intake.readAgain(before.runId());
      runs.forgetArtifacts(before.runId());
    }
    return runs.goOn(before, rules.version(), order.businessDate());
  }

  private static Optional<String> rosterPath(Order order) {
    return order.settings().optional(CommonKeys.ROSTER);
  }

  private static String rosterDigest(Order order, RunLedger runs, RunRecord run) {
    return rosterPath(order)
        .flatMap(
            path ->
                runs.artifacts(run.runId()).stream()
                    .filter(artifact -> artifact.direction() == RunLedger.Direction.INPUT)
                    .filter(artifact -> artifact.path().equals(RunLedger.artifactPath(path)))
                    .findFirst())
        .map(RunLedger.Artifact::sha256)
        .orElse("");
  }

  private RunOutcome.Ended run(Attempt attempt, RunContext runContext) {
    long run = runContext.run().runId();
    WorkFolder folder = attempt.order().folder();
    Instant started = Instant.now();
    List<String> summary = new ArrayList<>();
    RunRecord.State state = RunRecord.State.FAILED;
    Optional<FailureCause> cause = Optional.empty();
    try (ConfigurableApplicationContext context = context(attempt, runContext)) {
      JobExecution execution =
          context
              .getBean(JobOperator.class)
              .start(
                  context.getBean(Job.class),
                  new JobParametersBuilder()
                      .addLong("run", run)
                      .addLong("attempt", (long) runContext.run().attempt())
                      .toJobParameters());
      attempt.progress().end();
      summary.addAll(summary(context.getBean(RunSummary.class)));
      folder.keepSummary(run, summary);
      state = state(execution);
      if (state == RunRecord.State.FAILED) {
        List<Throwable> causes = execution.getAllFailureExceptions();
        causes.forEach(failure -> LOG.error("Run {} failed", run, failure));
        cause = Optional.of(FailureCause.of(causes, attempt.order().isOnServer()));
      }
    } catch (Exception e) {
      LOG.error("Run {} failed", run, e);
      state = RunRecord.State.FAILED;
      cause = Optional.of(FailureCause.of(List.of(e), attempt.order().isOnServer()));
    } finally {
      attempt.progress().end();
    }
    return new RunOutcome.Ended(
        run, state, summary, cause, folder.log(), Duration.between(started, Instant.now()));
  }

  private ConfigurableApplicationContext context(Attempt attempt, RunContext runContext) {
    Order order = attempt.order();
    RunBeans beans =
        new RunBeans(
            database,
            language,
            order,
            runContext,
            attempt.guard(),
            attempt.stop(),
            attempt.progress(),
            watch);
    return beans.open(order.job().configurations(order.settings()));
  }

  private List<String> summary(RunSummary report) {
    List<String> summary = new ArrayList<>(report.lines());
    report.warnings().forEach(warning -> summary.add(warning.in(language)));
    return summary;
  }

  private static RunRecord.State state(JobExecution execution) {
    if (execution.getStatus() == BatchStatus.COMPLETED) {
      return RunRecord.State.COMPLETED;
    }
    return execution.getStatus() == BatchStatus.STOPPED
        ? RunRecord.State.STOPPED
        : RunRecord.State.FAILED;
  }
}
