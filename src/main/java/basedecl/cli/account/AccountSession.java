package basedecl.cli.account;

import basedecl.account.Account;
import basedecl.account.Actor;
import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.account.OneTimePassword;
import basedecl.account.SignInDelay;
import basedecl.account.SignInName;
import basedecl.cli.ledger.LedgerSession;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.EventLedger;
import basedecl.ledger.account.FailureLedger;
import basedecl.ledger.account.NewAccount;
import basedecl.ledger.account.SecretSeal;
import basedecl.ledger.year.RosterLedger;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The accounts of an open ledger, for one command. Each change stands in the record with whoever
 * typed it, or neither is there.
 */
final class AccountSession implements AutoCloseable {

  private static final RandomGenerator RANDOM = new SecureRandom();

  private final LedgerSession session;
  private final AccountLedger accounts;
  private final EventLedger events;
  private final FailureLedger failures;
  private final TransactionTemplate transaction;
  private final Instant now = Instant.now();

  private AccountSession(LedgerSession session) {
    this.session = session;
    this.accounts = new AccountLedger(session.jdbc(), SecretSeal.of(System.getenv()));
    this.events = new EventLedger(session.jdbc());
    this.failures = new FailureLedger(session.jdbc(), SignInDelay.DEFAULT);
    this.transaction =
        new TransactionTemplate(
            new JdbcTransactionManager(Objects.requireNonNull(session.jdbc().getDataSource())));
  }

  static AccountSession open(Map<String, String> set) {
    return new AccountSession(LedgerSession.open("account", set));
  }

  LedgerSession session() {
    return session;
  }

  AccountLedger accounts() {
    return accounts;
  }

  RosterLedger roster() {
    return new RosterLedger(session.jdbc());
  }

  /** The account that a command names. */
  Account require(String typed) {
    return accounts
        .find(typed)
        .orElseThrow(() -> new RefusedException(Message.of("account.unknown", typed)));
  }

  static OneTimePassword password() {
    return OneTimePassword.draw(RANDOM);
  }

  /** From when on the passwords of this command open nothing. */
  Instant until() {
    return now.plus(OneTimePassword.VALID);
  }

  /** The last whole day on which they do. */
  LocalDate lastDay() {
    return LocalDate.ofInstant(until(), ZoneId.systemDefault()).minusDays(1);
  }

  /** Makes accounts, all or none. */
  void add(Collection<NewAccount> made, List<OneTimePassword> passwords) {
    transaction.executeWithoutResult(
        status -> {
          int next = 0;
          for (NewAccount account : made) {
            accounts.add(account, passwords.get(next++), until());
          }
          events.addAll(
              made.stream().map(each -> event(EventKind.ACCOUNT_ADDED, each.name())).toList());
        });
  }

  /** Changes an account. */
  void change(Account account, EventKind kind, Runnable change) {
    transaction.executeWithoutResult(
        status -> {
          change.run();
          events.add(event(kind, account.name()));
        });
  }

  /** Ends the waits and locks that failures brought the account. */
  void forgetFailures(Account account) {
    failures.forget(account.name());
  }

  private Event event(EventKind kind, SignInName name) {
    return new Event(
        now,
        Actor.ofCommandLine(System.getProperty("user.name", "")),
        kind,
        EventSubject.account(name),
        "",
        Event.Result.DONE);
  }

  @Override
  public void close() {
    session.close();
  }
}
