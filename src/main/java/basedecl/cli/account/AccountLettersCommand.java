package basedecl.cli.account;

import basedecl.account.CodeLetter;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code account letters}: one-time codes for those who pay alone, from a list of persons, and the
 * sheet to print and hand out.
 */
@Command(name = "letters")
final class AccountLettersCommand extends AccountSheetCommand {

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

  AccountLettersCommand(Terminal terminal) {
    super(terminal);
    this.terminal = terminal;
  }

  @Override
  @Nullable Path output() {
    return output;
  }

  private Path list() {
    return persons == null ? Path.of("") : persons;
  }

  @Override
  void refuse() {
    if (!Files.isRegularFile(list())) {
      throw new RefusedException(Message.of("account.letters-no-file", list().toString()));
    }
    ClerkImport.requireAddress(address);
    CodeLetters.requireCount(codes);
  }

  @Override
  List<Message> make(AccountSession session, Path target) throws IOException {
    CodeLetters.Reading reading =
        CodeLetters.read(list(), ReadLimits.DEFAULT, session.session().day());
    if (reading.persons().isEmpty()) {
      terminal.say("account.letters-none");
    } else {
      new CodeLetters(session.changes())
          .make(reading.persons(), codes, target, session.session().day(), address, session.by());
      terminal.say(
          "account.letters-made",
          Integer.toString(reading.persons().size()),
          Integer.toString(codes),
          target.toString(),
          CodeLetters.lastDay(session.by()).toString());
    }
    return reading.findings().stream().map(this::left).toList();
  }

  private Message left(Finding finding) {
    return Message.of(
        "account.letters-left",
        Integer.toString(finding.place().row()),
        FindingText.sentence(finding, terminal.language()));
  }
}
