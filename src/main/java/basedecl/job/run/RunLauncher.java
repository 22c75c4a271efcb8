package basedecl.job.run;

import basedecl.file.OwnerOnly;
import basedecl.job.submitted.RosterFile;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.run.Lease;
import basedecl.ledger.run.LeaseNote;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.run.RunRecord;
import basedecl.ledger.year.RosterLedger;
import basedecl.message.Message;
import basedecl.policy.PolicyBook;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs one job once: opens the ledger, takes the lease, begins a run or goes on with one that was
 * cut off, hands over to Spring Batch, and tells the operator how it ended. The ledger says what is
 * left to do; each attempt is a new Spring Batch job instance, so that nothing left behind in its
 * tables can block a night.
 */
public final class RunLauncher {

  /** Done, a night with refused declarations included. */
  public static final int DONE = 0;

  /** Did not finish and can be run again. */
  public static final int FAILED = 1;

  private static final Logger LOG = LoggerFactory.getLogger(RunLauncher.class);

  private final Operator operator;
  private final Map<String, String> environment;

  public RunLauncher(Operator operator, Map<String, String> environment) {
    this.operator = operator;
    this.environment = environment;
  }

  /** What a run is asked to do, everything checked. */
  public record Order(
      JobDefinition job,
      JobSettings settings,
      PolicyBook policies,
      Rulebook rules,
      LocalDate businessDate,
      RosterFile roster) {}

  /**
   * Runs the job; returns the exit status. Asked to stop, it ends after the current chunk; the
   * process then waits until the run is put away and the ledger closed.
   */
  public int run(Order order) {
    StopSignal stop = new StopSignal();
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> stopAndWait(stop, ended), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return run(order, stop);
    } finally {
      ended.countDown();
      removeHook(hook);
    }
  }

  private int run(Order order, StopSignal stop) {
    String url = order.settings().text(CommonKeys.DATABASE);
    Path work = order.settings().path(CommonKeys.WORK);
    WorkFolder folder = new WorkFolder(work);
    try {
      folder.create();
      OwnerOnly.createFolders(order.settings().path(CommonKeys.OUTPUT));
      if (LedgerDatabase.isH2(url)) {
        LedgerDatabase.createFolder(url);
      }
    } catch (IOException e) {
      operator.warn(Message.of("job.folder-failed", work.toString()));
      return FAILED;
    }
    LogFile.open(folder.log(), environment.containsKey("BASEDECL_DEBUG"));
    try (HikariDataSource database =
        LedgerDatabase.openMigrated(url, Partitions.count() + 4, environment)) {
      return withLease(order, database, folder, stop);
    } catch (FlywayException | DataAccessException e) {
      LOG.error("The ledger could not be opened", e);
      operator.warn(FailureCause.isBusy(e) ? busy(url) : Message.of("job.database-failed", url));
      return FAILED;
    } finally {
      LogFile.close();
    }
  }

  private int withLease(
      Order order, HikariDataSource database, WorkFolder folder, StopSignal stop) {
    JdbcTemplate template = LedgerDatabase.template(database);
    JdbcClient jdbc = JdbcClient.create(template);
    Lease lease = new Lease(jdbc);
    Lease.Outcome outcome = lease.acquire();
    if (outcome instanceof Lease.Outcome.Held held) {
      operator.warn(held(held.holder()));
      return FAILED;
    }
    long fence = ((Lease.Outcome.Acquired) outcome).fence();
    RunLedger runs = new RunLedger(jdbc);
    Optional<LeaseNote> note = LeaseNote.beside(order.settings().text(CommonKeys.DATABASE));
    lease.holder().ifPresent(holder -> note.ifPresent(n -> n.write(holder)));
    FenceGuard guard = new FenceGuard(lease, fence);
    try (Heartbeat heartbeat = new Heartbeat(lease, fence, stop)) {
      RunContext runContext = begin(order, template, runs, guard);
      Instant started = Instant.now();
      RunRecord.State state = attempt(order, runContext, database, guard, folder, stop);
      // A process that slept through a takeover must not end the run that another has finished.
      if (!heartbeat.isLost() && lease.isHeld(fence)) {
        runs.end(runContext.run().runId(), state);
      }
      if (state == RunRecord.State.COMPLETED) {
        operator.say(
            Message.of(
                "job.completed",
                Long.toString(runContext.run().runId()),
                seconds(Duration.between(started, Instant.now()))));
      }
      return state == RunRecord.State.COMPLETED ? DONE : FAILED;
    } finally {
      note.ifPresent(LeaseNote::remove);
      lease.release(fence);
    }
  }

  private static String seconds(Duration duration) {
    return String.format("%.1f", duration.toMillis() / 1000.0);
  }

  /** The run and its roster, in one transaction: a run is never seen under half of its settings. */
  private static RunContext begin(
      Order order, JdbcTemplate template, RunLedger runs, FenceGuard fence) {
    DataSource database = Objects.requireNonNull(template.getDataSource());
    RunRecord run =
        new TransactionTemplate(new JdbcTransactionManager(database))
            .execute(
                status -> {
                  RunRecord begun = beginOrGoOn(order, new IntakeLedger(template), runs);
                  rosterPath(order)
                      .ifPresent(
                          path ->
                              runs.artifact(
                                  begun.runId(),
                                  RunLedger.Direction.INPUT,
                                  path,
                                  order.roster().sha256()));
                  order
                      .roster()
                      .roster()
                      .ifPresent(roster -> new RosterLedger(template).replace(roster.employers()));
                  fence.check();
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

  private RunRecord.State attempt(
      Order order,
      RunContext runContext,
      HikariDataSource database,
      FenceGuard fence,
      WorkFolder folder,
      StopSignal stop) {
    try (Progress progress = new Progress(operator.terminal());
        ConfigurableApplicationContext context =
            context(order, runContext, database, fence, stop, progress, operator)) {
      JobExecution execution =
          context
              .getBean(JobOperator.class)
              .start(
                  context.getBean(Job.class),
                  new JobParametersBuilder()
                      .addLong("run", runContext.run().runId())
                      .addLong("attempt", (long) runContext.run().attempt())
                      .toJobParameters());
      progress.end();
      RunRecord.State state = state(execution);
      List<String> summary = summary(context.getBean(RunSummary.class));
      summary.forEach(operator::say);
      folder.keepSummary(runContext.run().runId(), summary);
      tell(order, runContext, state, execution, folder);
      return state;
    } catch (Exception e) {
      LOG.error("Run {} failed", runContext.run().runId(), e);
      operator.warn(failure(runContext, List.of(e), onServer(order), folder));
      return RunRecord.State.FAILED;
    }
  }

  private static ConfigurableApplicationContext context(
      Order order,
      RunContext runContext,
      HikariDataSource database,
      FenceGuard fence,
      StopSignal stop,
      Progress progress,
      Operator operator) {
    SpringApplication application =
        new SpringApplicationBuilder(RunConfiguration.class, order.job().configuration())
            .web(WebApplicationType.NONE)
            .bannerMode(org.springframework.boot.Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .properties(
                Map.of(
                    "spring.batch.job.enabled", "false",
                    "spring.batch.jdbc.initialize-schema", "never",
                    "spring.batch.jdbc.isolation-level-for-create", "read_committed",
                    "spring.main.allow-bean-definition-overriding", "false"))
            .build();
    application.addInitializers(
        context -> {
          ConfigurableListableBeanFactory beans = context.getBeanFactory();
          beans.registerSingleton("dataSource", database);
          beans.registerSingleton("settings", order.settings());
          beans.registerSingleton("policyShelf", order.policies());
          beans.registerSingleton("night", runContext);
          beans.registerSingleton("rosterFile", order.roster());
          beans.registerSingleton("fenceGuard", fence);
          beans.registerSingleton("stopSignal", stop);
          beans.registerSingleton("progress", progress);
          beans.registerSingleton("operator", operator);
          RunSummary report = new RunSummary();
          order.roster().warnings().forEach(report::warn);
          order
              .rules()
              .policies()
              .forEach(policy -> policy.deadlineNotices(runContext.year()).forEach(report::warn));
          beans.registerSingleton("nightReport", report);
        });
    return application.run();
  }

  private List<String> summary(RunSummary report) {
    List<String> summary = new ArrayList<>(report.lines());
    report.warnings().forEach(warning -> summary.add(warning.in(operator.language())));
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

  private void tell(
      Order order,
      RunContext runContext,
      RunRecord.State state,
      JobExecution execution,
      WorkFolder folder) {
    if (state == RunRecord.State.STOPPED) {
      operator.warn(Message.of("job.stopped", Long.toString(runContext.run().runId())));
    } else if (state == RunRecord.State.FAILED) {
      List<Throwable> causes = execution.getAllFailureExceptions();
      causes.forEach(cause -> LOG.error("Run {} failed", runContext.run().runId(), cause));
      operator.warn(failure(runContext, causes, onServer(order), folder));
    }
  }

  private static boolean onServer(Order order) {
    return !LedgerDatabase.isH2(order.settings().text(CommonKeys.DATABASE));
  }

  private Message failure(
      RunContext runContext, List<Throwable> failures, boolean onServer, WorkFolder folder) {
    return Message.of(
        "job.failed",
        Long.toString(runContext.run().runId()),
        FailureCause.of(failures, onServer).message().in(operator.language()),
        folder.log().toString());
  }

  /** Who has the H2 file open, where that is a run that left its note. */
  private static Message busy(String url) {
    return LeaseNote.beside(url)
        .flatMap(LeaseNote::read)
        .map(RunLauncher::held)
        .orElseGet(() -> Message.of("job.database-busy"));
  }

  private static Message held(Lease.Holder holder) {
    return Message.of("job.held", holder.owner(), holder.since().toString().replace('T', ' '));
  }

  /**
   * On SIGTERM: end after the current chunk, wait for the run to be put away, and leave with the
   * status of a run that can be run again; the virtual machine's own would be 143.
   */
  private static void stopAndWait(StopSignal stop, CountDownLatch ended) {
    stop.request();
    try {
      if (!ended.await(10, TimeUnit.MINUTES)) {
        LOG.error("The run did not end within ten minutes of being asked to");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(FAILED);
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.info("Stopping as asked");
    }
  }
}
