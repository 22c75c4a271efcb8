package basedecl.account;

import basedecl.message.Message;
import basedecl.person.IdNumber;
import java.util.Optional;

/**
 * On whom or what something was done, without personal data: a person's number is masked before it
 * comes here.
 *
 * @param text an employer's code, a masked number, a sign-in name, the number of a thing, or empty
 */
public record EventSubject(Kind kind, String text) {

  public static final EventSubject NONE = new EventSubject(Kind.NONE, "");

  /** The names stand in the ledger. */
  public enum Kind {
    NONE,
    EMPLOYER,
    PERSON,
    ACCOUNT,
    OBJECT;

    /** Its title in the reader's language; none for nothing. */
    public Optional<Message> title() {
      return this == NONE ? Optional.empty() : Optional.of(Message.of("account.subject." + name()));
    }
  }

  public static EventSubject employer(String code) {
    return new EventSubject(Kind.EMPLOYER, code);
  }

  public static EventSubject person(IdNumber number) {
    return new EventSubject(Kind.PERSON, number.toString());
  }

  public static EventSubject account(SignInName name) {
    return new EventSubject(Kind.ACCOUNT, name.text());
  }

  /**
   * @param what a number or a name of the program's own: of an upload, a run, a list
   */
  public static EventSubject object(String what) {
    return new EventSubject(Kind.OBJECT, what);
  }
}
