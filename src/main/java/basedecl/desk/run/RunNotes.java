package basedecl.desk.run;

import basedecl.account.Account;
import basedecl.account.Role;
import basedecl.desk.page.HomeNote;
import basedecl.job.desk.RunDesk;
import basedecl.job.launch.RunOutcome;
import basedecl.ledger.run.Lease;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.run.RunRecord;
import basedecl.ledger.run.RunsSeen;
import basedecl.message.Language;
import basedecl.message.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an operator sees first: runs that failed, what is under way and waits, the next night. */
final class RunNotes implements HomeNote.Source {

  private static final int SHOWN = 5;

  private final RunDesk desk;
  private final RunLedger ledger;
  private final Lease lease;

  RunNotes(RunDesk desk, RunLedger ledger, Lease lease) {
    this.desk = desk;
    this.ledger = ledger;
    this.lease = lease;
  }

  @Override
  public List<HomeNote> of(Account account, Language language) {
    if (account.role() != Role.OPERATOR) {
      return List.of();
    }
    List<HomeNote> notes = new ArrayList<>(unfinished(language));
    notes.addAll(notBegun(language));
    notes.add(present(language));
    return notes;
  }

  private List<HomeNote> unfinished(Language language) {
    RunsSeen seen = RunsSeen.read(ledger::unfinished, lease);
    return seen.runs().stream()
        .filter(run -> run.state() != RunRecord.State.RUNNING || seen.isCutOff(run))
        .limit(SHOWN)
        .map(run -> unfinished(RunLine.of(run, seen, language), language))
        .toList();
  }

  private static HomeNote unfinished(RunLine line, Language language) {
    return new HomeNote(
        Message.of("desk.run.note.unfinished", Long.toString(line.id()), line.job(), line.state())
            .in(language),
        Message.of("desk.run.go-on").in(language),
        "/runs/" + line.id(),
        Message.of("desk.run.note.look").in(language),
        line.wrong());
  }

  /** The last attempt at each job, where it could not even be begun. */
  private List<HomeNote> notBegun(Language language) {
    List<HomeNote> notes = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (RunDesk.Ended ended : desk.lastEnded(RunDesk.REMEMBERED)) {
      String job = ended.asked().request().job();
      if (seen.add(job) && !(ended.outcome() instanceof RunOutcome.Ended)) {
        notes.add(
            new HomeNote(
                Message.of("desk.run.note.not-begun", RunWords.job(job, language)).in(language),
                ended.outcome().sentence(language).in(language),
                "/runs",
                Message.of("desk.run.note.look").in(language),
                true));
      }
    }
    return notes;
  }

  private HomeNote present(Language language) {
    String underWay =
        desk.progress()
            .map(now -> RunWords.job(now.asked().request().job(), language))
            .orElseGet(() -> Message.of("desk.run.nothing").in(language));
    String night =
        desk.nextNight()
            .map(next -> Message.of("desk.run.next-night", RunWords.time(next)).in(language))
            .orElseGet(() -> Message.of("desk.run.no-night").in(language));
    return new HomeNote(
        Message.of("desk.run.note.present", underWay, Integer.toString(desk.waiting().size()))
            .in(language),
        night,
        "/runs",
        Message.of("desk.run.title").in(language),
        false);
  }
}
