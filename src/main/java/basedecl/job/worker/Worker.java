package basedecl.job.worker;

import basedecl.file.ProgramDigest;
import basedecl.job.launch.Order;
import basedecl.job.metrics.Watch;
import basedecl.job.remote.Alikeness;
import basedecl.job.remote.HeldConnections;
import basedecl.job.remote.JdbcRequests;
import basedecl.job.remote.Requests;
import basedecl.job.run.StopSignal;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.remote.CallLedger;
import basedecl.ledger.remote.RemoteCall;
import basedecl.ledger.remote.WorkerRecord.State;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Waits at a ledger for runs that hand out their files, and reads what it is given, with several
 * threads, until it is asked to leave. Whatever fails is tried again: a database that is away comes
 * back, and a run that ended is followed by another.
 */
public final class Worker {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  /** So often is asked for work while there is none. */
  private static final long PAUSE_MILLIS = 400;

  /** After a failure. */
  private static final long RESPITE_MILLIS = 1_000;

  private final String name;
  private final int threads;
  private final DataSource ledger;
  private final Orders orders;
  private final Language language;
  private final Consumer<Message> told;
  private final StopSignal stop;
  private final Watch watch;
  private final CallLedger calls;
  private final HeldConnections held = new HeldConnections();
  private final Requests requests;
  private final WorkerBeat beat;
  private Optional<WorkerSession> session = Optional.empty();
  private Optional<RemoteCall> refused = Optional.empty();

  /** What the worker's own files ask for, read anew for each run. */
  public interface Orders {

    /**
     * Empty where the run is of another job than this worker's.
     *
     * @param businessDate that of the run
     */
    Optional<Order> order(String job, LocalDate businessDate) throws IOException;
  }

  /**
   * @param name by which it is known: host, process and its start
   * @param ledger with connections for reading and for what is asked beside it
   * @param requestConnections one for each thread
   * @param told hears what a person should know
   * @param watch over the pieces it reads, and over itself
   */
  public Worker(
      String name,
      int threads,
      DataSource ledger,
      DataSource requestConnections,
      Orders orders,
      Language language,
      Consumer<Message> told,
      StopSignal stop,
      Watch watch) {
    this.name = name;
    this.threads = threads;
    this.ledger = ledger;
    this.orders = orders;
    this.language = language;
    this.told = told;
    this.stop = stop;
    this.watch = watch;
    this.calls = new CallLedger(LedgerDatabase.template(ledger));
    this.requests = new JdbcRequests(requestConnections, held);
    this.beat = new WorkerBeat(name, threads, ledger, held);
    ProgramDigest.remember();
  }

  /** Works until asked to leave, and has then given back what it had in hand. */
  public void work() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(threads);
    watch.over(beat);
    beat.start();
    try {
      for (int i = 1; i <= threads; i++) {
        new Thread(() -> loop(ended), "worker-" + i).start();
      }
      ended.await();
    } finally {
      closeSession();
      beat.close();
    }
  }

  private void loop(CountDownLatch ended) {
    try {
      while (!stop.isRequested()) {
        TimeUnit.MILLISECONDS.sleep(once());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  /** Asks for work once; how long to wait before the next time. */
  private long once() {
    try {
      Optional<WorkerSession> current = session();
      boolean read =
          current.isPresent()
              && requests.take(
                  current.get().call().group(),
                  request -> {
                    beat.reads(1);
                    try {
                      current.get().read(request);
                    } finally {
                      beat.reads(-1);
                    }
                  });
      return read ? 0 : PAUSE_MILLIS;
    } catch (RuntimeException | IOException e) {
      // No word of the failure itself: it may quote a cell.
      LOG.warn(
          "Work was interrupted: {}, by {}",
          e.getClass().getName(),
          NestedExceptionUtils.getMostSpecificCause(e).getClass().getName());
      LOG.debug("Work was interrupted", e);
      return RESPITE_MILLIS;
    }
  }

  /** What reads for the run that hands out its files now; empty while there is none for us. */
  private synchronized Optional<WorkerSession> session() throws IOException {
    Optional<RemoteCall> call = calls.current();
    if (call.isEmpty()) {
      refused = Optional.empty();
      beat.waits();
      return Optional.empty();
    }
    if (session.isPresent() && session.get().isFor(call.get())) {
      return session;
    }
    if (call.equals(refused)) {
      return Optional.empty();
    }
    closeSession();
    session = opened(call.get());
    return session;
  }

  private Optional<WorkerSession> opened(RemoteCall call) throws IOException {
    Optional<Order> order;
    List<String> differs;
    try {
      order = orders.order(call.job(), call.businessDate());
      if (order.isEmpty()) {
        return Optional.empty();
      }
      differs = call.alike().differences(alikeness(order.get()));
    } catch (RefusedException e) {
      refuse(call, List.of("settings"));
      told.accept(e.text());
      return Optional.empty();
    }
    if (!differs.isEmpty()) {
      refuse(call, differs);
      return Optional.empty();
    }
    LOG.info("Reading for run {}", call.runId());
    WorkerSession opened =
        WorkerSession.open(call, name, order.get(), ledger, language, stop, watch);
    beat.takesPartIn(call.runId(), opened.tally());
    told.accept(Message.of("remote.takes-part", Long.toString(call.runId())));
    return Optional.of(opened);
  }

  private static RemoteCall.Alike alikeness(Order order) throws IOException {
    return Alikeness.of(
        order.settings(), order.rules().version(), order.roster(), order.markInWork());
  }

  private void refuse(RemoteCall call, List<String> differs) {
    refused = Optional.of(call);
    beat.refuses(call.runId(), differs);
    StringBuilder words = new StringBuilder();
    for (String each : differs) {
      words
          .append(words.isEmpty() ? "" : Message.of("remote.comma").in(language))
          .append(Message.of("remote.differs." + each).in(language));
    }
    LOG.warn("Run {} differs in {}", call.runId(), differs);
    told.accept(Message.of("remote.refused", Long.toString(call.runId()), words.toString()));
  }

  private void closeSession() {
    session.ifPresent(WorkerSession::close);
    session = Optional.empty();
  }

  /** How many connections the ledger's pool needs. */
  public static int connections(int threads) {
    return 2 * threads + 3;
  }

  /** What the worker does. */
  public State state() {
    return beat.doing();
  }
}
