package basedecl.job.account;

import basedecl.account.Account;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.person.IdNumber;

/** An account in words: for whom it is, and what its owner has yet to do. */
public final class AccountTexts {

  private static final String NONE = "-";

  private AccountTexts() {}

  /** Employers' codes, an agency, or a masked number; {@code -} for the whole centre. */
  public static String scope(Account account, Language language) {
    return switch (account.role()) {
      case CLERK -> String.join(" ", account.employers());
      case PERSON -> account.person().map(IdNumber::toString).orElse(NONE);
      case REVIEWER, AUDITOR ->
          account.agency().orElseGet(() -> Message.of("account.list-every-agency").in(language));
      case OPERATOR, ADMINISTRATOR -> NONE;
    };
  }

  /** Whether the password is still the one-time one. */
  public static Message password(Account account) {
    return Message.of(account.mustChangePassword() ? "account.list-one-time" : "account.list-own");
  }

  /** Whether a second factor is enrolled, or has yet to be. */
  public static Message secondFactor(Account account) {
    if (account.secondFactor()) {
      return Message.of("account.list-factor-enrolled");
    }
    return Message.of(
        account.mustEnrolSecondFactor() ? "account.list-factor-due" : "account.list-factor-none");
  }
}
