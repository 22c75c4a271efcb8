package basedecl.cli.account;

import basedecl.account.SignInName;
import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.declaration.Employer;
import basedecl.ledger.account.NewAccount;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.report.account.OneTimePasswordSheet;
import basedecl.report.account.OneTimePasswordSheet.Slip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code account import}: one account for each employer on the ledger's roster that has no clerk,
 * named by the employer's code, and the sheet of their one-time passwords.
 *
 * <p>The sheet stands before the accounts do: cut off in between, it has passwords that open
 * nothing, and the command is run again; the other way round there would be accounts whose
 * passwords nobody knows.
 */
@Command(name = "import")
final class AccountImportCommand implements Callable<Integer> {

  /** Some employers got no account; what was in the way is told. */
  private static final int SOME_LEFT_OUT = 3;

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
    if (!address.matches("https?://\\S+")) {
      throw new RefusedException(Message.of("account.address-form", address));
    }
    try (AccountSession session = AccountSession.open(set.values())) {
      List<Employer> roster = session.roster().all();
      if (roster.isEmpty()) {
        throw new RefusedException(Message.of("account.no-roster"));
      }
      List<Message> left = new ArrayList<>();
      List<Slip> slips = slips(session, roster, left);
      if (slips.isEmpty()) {
        say("account.import-none", Integer.toString(roster.size()));
      } else {
        make(session, slips, target);
        say(
            "account.imported",
            Integer.toString(slips.size()),
            Integer.toString(roster.size() - slips.size() - left.size()),
            target.toString(),
            session.lastDay().toString());
      }
      left.forEach(each -> terminal.err().println(each.in(terminal.language())));
      return left.isEmpty() ? 0 : SOME_LEFT_OUT;
    }
  }

  private static Path target(Path output) {
    if (!output.toString().endsWith(".xlsx")) {
      throw new RefusedException(Message.of("account.output-xlsx", output.toString()));
    }
    if (Files.exists(output)) {
      throw new RefusedException(Message.of("account.output-exists", output.toString()));
    }
    return output.toAbsolutePath();
  }

  /**
   * What those are handed who have no clerk yet.
   *
   * @param left takes why an employer is left out
   */
  private static List<Slip> slips(
      AccountSession session, List<Employer> roster, List<Message> left) {
    Set<String> served = session.accounts().employersWithClerk();
    List<Slip> slips = new ArrayList<>();
    for (Employer employer : roster) {
      if (served.contains(employer.code())) {
        continue;
      }
      Optional<SignInName> name = name(session, employer.code(), left);
      name.ifPresent(free -> slips.add(new Slip(employer, free, AccountSession.password())));
    }
    return slips;
  }

  private static Optional<SignInName> name(
      AccountSession session, String code, List<Message> left) {
    try {
      SignInName name = new SignInName(code);
      if (session.accounts().find(code).isEmpty()) {
        return Optional.of(name);
      }
      left.add(Message.of("account.import-taken", code));
    } catch (RefusedException e) {
      left.add(Message.of("account.import-no-name", code));
    }
    return Optional.empty();
  }

  private void make(AccountSession session, List<Slip> slips, Path target) throws IOException {
    OneTimePasswordSheet.write(target, session.session().day(), slips, address, session.lastDay());
    boolean made = false;
    try {
      session.add(
          slips.stream()
              .map(slip -> NewAccount.clerk(slip.name(), List.of(slip.employer().code())))
              .toList(),
          slips.stream().map(Slip::password).toList());
      made = true;
    } finally {
      if (!made) {
        Files.deleteIfExists(target);
      }
    }
  }

  private void say(String key, String... words) {
    terminal.out().println(Message.of(key, words).in(terminal.language()));
  }
}
