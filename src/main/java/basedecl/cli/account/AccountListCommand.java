package basedecl.cli.account;

import basedecl.account.Account;
import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.message.Message;
import basedecl.person.IdNumber;
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
        say(
            "account.list-line",
            account.name().text(),
            text(account.role().title()),
            scope(account),
            text(account.state().title()),
            text(
                Message.of(
                    account.mustChangePassword() ? "account.list-one-time" : "account.list-own")),
            text(Message.of("account.list-factor-" + factor(account))));
      }
      say("account.list-total", Integer.toString(all.size()));
    }
    return 0;
  }

  private String scope(Account account) {
    return switch (account.role()) {
      case CLERK -> String.join(" ", account.employers());
      case PERSON -> account.person().map(IdNumber::toString).orElse("-");
      case REVIEWER, AUDITOR ->
          account.agency().orElseGet(() -> text(Message.of("account.list-every-agency")));
      case OPERATOR, ADMINISTRATOR -> "-";
    };
  }

  private static String factor(Account account) {
    if (account.secondFactor()) {
      return "enrolled";
    }
    return account.mustEnrolSecondFactor() ? "due" : "none";
  }

  private String text(Message message) {
    return message.in(terminal.language());
  }

  private void say(String key, String... words) {
    terminal.out().println(text(Message.of(key, words)));
  }
}
