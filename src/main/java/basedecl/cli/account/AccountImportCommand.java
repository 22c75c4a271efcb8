package basedecl.cli.account;

import basedecl.cli.terminal.Terminal;
import basedecl.job.account.ClerkImport;
import basedecl.job.account.ClerkImport.Plan;
import basedecl.message.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code account import}: one account for each employer on the ledger's roster that has no clerk,
 * named by the employer's code, and the sheet of their one-time passwords.
 */
@Command(name = "import")
final class AccountImportCommand extends AccountSheetCommand {

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

  AccountImportCommand(Terminal terminal) {
    super(terminal);
    this.terminal = terminal;
  }

  @Override
  @Nullable Path output() {
    return output;
  }

  @Override
  void refuse() {
    ClerkImport.requireAddress(address);
  }

  @Override
  List<Message> make(AccountSession session, Path target) throws IOException {
    ClerkImport clerks = new ClerkImport(session.accounts(), session.roster(), session.changes());
    Plan plan = clerks.plan();
    if (plan.places().isEmpty()) {
      terminal.say("account.import-none", Integer.toString(plan.employers()));
    } else {
      clerks.make(plan, target, session.session().day(), address, session.by());
      terminal.say(
          "account.imported",
          Integer.toString(plan.places().size()),
          Integer.toString(plan.served()),
          target.toString(),
          session.by().lastDay().toString());
    }
    return plan.left();
  }
}
