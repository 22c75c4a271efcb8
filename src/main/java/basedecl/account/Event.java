package basedecl.account;

import basedecl.message.Message;
import java.time.Instant;

/**
 * One row of the record: who did what, when, on whom, from which address.
 *
 * @param address empty for a command typed on the machine itself
 */
public record Event(
    Instant at, Actor actor, EventKind kind, EventSubject subject, String address, Result result) {

  /** The names stand in the ledger. */
  public enum Result {
    DONE,
    REFUSED;

    /** Its title in the reader's language. */
    public Message title() {
      return Message.of("account.result." + name());
    }
  }
}
