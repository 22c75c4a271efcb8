package basedecl.job.desk;

import basedecl.job.launch.RunOutcome;
import basedecl.job.run.Progress;
import basedecl.ledger.run.Lease;
import basedecl.ledger.run.RunRecord;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Through which a process that keeps the ledger open runs jobs: one at a time, each told as a
 * value. A run that fails takes nothing else with it.
 */
public interface RunDesk extends AutoCloseable {

  /**
   * A run that was asked for.
   *
   * @param number counted in this process; the run's number in the ledger comes when it has begun
   */
  record Asked(long number, JobRequest request) {}

  /** Where a run of this process stands: it waits, is under way or has ended, in that order. */
  sealed interface Standing permits Queued, UnderWay, Ended {
    Asked asked();
  }

  /** It waits for its turn. */
  record Queued(Asked asked) implements Standing {}

  /**
   * The run under way.
   *
   * @param reached how far its present part is
   * @param waiting where another process holds the lease
   */
  record UnderWay(
      Asked asked, Instant since, Optional<Progress.Reached> reached, Optional<Waiting> waiting)
      implements Standing {}

  /** Who holds the lease, and when it is asked for again. */
  record Waiting(Lease.Holder holder, Instant nextTry) {}

  /** A run of this process that ended, or could not be begun. */
  record Ended(Asked asked, Instant since, Instant until, RunOutcome outcome) implements Standing {}

  /**
   * Puts a job behind those that wait.
   *
   * @throws basedecl.message.RefusedException if its settings cannot work; nothing is queued then
   */
  Asked start(JobRequest request);

  /**
   * Something lies in the inbox of this intake: a run without workbooks takes it, at once when
   * nothing else is to be done. What comes while such a run waits is taken by it; what comes while
   * it is under way is taken by the next. One that fails is tried again, later each time. To be
   * called at the start of the process too, for what was left there. Its receipts replace those of
   * the run before in {@code output}: name one of its own.
   */
  void somethingSubmitted(JobRequest intake);

  /**
   * Where a run stands at this moment: what asks for its parts one after the other misses a run
   * that moves on in between. Empty where it was taken back, is not known, or ended longer ago than
   * the last {@value #REMEMBERED}.
   */
  Optional<Standing> standing(long number);

  /** The run under way and those that wait, the next one first, at one moment. */
  List<Asked> open();

  /** The run under way. */
  Optional<UnderWay> progress();

  /** The runs that wait for their turn, the next one first. */
  List<Asked> waiting();

  /**
   * Asks a run to stop after its current chunk, or takes it from those that wait; false where it is
   * neither. A run that stopped goes on with the next one of its job.
   */
  boolean askToStop(long number);

  /** The newest runs of this process first, those that could not be begun included. */
  List<Ended> lastEnded(int count);

  /** How a run of this process ended, while it is among the last {@value #REMEMBERED}. */
  default Optional<Ended> ended(long number) {
    return standing(number)
        .filter(standing -> standing instanceof Ended)
        .map(standing -> (Ended) standing);
  }

  /** How many ended runs are remembered. */
  int REMEMBERED = 200;

  /** When the nightly jobs begin next, by the local time of the desk's clock; empty without any. */
  Optional<LocalDateTime> nextNight();

  /** The newest runs of the ledger first, whoever ran them. */
  List<RunRecord> lastRuns(int count);

  /** What was told at the end of a run of the ledger; empty where nothing was kept. */
  List<String> summary(long runId);

  /** Deletes what was told at the end of runs long ago. */
  void forgetOldSummaries() throws IOException;

  /** Asks the run under way to stop, waits for it for a bounded time, and takes no more. */
  @Override
  void close();
}
