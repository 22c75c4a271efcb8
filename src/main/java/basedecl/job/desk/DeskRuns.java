package basedecl.job.desk;

import basedecl.job.launch.LedgerRuns;
import basedecl.job.launch.Order;
import basedecl.job.launch.RunOutcome;
import basedecl.job.run.Progress;
import basedecl.job.run.StopSignal;
import basedecl.job.run.WorkFolder;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.run.RunRecord;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link RunDesk} on a thread of its own, over a ledger that is open and up to date. */
public final class DeskRuns implements RunDesk {

  private static final Logger LOG = LoggerFactory.getLogger(DeskRuns.class);

  /** The clock may be set by hand: it is looked at that often where a night is planned. */
  private static final Duration LOOK_AT_THE_CLOCK = Duration.ofSeconds(1);

  private static final Duration LONGEST_SLEEP = Duration.ofHours(1);
  private static final Duration FIRST_TRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_BETWEEN_TRIES = Duration.ofSeconds(30);

  private final Setup setup;
  private final Clock clock;
  private final LedgerRuns runs;
  private final RunLedger ledger;
  private final WorkFolder work;
  private final JobOrders orders = new JobOrders();
  private final Optional<NightClock> night;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Agenda agenda = new Agenda();
  private final Deque<Ended> ended = new ArrayDeque<>();
  private final Thread thread = new Thread(this::work, "desk-runs");
  private @Nullable Present present;
  private boolean closed;
  private boolean nightFailed;

  /**
   * What a desk's runs stand on.
   *
   * @param common the keys that every job takes from the desk: policy, year, roster, work, output,
   *     database, business-date, limits of files
   * @param work the desk's work folder, where its log is and the last night is remembered
   * @param language of the summaries
   * @param patience how long closing waits for the run under way to put itself away
   */
  public record Setup(
      Map<String, String> common,
      Path work,
      Language language,
      Optional<Nightly> nightly,
      Duration patience) {

    public Setup {
      common = Map.copyOf(common);
    }
  }

  /** The run under way. */
  private static final class Present {
    private final Agenda.Entry entry;
    private final Instant since;
    private final StopSignal stop = new StopSignal();
    private final Progress progress = new Progress(false);
    private Optional<Waiting> waiting = Optional.empty();

    private Present(Agenda.Entry entry, Instant since) {
      this.entry = entry;
      this.since = since;
    }
  }

  private DeskRuns(DataSource database, Setup setup, Clock clock) {
    this.setup = setup;
    this.clock = clock;
    this.runs = new LedgerRuns(database, setup.language());
    this.ledger = new RunLedger(JdbcClient.create(LedgerDatabase.template(database)));
    this.work = new WorkFolder(setup.work());
    this.night =
        setup
            .nightly()
            .map(plan -> new NightClock(plan.at(), clock, setup.work().resolve("last-night.txt")));
  }

  /**
   * Begins to take runs; a night that was missed is due at once.
   *
   * @param clock of the nights, and of the day that runs stand for where the settings name none
   * @throws RefusedException if the night's jobs cannot work under their settings
   */
  public static DeskRuns begin(DataSource database, Setup setup, Clock clock) {
    DeskRuns desk = new DeskRuns(database, setup, clock);
    setup.nightly().ifPresent(plan -> plan.jobs().forEach(job -> desk.order(ofNight(job))));
    desk.thread.setDaemon(true);
    desk.thread.start();
    return desk;
  }

  @Override
  public Asked start(JobRequest request) {
    order(request);
    return locked(
        () -> {
          Asked asked = agenda.ask(request);
          changed.signalAll();
          return asked;
        });
  }

  @Override
  public void somethingSubmitted(JobRequest intake) {
    locked(
        () -> {
          agenda.submitted(intake, System.nanoTime());
          changed.signalAll();
          return true;
        });
  }

  @Override
  public Optional<Standing> standing(long number) {
    return locked(
        () ->
            Stream.of(
                    agenda.waiting().stream().map(Queued::new), underWay().stream(), ended.stream())
                .flatMap(each -> each)
                .map(Standing.class::cast)
                .filter(standing -> standing.asked().number() == number)
                .findFirst());
  }

  @Override
  public List<Asked> open() {
    return locked(
        () ->
            Stream.concat(underWay().map(UnderWay::asked).stream(), agenda.waiting().stream())
                .toList());
  }

  @Override
  public Optional<UnderWay> progress() {
    return locked(this::underWay);
  }

  private Optional<UnderWay> underWay() {
    return Optional.ofNullable(present)
        .map(
            now -> new UnderWay(now.entry.asked(), now.since, now.progress.reached(), now.waiting));
  }

  @Override
  public List<Asked> waiting() {
    return locked(agenda::waiting);
  }

  @Override
  public boolean askToStop(long number) {
    return locked(
        () -> {
          Present now = present;
          if (now != null && now.entry.asked().number() == number) {
            now.stop.request();
            changed.signalAll();
            return true;
          }
          return agenda.remove(number);
        });
  }

  @Override
  public List<Ended> lastEnded(int count) {
    return locked(() -> ended.stream().limit(count).toList());
  }

  @Override
  public Optional<LocalDateTime> nextNight() {
    return night.map(NightClock::next);
  }

  @Override
  public List<RunRecord> lastRuns(int count) {
    return ledger.newest(count);
  }

  @Override
  public List<String> summary(long runId) {
    return work.keptSummary(runId);
  }

  @Override
  public void forgetOldSummaries() throws IOException {
    work.forgetOldSummaries();
  }

  @Override
  public void close() {
    locked(
        () -> {
          closed = true;
          Present now = present;
          if (now != null) {
            now.stop.request();
          }
          changed.signalAll();
          return true;
        });
    try {
      thread.join(setup.patience().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.error("The run under way did not end within {} of being asked to", setup.patience());
    }
  }

  private void work() {
    try {
      Optional<Present> next = next();
      while (next.isPresent()) {
        end(next.get(), outcome(next.get()));
        next = next();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for something to run; empty once closed. */
  private Optional<Present> next() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        night.flatMap(NightClock::due).ifPresent(this::plan);
        Optional<Agenda.Entry> entry = agenda.next(System.nanoTime());
        if (entry.isPresent()) {
          Present now = new Present(entry.get(), clock.instant());
          present = now;
          return Optional.of(now);
        }
        changed.awaitNanos(nanosToSleep(agenda.untilNext(System.nanoTime())));
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private long nanosToSleep(Optional<Duration> until) {
    Duration longest = night.isPresent() ? LOOK_AT_THE_CLOCK : LONGEST_SLEEP;
    return until.filter(d -> d.compareTo(longest) < 0).orElse(longest).toNanos();
  }

  private void plan(LocalDateTime due) {
    LOG.info("The night of {} begins", due);
    nightFailed = false;
    setup.nightly().ifPresent(plan -> plan.jobs().forEach(job -> agenda.night(due, ofNight(job))));
  }

  private static JobRequest ofNight(JobRequest job) {
    return JobOrders.canLeaveWorkbooks(job.job()) ? job.with("workbooks", "year") : job;
  }

  /** What fails is told; nothing of it reaches the next run. */
  private RunOutcome outcome(Present now) throws InterruptedException {
    try {
      return run(now);
    } catch (RefusedException e) {
      return new RunOutcome.NotBegun(e.text());
    } catch (RuntimeException e) {
      LOG.error("A run could not be begun", e);
      return new RunOutcome.NotBegun(Message.of("job.not-begun", work.log().toString()));
    }
  }

  /** Asks for the lease again and again while another process holds it. */
  private RunOutcome run(Present now) throws InterruptedException {
    RunOutcome outcome = runs.run(order(now.entry.asked().request()), now.stop, now.progress);
    for (int before = 0; outcome instanceof RunOutcome.Held held; before++) {
      if (isStoppedWhileWaiting(now, held, before)) {
        return held;
      }
      outcome = runs.run(order(now.entry.asked().request()), now.stop, now.progress);
    }
    return outcome;
  }

  private boolean isStoppedWhileWaiting(Present now, RunOutcome.Held held, int before)
      throws InterruptedException {
    Duration patience = Agenda.patience(FIRST_TRY, LONGEST_BETWEEN_TRIES, before);
    lock.lock();
    try {
      now.waiting = Optional.of(new Waiting(held.holder(), clock.instant().plus(patience)));
      long left = patience.toNanos();
      while (left > 0 && !now.stop.isRequested()) {
        left = changed.awaitNanos(left);
      }
      now.waiting = Optional.empty();
      return now.stop.isRequested();
    } finally {
      lock.unlock();
    }
  }

  private void end(Present now, RunOutcome outcome) {
    lock.lock();
    try {
      Agenda.Entry entry = now.entry;
      ended.addFirst(new Ended(entry.asked(), now.since, clock.instant(), outcome));
      while (ended.size() > REMEMBERED) {
        ended.removeLast();
      }
      present = null;
      entry.intake().ifPresent(intake -> endIntake(intake, now, outcome));
      entry.night().ifPresent(begun -> endOfNight(begun, outcome));
    } finally {
      lock.unlock();
    }
  }

  private void endIntake(JobRequest intake, Present now, RunOutcome outcome) {
    if (outcome.isDone()) {
      agenda.done(intake);
    } else if (!now.stop.isRequested()) {
      agenda.failed(intake, System.nanoTime());
    }
  }

  private void endOfNight(LocalDateTime begun, RunOutcome outcome) {
    nightFailed |= !outcome.isDone();
    if (!nightFailed && !agenda.holds(begun)) {
      night.ifPresent(each -> each.keep(begun));
    }
  }

  private Order order(JobRequest request) {
    try {
      return orders.order(request, setup.common(), LocalDate.now(clock));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Answer<T> {
    T get();
  }

  private <T> T locked(Answer<T> answer) {
    lock.lock();
    try {
      return answer.get();
    } finally {
      lock.unlock();
    }
  }
}
