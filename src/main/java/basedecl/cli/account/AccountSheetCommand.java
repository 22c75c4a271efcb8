package basedecl.cli.account;

import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/**
 * What the commands share that hand out passwords or codes to many at a time, on a sheet to print.
 */
abstract sealed class AccountSheetCommand implements Callable<Integer>
    permits AccountImportCommand, AccountLettersCommand {

  /** Some got no account or codes; what was in the way is told. */
  static final int SOME_LEFT_OUT = 3;

  private final Terminal terminal;

  @Mixin SetOption set = new SetOption();
  @Mixin LanguageOption lang = new LanguageOption();

  AccountSheetCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public final Integer call() throws IOException {
    Path target = target();
    refuse();
    try (AccountSession session = AccountSession.open(set.values())) {
      List<Message> left = make(session, target);
      left.forEach(each -> terminal.err().println(each.in(terminal.language())));
      return left.isEmpty() ? 0 : SOME_LEFT_OUT;
    }
  }

  private Path target() {
    Path typed = output();
    Path output = typed == null ? Path.of("") : typed;
    if (!output.toString().endsWith(".xlsx")) {
      throw new RefusedException(Message.of("account.output-xlsx", output.toString()));
    }
    if (Files.exists(output)) {
      throw new RefusedException(Message.of("account.output-exists", output.toString()));
    }
    return output.toAbsolutePath();
  }

  /** Where the sheet is to lie, as it was typed. */
  abstract @Nullable Path output();

  /**
   * Looks at what else was typed, before the ledger is opened.
   *
   * @throws RefusedException if it cannot be used
   */
  abstract void refuse();

  /**
   * Hands out, writes the sheet and says how many there are.
   *
   * @return who is left out, and why
   */
  abstract List<Message> make(AccountSession session, Path target) throws IOException;
}
