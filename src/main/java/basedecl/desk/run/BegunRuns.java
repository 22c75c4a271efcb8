package basedecl.desk.run;

import basedecl.account.SignInName;
import basedecl.job.desk.RunDesk;
import basedecl.job.launch.RunOutcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What operators started since the desk began: by whom, with what filled in, and which dry run a
 * run came after. As many are remembered as the desk remembers ended runs.
 */
final class BegunRuns {

  private final RunDesk desk;
  private final Map<Long, Begun> byNumber = new LinkedHashMap<>();

  BegunRuns(RunDesk desk) {
    this.desk = desk;
  }

  /**
   * One of them.
   *
   * @param filled the form's fields as they were sent
   * @param after the number of the dry run whose page started this one
   */
  record Begun(
      SignInName by, String job, Map<String, String> filled, boolean dry, Optional<Long> after) {

    Begun {
      filled = Map.copyOf(filled);
    }
  }

  synchronized void add(long number, Begun begun) {
    byNumber.put(number, begun);
    if (byNumber.size() > RunDesk.REMEMBERED) {
      byNumber.remove(byNumber.keySet().iterator().next());
    }
  }

  synchronized Optional<Begun> of(long number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /** The number under which a run of the ledger was asked for, where this desk remembers it. */
  OptionalLong numberOf(long runId) {
    return desk.lastEnded(RunDesk.REMEMBERED).stream()
        .filter(each -> each.outcome() instanceof RunOutcome.Ended ended && ended.runId() == runId)
        .mapToLong(each -> each.asked().number())
        .findFirst();
  }

  /** The run of the ledger that came of an asked one, once it has ended. */
  OptionalLong runOf(long number) {
    return desk.ended(number).map(BegunRuns::runOf).orElseGet(OptionalLong::empty);
  }

  /** Empty where it could not be begun. */
  static OptionalLong runOf(RunDesk.Ended ended) {
    return ended.outcome() instanceof RunOutcome.Ended run
        ? OptionalLong.of(run.runId())
        : OptionalLong.empty();
  }
}
