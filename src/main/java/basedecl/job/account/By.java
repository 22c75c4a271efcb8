package basedecl.job.account;

import basedecl.account.Account;
import basedecl.account.Actor;
import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.account.OneTimePassword;
import basedecl.account.SignInName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Who changes accounts, when and from where; stands in the record beside each change.
 *
 * @param address empty for a command typed on the machine itself
 * @param zone whose days are printed
 */
public record By(Actor actor, String address, Instant at, ZoneId zone) {

  /** From when on a one-time password made now opens nothing. */
  Instant until() {
    return at.plus(OneTimePassword.VALID);
  }

  /** The last whole day on which it does. */
  public LocalDate lastDay() {
    return LocalDate.ofInstant(until(), zone).minusDays(1);
  }

  boolean isOwn(Account account) {
    return actor.id().isPresent() && actor.id().getAsLong() == account.id();
  }

  Event event(EventKind kind, SignInName name) {
    return new Event(at, actor, kind, EventSubject.account(name), address, Event.Result.DONE);
  }
}
