package basedecl.desk.run;

import basedecl.desk.page.Pager;
import basedecl.desk.run.Present.UnderWayPart;
import basedecl.job.desk.JobCatalog;
import basedecl.job.desk.RunDesk;
import basedecl.job.launch.RunOutcome;
import basedecl.ledger.run.Lease;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.run.RunRecord;
import basedecl.ledger.run.RunsSeen;
import basedecl.message.Language;
import basedecl.message.Message;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The runs of the ledger, what is under way and what waits.
 *
 * @param job the filter as chosen, empty for every job
 * @param state the filter as chosen, empty for every state
 * @param nextNight empty where the desk runs none by itself
 */
record RunsPage(
    String job,
    String state,
    List<Choice> jobs,
    List<Choice> states,
    List<RunLine> runs,
    Pager pager,
    Present present,
    List<NotBegun> notBegun,
    String nextNight) {

  private static final int SIZE = 25;
  private static final int NOT_BEGUN = 5;

  /** A run that could not be begun: why. */
  record NotBegun(String job, String when, String reason) {}

  /** Makes the pages. */
  static final class Source {

    private final RunDesk desk;
    private final RunLedger ledger;
    private final Lease lease;
    private final ZoneId zone;

    Source(RunDesk desk, RunLedger ledger, Lease lease, ZoneId zone) {
      this.desk = desk;
      this.ledger = ledger;
      this.lease = lease;
      this.zone = zone;
    }

    /** A job or state that does not exist is no filter. */
    RunsPage page(String job, String state, int page, Language language) {
      Optional<String> ofJob = Optional.of(job).filter(JobCatalog.names()::contains);
      Optional<RunRecord.State> inState =
          Arrays.stream(RunRecord.State.values())
              .filter(each -> each.name().equals(state))
              .findFirst();
      RunLedger.Filter filter = new RunLedger.Filter(ofJob, inState);
      Pager pager = Pager.of(page, ledger.count(filter), SIZE);
      RunsSeen seen = RunsSeen.read(() -> ledger.newest(filter, pager.skipped(SIZE), SIZE), lease);
      return new RunsPage(
          ofJob.orElse(""),
          inState.map(Enum::name).orElse(""),
          JobCatalog.names().stream()
              .map(name -> new Choice(name, RunWords.job(name, language)))
              .toList(),
          Arrays.stream(RunRecord.State.values())
              .map(
                  each ->
                      new Choice(
                          each.name(), Message.of("desk.run.state." + each.name()).in(language)))
              .toList(),
          RunLine.of(seen, language),
          pager,
          present(language),
          notBegun(language),
          desk.nextNight().map(RunWords::time).orElse(""));
    }

    Present present(Language language) {
      return new Present(
          desk.progress().map(now -> UnderWayPart.of(now, zone, language)).stream().toList(),
          desk.waiting().stream()
              .map(
                  asked ->
                      new Present.Waiting(
                          asked.number(), RunWords.job(asked.request().job(), language)))
              .toList());
    }

    private List<NotBegun> notBegun(Language language) {
      return desk.lastEnded(RunDesk.REMEMBERED).stream()
          .filter(each -> !(each.outcome() instanceof RunOutcome.Ended))
          .limit(NOT_BEGUN)
          .map(
              each ->
                  new NotBegun(
                      RunWords.job(each.asked().request().job(), language),
                      RunWords.time(each.until().atZone(zone).toLocalDateTime()),
                      each.outcome().sentence(language).in(language)))
          .toList();
    }
  }
}
