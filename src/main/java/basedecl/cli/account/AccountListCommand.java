package basedecl.cli.account;

import basedecl.account.Account;
import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.job.account.AccountTexts;
import basedecl.message.Message;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code account list}: every account, a line each. */
@Command(name = "list")
final class AccountListCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin SetOption set = new SetOption();
  @Mixin LanguageOption lang = new LanguageOption();

  AccountListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (AccountSession session = AccountSession.open(set.values())) {
      List<Account> all = session.accounts().all();
      for (Account account : all) {
        terminal.say(
            "account.list-line",
            account.name().text(),
            text(account.role().title()),
            AccountTexts.scope(account, terminal.language()),
            text(account.state().title()),
            text(AccountTexts.password(account)),
            text(AccountTexts.secondFactor(account)));
      }
      terminal.say("account.list-total", Integer.toString(all.size()));
    }
    return 0;
  }

  private String text(Message message) {
    return message.in(terminal.language());
  }
}
