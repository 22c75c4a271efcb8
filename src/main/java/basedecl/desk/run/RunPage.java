package basedecl.desk.run;

import basedecl.desk.run.BegunRuns.Begun;
import basedecl.desk.run.Present.UnderWayPart;
import basedecl.job.desk.RunDesk;
import basedecl.job.launch.RunOutcome;
import basedecl.ledger.run.Lease;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.run.RunLedger.Artifact;
import basedecl.ledger.run.RunRecord;
import basedecl.ledger.run.RunRecord.State;
import basedecl.ledger.run.RunsSeen;
import basedecl.ledger.year.LookupLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One run.
 *
 * @param underWay how far it is, where this desk is at it
 * @param failure why it failed, where this desk knows; empty else
 * @param by the account that started it, where this desk remembers
 * @param filled what was filled in then
 * @param dry whether it was a dry run, where this desk remembers
 * @param number of what was asked for, 0 where the desk does not remember
 * @param beside the run it is held against, or none
 * @param others runs of the same job that it can be held against
 */
record RunPage(
    RunLine run,
    String jobName,
    String policyVersion,
    boolean open,
    List<UnderWayPart> underWay,
    String failure,
    String by,
    Map<String, String> filled,
    boolean dry,
    long number,
    List<String> summary,
    List<SummariesBeside> beside,
    List<Choice> others,
    String files,
    List<Output> outputs,
    int moreOutputs,
    List<String> log) {

  /** Whether the next run of the job goes on with it. */
  public boolean isUnfinished() {
    return !open && !run.completed();
  }

  private static final int OUTPUTS = 12;
  private static final int OTHERS = 20;

  /** A file that the run wrote; {@code index} counts in order of the paths, from 0. */
  record Output(int index, String path, boolean there) {}

  /** Makes the pages. */
  static final class Source {

    private final RunDesk desk;
    private final BegunRuns begun;
    private final RunLedger ledger;
    private final LookupLedger look;
    private final Lease lease;
    private final RunOutputs outputs;
    private final RunLog log;
    private final ZoneId zone;

    Source(
        RunDesk desk,
        BegunRuns begun,
        RunLedger ledger,
        LookupLedger look,
        Lease lease,
        RunOutputs outputs,
        RunLog log,
        ZoneId zone) {
      this.desk = desk;
      this.begun = begun;
      this.ledger = ledger;
      this.look = look;
      this.lease = lease;
      this.outputs = outputs;
      this.log = log;
      this.zone = zone;
    }

    /**
     * @param asked the run it is to be held against; that of its own dry run where left out
     */
    Optional<RunPage> page(long runId, Optional<Long> asked, Language language) {
      RunsSeen seen = RunsSeen.read(() -> ledger.lookUp(runId).stream().toList(), lease);
      return seen.runs().stream().findFirst().map(run -> page(run, seen, asked, language));
    }

    private RunPage page(RunRecord run, RunsSeen seen, Optional<Long> asked, Language language) {
      OptionalLong number = number(run);
      Optional<Begun> known = number.isPresent() ? begun.of(number.getAsLong()) : Optional.empty();
      List<UnderWayPart> underWay = underWay(run, language);
      List<String> summary = desk.summary(run.runId());
      List<Artifact> written = outputs.of(run.runId());
      return new RunPage(
          RunLine.of(run, seen, language),
          run.job(),
          run.policyVersion(),
          run.state() == State.RUNNING && !seen.isCutOff(run),
          underWay,
          failure(run, number, language),
          known.map(each -> each.by().text()).orElse(""),
          known.map(each -> new TreeMap<>(each.filled())).orElseGet(TreeMap::new),
          known.filter(Begun::dry).isPresent(),
          number.orElse(0),
          summary,
          beside(run, known, asked, summary),
          others(run, language),
          files(run, language),
          shown(written),
          Math.max(0, written.size() - OUTPUTS),
          log.between(run.startedAt(), run.endedAt().map(end -> end.plusSeconds(1))));
    }

    /** The number it was asked for under: of the run under way, or of one that ended. */
    private OptionalLong number(RunRecord run) {
      Optional<RunDesk.UnderWay> now = desk.progress().filter(each -> isThis(each, run));
      return now.isPresent()
          ? OptionalLong.of(now.get().asked().number())
          : begun.numberOf(run.runId());
    }

    private List<UnderWayPart> underWay(RunRecord run, Language language) {
      return desk.progress().filter(each -> isThis(each, run)).stream()
          .map(now -> UnderWayPart.of(now, zone, language))
          .toList();
    }

    /** One run at a time holds the right to run: the open one of that job is this desk's. */
    private static boolean isThis(RunDesk.UnderWay now, RunRecord run) {
      return run.state() == State.RUNNING
          && now.waiting().isEmpty()
          && now.asked().request().job().equals(run.job());
    }

    /** The run of the ledger that the run under way is, once it has begun. */
    OptionalLong begunAs(RunDesk.UnderWay now) {
      return desk.lastRuns(1).stream()
          .filter(run -> isThis(now, run))
          .mapToLong(RunRecord::runId)
          .findFirst();
    }

    private String failure(RunRecord run, OptionalLong number, Language language) {
      if (run.state() == State.RUNNING || run.state() == State.COMPLETED || number.isEmpty()) {
        return "";
      }
      return desk.ended(number.getAsLong()).stream()
          .map(RunDesk.Ended::outcome)
          .filter(outcome -> outcome instanceof RunOutcome.Ended)
          .map(outcome -> outcome.sentence(language).in(language))
          .findFirst()
          .orElse("");
    }

    private List<SummariesBeside> beside(
        RunRecord run, Optional<Begun> known, Optional<Long> asked, List<String> summary) {
      if (asked.isPresent()) {
        return ledger
            .lookUp(asked.get())
            .filter(other -> other.job().equals(run.job()) && other.runId() != run.runId())
            .map(
                other ->
                    SummariesBeside.of(other.runId(), false, desk.summary(other.runId()), summary))
            .stream()
            .toList();
      }
      OptionalLong dryRun =
          known.flatMap(Begun::after).map(begun::runOf).orElseGet(OptionalLong::empty);
      return dryRun.isEmpty() || summary.isEmpty()
          ? List.of()
          : List.of(
              SummariesBeside.ofDryRun(
                  dryRun.getAsLong(),
                  desk.summary(dryRun.getAsLong()),
                  summary,
                  outputs.dryFolder(),
                  outputs.folder()));
    }

    private List<Choice> others(RunRecord run, Language language) {
      return ledger
          .newest(new RunLedger.Filter(Optional.of(run.job()), Optional.empty()), 0, OTHERS + 1)
          .stream()
          .filter(other -> other.runId() != run.runId())
          .limit(OTHERS)
          .map(
              other ->
                  new Choice(
                      Long.toString(other.runId()),
                      Message.of(
                              "desk.run.other",
                              Long.toString(other.runId()),
                              other.businessDate().toString(),
                              RunWords.time(other.startedAt()))
                          .in(language)))
          .toList();
    }

    private String files(RunRecord run, Language language) {
      return String.join(
          Message.of("explain.comma").in(language),
          look.files(run.runId()).stream()
              .map(
                  count ->
                      Message.of(
                                  "explain.verdict."
                                      + count.verdict().map(Enum::name).orElse("OPEN"))
                              .in(language)
                          + " "
                          + count.files())
              .toList());
    }

    private List<Output> shown(List<Artifact> written) {
      return outputs(written.subList(0, Math.min(written.size(), OUTPUTS)), 0);
    }

    /**
     * @param first the index of the first of them
     */
    List<Output> outputs(List<Artifact> written, int first) {
      List<Output> shown = new ArrayList<>();
      for (int i = 0; i < written.size(); i++) {
        Artifact output = written.get(i);
        shown.add(new Output(first + i, output.path(), outputs.isThere(output)));
      }
      return shown;
    }
  }
}
