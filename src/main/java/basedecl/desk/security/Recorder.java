package basedecl.desk.security;

import basedecl.account.Account;
import basedecl.account.Actor;
import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.DeskSettings;
import basedecl.ledger.account.EventLedger;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes into the record of events. A page with personal data says here whose it showed, before it
 * shows it: {@code recorder.done(who, EventKind.LOOKED_AT, EventSubject.employer(code))}.
 */
public final class Recorder {

  private final EventLedger events;
  private final DeskSettings desk;

  public Recorder(JdbcTemplate template, DeskSettings desk) {
    this.events = new EventLedger(template);
    this.desk = desk;
  }

  /** What somebody who is signed in did. */
  public void done(SignedIn who, EventKind kind, EventSubject subject) {
    add(Actor.of(who.account()), kind, subject, who.address(), Event.Result.DONE);
  }

  /** What somebody who is signed in may not do and was not let do. */
  public void refused(SignedIn who, EventKind kind, EventSubject subject) {
    add(Actor.of(who.account()), kind, subject, who.address(), Event.Result.REFUSED);
  }

  /** What was done with an account by whoever holds it, signed in wholly or not. */
  public void ofAccount(Account account, EventKind kind, String address, Event.Result result) {
    add(Actor.of(account), kind, EventSubject.account(account.name()), address, result);
  }

  /** What somebody without an account tried. */
  public void ofNobody(EventKind kind, String address) {
    add(Actor.NOBODY, kind, EventSubject.NONE, address, Event.Result.REFUSED);
  }

  /** What somebody did who need not sign in for it. */
  public void ofVisitor(
      Optional<SignedIn> who,
      EventKind kind,
      EventSubject subject,
      String address,
      Event.Result result) {
    add(
        who.map(each -> Actor.of(each.account())).orElse(Actor.NOBODY),
        kind,
        subject,
        address,
        result);
  }

  private void add(
      Actor actor, EventKind kind, EventSubject subject, String address, Event.Result result) {
    events.add(new Event(desk.clock().instant(), actor, kind, subject, address, result));
  }
}
