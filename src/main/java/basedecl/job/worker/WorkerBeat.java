package basedecl.job.worker;

import basedecl.job.metrics.Watch;
import basedecl.job.remote.HeldConnections;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.remote.WorkerLedger;
import basedecl.ledger.remote.WorkerRecord.State;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Says every two seconds that a worker lives and what it does, and keeps its requests. */
final class WorkerBeat implements Watch.Working, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerBeat.class);

  private static final long BETWEEN_MILLIS = 2_000;
  private static final double MILLIS = 1_000;

  private final String name;
  private final int threads;
  private final WorkerLedger workers;
  private final HeldConnections held;
  private final AtomicInteger reading = new AtomicInteger();
  private final Thread thread = new Thread(this::beatOn, "worker-beat");
  private Doing doing = new Doing(OptionalLong.empty(), List.of(), new WorkerTally());
  private long filesBefore;
  private long personsBefore;
  private final AtomicLong heardOf = new AtomicLong();
  private volatile boolean closed;

  private record Doing(OptionalLong run, List<String> refusedFor, WorkerTally tally) {}

  WorkerBeat(String name, int threads, DataSource ledger, HeldConnections held) {
    this.name = name;
    this.threads = threads;
    this.workers = new WorkerLedger(LedgerDatabase.template(ledger));
    this.held = held;
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  synchronized void waits() {
    if (doing.run().isPresent()) {
      does(new Doing(OptionalLong.empty(), List.of(), new WorkerTally()));
    }
  }

  private void does(Doing now) {
    filesBefore += doing.tally().files();
    personsBefore += doing.tally().persons();
    doing = now;
  }

  @Override
  public synchronized long files() {
    return filesBefore + doing.tally().files();
  }

  @Override
  public synchronized long persons() {
    return personsBefore + doing.tally().persons();
  }

  @Override
  public String state() {
    return doing().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public double heardOf() {
    return heardOf.get() / MILLIS;
  }

  synchronized void takesPartIn(long run, WorkerTally tally) {
    does(new Doing(OptionalLong.of(run), List.of(), tally));
  }

  synchronized void refuses(long run, List<String> differs) {
    does(new Doing(OptionalLong.of(run), differs, new WorkerTally()));
  }

  /** Another piece is read, or one less. */
  void reads(int more) {
    reading.addAndGet(more);
  }

  synchronized State doing() {
    if (closed) {
      return State.LEAVING;
    }
    if (!doing.refusedFor().isEmpty()) {
      return State.REFUSED;
    }
    return reading.get() > 0 ? State.READING : State.WAITING;
  }

  private void beatOn() {
    try {
      while (!closed) {
        held.beat();
        beat();
        TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void beat() {
    Doing now;
    synchronized (this) {
      now = doing;
    }
    WorkerTally.Reading read = now.tally().read();
    try {
      workers.beat(
          new WorkerLedger.Beat(
              name,
              threads,
              doing(),
              now.run(),
              now.refusedFor().isEmpty()
                  ? Optional.empty()
                  : Optional.of(String.join(" ", now.refusedFor())),
              read.files(),
              read.persons(),
              read.filesRate(),
              read.personsRate()));
      heardOf.set(System.currentTimeMillis());
    } catch (DataAccessException e) {
      LOG.warn("The worker could not be heard of: {}", e.getClass().getName());
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
      workers.leave(name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (DataAccessException e) {
      LOG.warn("The worker could not take its leave: {}", e.getClass().getName());
    }
  }
}
