package basedecl.cli.account;

import basedecl.account.Account;
import basedecl.account.Actor;
import basedecl.cli.ledger.LedgerSession;
import basedecl.job.account.AccountChanges;
import basedecl.job.account.By;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.SecretSeal;
import basedecl.ledger.year.RosterLedger;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/** The accounts of an open ledger, for one command, and whoever typed it. */
final class AccountSession implements AutoCloseable {

  private final LedgerSession session;
  private final AccountLedger accounts;
  private final AccountChanges changes;
  private final By by =
      new By(
          Actor.ofCommandLine(System.getProperty("user.name", "")),
          "",
          Instant.now(),
          ZoneId.systemDefault());

  private AccountSession(LedgerSession session) {
    this.session = session;
    this.accounts = new AccountLedger(session.jdbc(), SecretSeal.of(System.getenv()));
    this.changes = new AccountChanges(session.jdbc(), accounts);
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

  AccountChanges changes() {
    return changes;
  }

  By by() {
    return by;
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

  @Override
  public void close() {
    session.close();
  }
}
