package basedecl.job.launch;

import basedecl.job.run.FailureCause;
import basedecl.ledger.run.Lease;
import basedecl.ledger.run.RunRecord;
import basedecl.message.Language;
import basedecl.message.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How an attempt at a run ended. */
public sealed interface RunOutcome {

  /** The last sentence a person is told. */
  Message sentence(Language language);

  /** Whether the run is done; a run with refused declarations is. */
  default boolean isDone() {
    return false;
  }

  /** Nothing was begun: another process holds the lease. */
  record Held(Lease.Holder holder) implements RunOutcome {
    @Override
    public Message sentence(Language language) {
      return LedgerHolder.held(holder);
    }
  }

  /** Nothing was begun: a folder could not be made, or the ledger failed. */
  record NotBegun(Message reason) implements RunOutcome {
    @Override
    public Message sentence(Language language) {
      return reason;
    }
  }

  /**
   * A run that was begun, or gone on with, and ended.
   *
   * @param summary what is told at the end, in the language of whoever started the run
   * @param cause why it failed, where it did
   * @param log where more is said of it
   */
  record Ended(
      long runId,
      RunRecord.State state,
      List<String> summary,
      Optional<FailureCause> cause,
      Path log,
      Duration took)
      implements RunOutcome {

    public Ended {
      summary = List.copyOf(summary);
    }

    @Override
    public boolean isDone() {
      return state == RunRecord.State.COMPLETED;
    }

    @Override
    public Message sentence(Language language) {
      String run = Long.toString(runId);
      return switch (state) {
        case COMPLETED -> Message.of("job.completed", run, seconds());
        case STOPPED -> Message.of("job.stopped", run);
        case RUNNING, FAILED ->
            Message.of(
                "job.failed",
                run,
                cause.orElse(FailureCause.OTHER).message().in(language),
                log.toString());
      };
    }

    private String seconds() {
      return String.format("%.1f", took.toMillis() / 1000.0);
    }

    /** The same run where its end could not be written down. */
    Ended failed(FailureCause why) {
      return new Ended(runId, RunRecord.State.FAILED, summary, Optional.of(why), log, took);
    }
  }
}
