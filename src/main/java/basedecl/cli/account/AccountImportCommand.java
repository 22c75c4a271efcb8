package basedecl.cli.account;

import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.job.account.ClerkImport;
import basedecl.job.account.ClerkImport.Plan;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code account import}: one account for each employer on the ledger's roster that has no clerk,
 * named by the employer's code, and the sheet of their one-time passwords.
 */
@Command(name = "import")
final class AccountImportCommand implements Callable<Integer> {

  /** Some got no account or codes; what was in the way is told. */
  static final int SOME_LEFT_OUT = 3;

  private final Terminal terminal;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      descriptionKey = "account.output")
  @Nullable Path output;

  @Option(
      names = "--address",
      required = true,
      paramLabel = "URL",
      descriptionKey = "account.address")
  String address = "";

  @Mixin SetOption set = new SetOption();
  @Mixin LanguageOption lang = new LanguageOption();

  AccountImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path target = target(output == null ? Path.of("") : output);
    ClerkImport.requireAddress(address);
    try (AccountSession session = AccountSession.open(set.values())) {
      ClerkImport clerks = new ClerkImport(session.accounts(), session.roster(), session.changes());
      Plan plan = clerks.plan();
      if (plan.places().isEmpty()) {
        say("account.import-none", Integer.toString(plan.employers()));
      } else {
        clerks.make(plan, target, session.session().day(), address, session.by());
        say(
            "account.imported",
            Integer.toString(plan.places().size()),
            Integer.toString(plan.served()),
            target.toString(),
            session.by().lastDay().toString());
      }
      plan.left().forEach(each -> terminal.err().println(each.in(terminal.language())));
      return plan.left().isEmpty() ? 0 : SOME_LEFT_OUT;
    }
  }

  static Path target(Path output) {
    if (!output.toString().endsWith(".xlsx")) {
      throw new RefusedException(Message.of("account.output-xlsx", output.toString()));
    }
    if (Files.exists(output)) {
      throw new RefusedException(Message.of("account.output-exists", output.toString()));
    }
    return output.toAbsolutePath();
  }

  private void say(String key, String... words) {
    terminal.out().println(Message.of(key, words).in(terminal.language()));
  }
}
