package basedecl.desk.run;

import basedecl.ledger.run.RunRecord;
import basedecl.ledger.run.RunRecord.State;
import basedecl.message.Language;

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

  /**
   * @param held whether somebody holds the right to run; a run under way without is cut off
   */
  static RunLine of(RunRecord run, boolean held, Language language) {
    boolean interrupted = run.state() == State.RUNNING && !held;
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
