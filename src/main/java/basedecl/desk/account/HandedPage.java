package basedecl.desk.account;

import basedecl.account.Account;
import basedecl.job.account.AccountTexts;
import basedecl.job.account.Handed;
import basedecl.message.Language;

/**
 * A one-time password to be printed or written down, shown once.
 *
 * @param made whether the account is new
 * @param locked whether it must be unlocked before it opens anything
 * @param enrols whether its owner needs a program for codes at hand
 */
public record HandedPage(
    long id,
    String name,
    String role,
    String scope,
    String password,
    String lastDay,
    boolean made,
    boolean locked,
    boolean enrols) {

  static HandedPage of(Account account, Handed handed, boolean made, Language language) {
    return new HandedPage(
        account.id(),
        account.name().text(),
        account.role().title().in(language),
        AccountTexts.scope(account, language),
        handed.password().text(),
        handed.lastDay().toString(),
        made,
        account.isLocked(),
        account.mustEnrolSecondFactor());
  }
}
