package basedecl.faults;

import basedecl.job.desk.JobOrders;
import basedecl.job.metrics.Watch;
import basedecl.job.run.StopSignal;
import basedecl.job.worker.Worker;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.settings.JobFile;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A worker in this process, as the command {@code worker} begins one in its own. */
final class WorkerHere implements AutoCloseable {

  private static final int LONGEST_SECONDS = 60;

  private final StopSignal stop = new StopSignal();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final HikariDataSource ledger;
  private final HikariDataSource requests;
  private final Thread thread;

  private WorkerHere(
      Ground ground, Errand errand, String name, int threads, UnaryOperator<DataSource> disturbed) {
    // Three beats, so that what a frozen one holds is let go soon.
    Duration silence = Duration.ofSeconds(6);
    Map<String, String> environment = ground.environment();
    ledger =
        LedgerDatabase.openAmongOthers(
            ground.database(), Worker.connections(threads), environment, silence, true);
    requests =
        LedgerDatabase.openAmongOthers(ground.database(), threads, environment, silence, false);
    JobOrders orders = new JobOrders();
    Worker worker =
        new Worker(
            name,
            threads,
            disturbed.apply(ledger),
            disturbed.apply(requests),
            (job, businessDate) ->
                orders.orderOfWorker(
                    JobFile.read(errand.file(), ground.settings(errand)), job, businessDate),
            Language.EN,
            this::hear,
            stop,
            Watch.NONE);
    thread = new Thread(() -> work(worker), name);
    thread.start();
  }

  static WorkerHere at(Ground ground, Errand errand, String name, int threads) {
    return at(ground, errand, name, threads, UnaryOperator.identity());
  }

  /** One whose connections are {@code disturbed}. */
  static WorkerHere at(
      Ground ground, Errand errand, String name, int threads, UnaryOperator<DataSource> disturbed) {
    return new WorkerHere(ground, errand, name, threads, disturbed);
  }

  private void hear(Message message) {
    told.add(message.in(Language.EN));
  }

  private static void work(Worker worker) {
    try {
      worker.work();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  List<String> told() {
    return told;
  }

  /** Asks it to leave and does not wait. */
  void askToLeave() {
    stop.request();
  }

  /** Asks it to leave, as SIGTERM does, and waits until it has. */
  @Override
  public void close() {
    stop.request();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(LONGEST_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      throw new AssertionError("The worker does not leave: " + List.of(thread.getStackTrace()));
    }
    ledger.close();
    requests.close();
  }
}
