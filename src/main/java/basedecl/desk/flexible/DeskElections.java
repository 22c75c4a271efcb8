package basedecl.desk.flexible;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.job.desk.JobRequest;
import basedecl.job.desk.RunDesk;
import basedecl.job.flexible.ElectionFault;
import basedecl.job.flexible.Elections;
import basedecl.ledger.flexible.DeskElection;
import basedecl.ledger.flexible.DeskElection.Entry;
import basedecl.ledger.flexible.DeskElection.Origin;
import basedecl.ledger.flexible.DeskElection.Wish;
import basedecl.ledger.flexible.DeskElectionLedger;
import basedecl.ledger.flexible.ElectionLedger;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.settings.CommonKeys;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Elections made in the desk. Each is a line until a run of {@code flexible-election} takes it, at
 * once where nothing else is to be done; until then it can be taken back. What the run will say of
 * it is told beforehand by the run's own code, over the elections and lines there are.
 */
public final class DeskElections {

  /** Beyond every number in the ledger: of elections that are only tried. */
  private static final long TRIED = Long.MAX_VALUE / 2;

  private final ElectionLedger elections;
  private final DeskElectionLedger lines;
  private final Offers offers;
  private final RunDesk runs;
  private final Recorder recorder;
  private final DeskSettings desk;

  DeskElections(
      JdbcTemplate template, Offers offers, RunDesk runs, Recorder recorder, DeskSettings desk) {
    this.elections = new ElectionLedger(template);
    this.lines = new DeskElectionLedger(template);
    this.offers = offers;
    this.runs = runs;
    this.recorder = recorder;
    this.desk = desk;
  }

  /** Has what was left waiting by a desk that stopped taken. */
  void takeWhatWaits() {
    lines.books().forEach(this::take);
  }

  private void take(DeskElectionLedger.Book book) {
    runs.somethingSubmitted(
        new JobRequest(
            "flexible-election",
            Map.of(
                CommonKeys.REGION.name(),
                book.region(),
                CommonKeys.YEAR.name(),
                Integer.toString(book.year()))));
  }

  /** What a run would find wrong with a line; nothing where it would be taken. */
  public List<ElectionFault> check(Wish wish) {
    return tried(wish.idNumber(), wish.region(), wish.year()).apply(wish, desk.businessDate());
  }

  /** What will stand for a person and kind once the lines that wait are taken. */
  public Optional<ElectionRecord> standing(
      IdNumber person, String region, InsuranceKind kind, int year) {
    return tried(person, region, year).standing(person, kind);
  }

  private Elections tried(IdNumber person, String region, int year) {
    Elections tried =
        new Elections(
            new Elections.Rules(
                offers.policies(region), desk.policies().national(), year, desk.businessDate()),
            elections.ofPerson(region, person).stream()
                .filter(election -> election.from().getYear() == year)
                .toList(),
            TRIED);
    lines.ofPerson(person).stream()
        .filter(DeskElection::isWaiting)
        .filter(line -> line.wish().region().equals(region) && line.wish().year() == year)
        .sorted(Comparator.comparing(DeskElection::number))
        .forEach(line -> tried.apply(line.wish(), line.entry().on()));
    return tried;
  }

  /**
   * Keeps a line and has it taken.
   *
   * @param form posted twice it is one line
   */
  public DeskElection enter(SignedIn who, Wish wish, Origin origin, String form) {
    DeskElection line =
        lines.add(
            wish,
            new Entry(
                form,
                origin,
                who.account().id(),
                who.getName(),
                desk.businessDate(),
                desk.clock().instant()));
    recorder.done(who, EventKind.ELECTED, EventSubject.person(wish.idNumber()));
    take(new DeskElectionLedger.Book(wish.region(), wish.year()));
    return line;
  }

  /** Takes a line back; false where a run has read it. */
  public boolean undo(SignedIn who, DeskElection line) {
    boolean undone;
    try {
      undone = lines.undo(line.number(), who.getName(), desk.clock().instant());
    } catch (PessimisticLockingFailureException e) {
      // The run that takes it has not ended its transaction.
      undone = false;
    }
    EventSubject person = EventSubject.person(line.wish().idNumber());
    if (undone) {
      recorder.done(who, EventKind.ELECTED, person);
    } else {
      recorder.refused(who, EventKind.ELECTED, person);
    }
    return undone;
  }

  public Optional<DeskElection> find(long number) {
    return lines.find(number);
  }

  /** A person's lines, the newest first. */
  public List<DeskElection> ofPerson(IdNumber person) {
    return lines.ofPerson(person);
  }

  /** The newest lines that were entered from papers. */
  public List<DeskElection> papers(int most) {
    return lines.papers(most);
  }
}
