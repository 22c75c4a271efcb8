package basedecl.ledger.run;

import java.util.List;
import java.util.function.Supplier;

/**
 * Runs as somebody saw them, together with whether anybody held the right to run. A run is written
 * down as ended before that right is given back, so that the two, read one after the other, can
 * make a run that ends in between look cut off.
 *
 * @param held whether somebody holds the right to run; a run under way without is cut off
 */
public record RunsSeen(List<RunRecord> runs, boolean held) {

  public RunsSeen {
    runs = List.copyOf(runs);
  }

  /** Reads once more what looks cut off. */
  public static RunsSeen read(Supplier<List<RunRecord>> runs, Lease lease) {
    RunsSeen first = once(runs, lease);
    return first.runs().stream().anyMatch(first::isCutOff) ? once(runs, lease) : first;
  }

  private static RunsSeen once(Supplier<List<RunRecord>> runs, Lease lease) {
    List<RunRecord> read = runs.get();
    return new RunsSeen(read, lease.holder().isPresent());
  }

  /** Whether nobody is at a run that is said to be under way. */
  public boolean isCutOff(RunRecord run) {
    return run.state() == RunRecord.State.RUNNING && !held;
  }
}
