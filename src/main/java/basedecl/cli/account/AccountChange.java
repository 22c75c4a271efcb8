package basedecl.cli.account;

import basedecl.account.Account;
import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.job.account.Handed;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the commands that change one account share. */
abstract sealed class AccountChange implements Callable<Integer> {

  final Terminal terminal;

  @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "account.of")
  String name = "";

  @Mixin SetOption set = new SetOption();
  @Mixin LanguageOption lang = new LanguageOption();

  private AccountChange(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public final Integer call() {
    try (AccountSession session = AccountSession.open(set.values())) {
      change(session, session.require(name));
    }
    return 0;
  }

  abstract void change(AccountSession session, Account account);

  /** {@code account lock NAME}. */
  @Command(name = "lock")
  static final class Lock extends AccountChange {
    Lock(Terminal terminal) {
      super(terminal);
    }

    @Override
    void change(AccountSession session, Account account) {
      session.changes().lock(account, session.by());
      terminal.say("account.locked", account.name().text());
    }
  }

  /** {@code account unlock NAME}: opens what an administrator or failures locked. */
  @Command(name = "unlock")
  static final class Unlock extends AccountChange {
    Unlock(Terminal terminal) {
      super(terminal);
    }

    @Override
    void change(AccountSession session, Account account) {
      session.changes().unlock(account, session.by());
      terminal.say("account.unlocked", account.name().text());
    }
  }

  /** {@code account reset NAME}: another one-time password. */
  @Command(name = "reset")
  static final class Reset extends AccountChange {
    Reset(Terminal terminal) {
      super(terminal);
    }

    @Override
    void change(AccountSession session, Account account) {
      Handed handed = session.changes().reset(account, session.by());
      terminal.say("account.reset", account.name().text());
      terminal.say("account.one-time", handed.password().text(), handed.lastDay().toString());
      if (account.isLocked()) {
        terminal.say("account.still-locked", account.name().text());
      }
    }
  }

  /** {@code account second-factor NAME}: forgets the program for codes that somebody lost. */
  @Command(name = "second-factor")
  static final class SecondFactor extends AccountChange {
    SecondFactor(Terminal terminal) {
      super(terminal);
    }

    @Override
    void change(AccountSession session, Account account) {
      session.changes().removeSecondFactor(account, session.by());
      terminal.say("account.factor-removed", account.name().text());
    }
  }
}
