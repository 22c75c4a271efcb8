package basedecl.desk.run;

import basedecl.ledger.run.RunRecord;
import basedecl.ledger.run.RunRecord.State;
import basedecl.ledger.run.RunsSeen;
import basedecl.message.Language;
import java.util.List;

/**
 * A run in a list.
 *
 * @param wrong whether somebody has to look at it
 */
record RunLine(
    long id,
    String job,
    String policy,
    String year,
    String businessDate,
    int attempt,
    String state,
    boolean wrong,
    boolean completed,
    String started,
    String ended) {

  static List<RunLine> of(RunsSeen seen, Language language) {
    return seen.runs().stream().map(run -> of(run, seen, language)).toList();
  }

  static RunLine of(RunRecord run, RunsSeen seen, Language language) {
    boolean interrupted = seen.isCutOff(run);
    return new RunLine(
        run.runId(),
        RunWords.job(run.job(), language),
        run.policy(),
        Integer.toString(run.year()),
        run.businessDate().toString(),
        run.attempt(),
        RunWords.state(run, interrupted, language),
        run.state() == State.FAILED || interrupted,
        run.state() == State.COMPLETED,
        RunWords.time(run.startedAt()),
        run.endedAt().map(RunWords::time).orElse("—"));
  }
}
