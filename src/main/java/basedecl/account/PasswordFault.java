package basedecl.account;

import basedecl.message.Message;

/** Why a password is not taken. */
public enum PasswordFault {
  TOO_SHORT,
  TOO_LONG,
  /** Has the sign-in name in it. */
  SIGN_IN_NAME,
  /** Has the code of one of the account's employers in it. */
  EMPLOYER_CODE,
  /** A common one, or made of common ones, of rows of keys, of dates or of repetitions. */
  GUESSABLE;

  /** The sentence for whoever typed it, with what to do. */
  public Message sentence() {
    return Message.of(
        "account.password." + name(),
        Integer.toString(PasswordRule.SHORTEST),
        Integer.toString(PasswordRule.LONGEST));
  }
}
