package basedecl.cli.account;

import basedecl.account.Role;
import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.job.account.AccountForm;
import basedecl.job.account.AccountForm.Fault;
import basedecl.job.account.AccountForm.Part;
import basedecl.job.account.AccountForm.Reading;
import basedecl.job.account.AccountForm.Words;
import basedecl.job.account.Handed;
import basedecl.ledger.account.NewAccount;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code account add NAME --role ROLE}: makes an account and prints its one-time password. */
@Command(name = "add")
final class AccountAddCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "account.name")
  String name = "";

  @Option(names = "--role", required = true, paramLabel = "ROLE", descriptionKey = "account.role")
  String role = "";

  @Option(
      names = "--employer",
      arity = "1..*",
      paramLabel = "CODE",
      descriptionKey = "account.employer")
  List<String> employers = new ArrayList<>();

  @Option(names = "--agency", paramLabel = "NAME", descriptionKey = "account.agency")
  @Nullable String agency;

  @Option(names = "--person", paramLabel = "ID", descriptionKey = "account.person")
  @Nullable String person;

  @Mixin SetOption set = new SetOption();
  @Mixin LanguageOption lang = new LanguageOption();

  AccountAddCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Role of =
        Role.of(role)
            .orElseThrow(
                () -> new RefusedException(Message.of("account.role-unknown", role, roles())));
    AccountForm form =
        new AccountForm(
            name, of, employers, Optional.ofNullable(agency), Optional.ofNullable(person));
    Words words = new Words(AccountAddCommand::option, Role::word, terminal.language());
    refuse(form.faults(words));
    try (AccountSession session = AccountSession.open(set.values())) {
      Reading reading =
          form.read(session.accounts(), session.roster(), session.session().day(), words);
      refuse(reading.faults());
      NewAccount account = reading.account().orElseThrow();
      Handed handed = session.changes().add(account, session.by());
      terminal.say("account.added", account.name().text(), of.title().in(terminal.language()));
      terminal.say("account.one-time", handed.password().text(), handed.lastDay().toString());
      if (of.needsSecondFactor()) {
        terminal.say("account.enrols-at-sign-in");
      }
    }
    return 0;
  }

  private static String roles() {
    return Stream.of(Role.values()).map(Role::word).collect(Collectors.joining(", "));
  }

  private static String option(Part part) {
    return switch (part) {
      case NAME -> "NAME";
      case EMPLOYERS -> "--employer";
      case AGENCY -> "--agency";
      case PERSON -> "--person";
    };
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new RefusedException(faults.get(0).sentence());
    }
  }
}
