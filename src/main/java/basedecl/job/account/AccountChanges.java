package basedecl.job.account;

import basedecl.account.Account;
import basedecl.account.CodeLetter;
import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.account.OneTimePassword;
import basedecl.account.Role;
import basedecl.account.SignInDelay;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.EventLedger;
import basedecl.ledger.account.FailureLedger;
import basedecl.ledger.account.NewAccount;
import basedecl.ledger.account.PersonCodeLedger;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.person.IdNumber;
import basedecl.report.account.CodeLetterSheet.Letter;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes accounts. Each change stands in the record with whoever made it, or neither is there.
 *
 * <p>Nobody is kept out by mistake: an account is not locked, and its password and second factor
 * are not taken away, by whoever is signed in with it, and the last administrator who is not locked
 * stays so. What role an account has is settled when it is made.
 */
public final class AccountChanges {

  private static final RandomGenerator RANDOM = new SecureRandom();

  private final AccountLedger accounts;
  private final EventLedger events;
  private final FailureLedger failures;
  private final PersonCodeLedger codes;
  private final TransactionTemplate transaction;

  public AccountChanges(JdbcTemplate template, AccountLedger accounts) {
    this.accounts = accounts;
    this.events = new EventLedger(template);
    this.failures = new FailureLedger(template, SignInDelay.DEFAULT);
    this.codes = new PersonCodeLedger(template);
    this.transaction =
        new TransactionTemplate(
            new JdbcTransactionManager(Objects.requireNonNull(template.getDataSource())));
  }

  static OneTimePassword password() {
    return OneTimePassword.draw(RANDOM);
  }

  /**
   * Makes an account.
   *
   * @throws RefusedException where the name is taken
   */
  public Handed add(NewAccount account, By by) {
    OneTimePassword password = password();
    addAll(List.of(account), List.of(password), by);
    return new Handed(password, by.lastDay());
  }

  /** Makes accounts, all or none. */
  void addAll(List<NewAccount> made, List<OneTimePassword> passwords, By by) {
    transaction.executeWithoutResult(
        status -> {
          for (int i = 0; i < made.size(); i++) {
            accounts.add(made.get(i), passwords.get(i), by.until());
          }
          events.addAll(
              made.stream().map(each -> by.event(EventKind.ACCOUNT_ADDED, each.name())).toList());
        });
  }

  /** Puts the codes of letters in force, all or none; makes the accounts that are missing. */
  void letters(List<Letter> letters, By by) {
    Instant until = by.at().plus(CodeLetter.VALID);
    transaction.executeWithoutResult(
        status -> {
          List<Event> made = new ArrayList<>();
          for (Letter letter : letters) {
            Account account =
                accounts
                    .ofPerson(letter.number())
                    .orElseGet(() -> madeFor(letter.number(), by, made));
            codes.replace(account.id(), letter.name(), letter.codes(), until);
            failures.forget(CodeLetter.countedUnder(letter.number()));
            made.add(by.event(EventKind.CODES_MADE, account.name()));
          }
          events.addAll(made);
        });
  }

  private Account madeFor(IdNumber number, By by, List<Event> made) {
    NewAccount account = CodeLetters.account(number);
    while (accounts.find(account.name().text()).isPresent()) {
      account = CodeLetters.account(number);
    }
    long id = accounts.addForCodes(account, CodeLetters.nobodys());
    made.add(by.event(EventKind.ACCOUNT_ADDED, account.name()));
    return accounts.find(id).orElseThrow();
  }

  /**
   * Locks an account and ends its sessions.
   *
   * @throws RefusedException for one's own, and for the last administrator
   */
  public void lock(Account account, By by) {
    refuseOwn(account, by, "account.own-lock");
    change(
        account,
        EventKind.ACCOUNT_LOCKED,
        by,
        () -> {
          if (account.role() == Role.ADMINISTRATOR
              && accounts.holdActive(Role.ADMINISTRATOR).equals(List.of(account.id()))) {
            throw new RefusedException(
                Message.of("account.last-administrator", account.name().text()));
          }
          accounts.lock(account.id());
        });
  }

  /** Opens what an administrator or failures locked. */
  public void unlock(Account account, By by) {
    change(
        account,
        EventKind.ACCOUNT_UNLOCKED,
        by,
        () -> {
          accounts.unlock(account.id());
          failures.forget(account.name());
        });
  }

  /**
   * Puts a one-time password in the place of whatever was, and ends the account's sessions.
   *
   * @throws RefusedException for one's own, which is changed with the old one
   */
  public Handed reset(Account account, By by) {
    refuseOwn(account, by, "account.own-reset");
    OneTimePassword password = password();
    change(
        account,
        EventKind.PASSWORD_RESET,
        by,
        () -> {
          accounts.resetPassword(account.id(), password, by.until());
          failures.forget(account.name());
        });
    return new Handed(password, by.lastDay());
  }

  /**
   * Forgets the program for codes that somebody lost, and ends the account's sessions.
   *
   * @throws RefusedException for one's own, and where there is none
   */
  public void removeSecondFactor(Account account, By by) {
    refuseOwn(account, by, "account.own-factor");
    if (!account.secondFactor()) {
      throw new RefusedException(Message.of("account.no-factor", account.name().text()));
    }
    change(
        account,
        EventKind.SECOND_FACTOR_REMOVED,
        by,
        () -> accounts.removeSecondFactor(account.id()));
  }

  private static void refuseOwn(Account account, By by, String key) {
    if (by.isOwn(account)) {
      throw new RefusedException(Message.of(key));
    }
  }

  private void change(Account account, EventKind kind, By by, Runnable change) {
    transaction.executeWithoutResult(
        status -> {
          change.run();
          events.add(by.event(kind, account.name()));
        });
  }
}
