package basedecl.cli.account;

import basedecl.account.CodeLetter;
import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.finding.Finding;
import basedecl.finding.FindingText;
import basedecl.job.account.ClerkImport;
import basedecl.job.account.CodeLetters;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.spreadsheet.gate.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code account letters}: one-time codes for those who pay alone, from a list of persons, and the
 * sheet to print and hand out.
 */
@Command(name = "letters")
final class AccountLettersCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--persons",
      required = true,
      paramLabel = "FILE",
      descriptionKey = "account.persons")
  @Nullable Path persons;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      descriptionKey = "account.letters-output")
  @Nullable Path output;

  @Option(
      names = "--address",
      required = true,
      paramLabel = "URL",
      descriptionKey = "account.address")
  String address = "";

  @Option(names = "--codes", paramLabel = "N", descriptionKey = "account.codes")
  int codes = CodeLetter.USUAL;

  @Mixin SetOption set = new SetOption();
  @Mixin LanguageOption lang = new LanguageOption();

  AccountLettersCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path target = AccountImportCommand.target(output == null ? Path.of("") : output);
    Path list = persons == null ? Path.of("") : persons;
    if (!Files.isRegularFile(list)) {
      throw new RefusedException(Message.of("account.letters-no-file", list.toString()));
    }
    ClerkImport.requireAddress(address);
    CodeLetters.requireCount(codes);
    try (AccountSession session = AccountSession.open(set.values())) {
      CodeLetters.Reading reading =
          CodeLetters.read(list, ReadLimits.DEFAULT, session.session().day());
      if (reading.persons().isEmpty()) {
        say("account.letters-none");
      } else {
        new CodeLetters(session.changes())
            .make(reading.persons(), codes, target, session.session().day(), address, session.by());
        say(
            "account.letters-made",
            Integer.toString(reading.persons().size()),
            Integer.toString(codes),
            target.toString(),
            CodeLetters.lastDay(session.by()).toString());
      }
      tell(reading.findings());
      return reading.findings().isEmpty() ? 0 : AccountImportCommand.SOME_LEFT_OUT;
    }
  }

  private void tell(List<Finding> findings) {
    for (Finding finding : findings) {
      terminal
          .err()
          .println(
              Message.of(
                      "account.letters-left",
                      Integer.toString(finding.place().row()),
                      FindingText.sentence(finding, terminal.language()))
                  .in(terminal.language()));
    }
  }

  private void say(String key, String... words) {
    terminal.out().println(Message.of(key, words).in(terminal.language()));
  }
}
