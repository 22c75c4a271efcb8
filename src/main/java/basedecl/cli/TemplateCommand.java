package basedecl.cli;

import basedecl.answer.template.TableKind;
import basedecl.answer.template.TableTemplate;
import basedecl.answer.template.TemplateWorkbook;
import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.Terminal;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code template}: a blank workbook to declare with, or for a table that an office submits. */
@Command
final class TemplateCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "employees",
      descriptionKey = "template.kind")
  String kind = "employees";

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      descriptionKey = "template.output")
  Path output = Path.of("");

  @Mixin LanguageOption lang = new LanguageOption();

  TemplateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    String word = kind.toLowerCase(Locale.ROOT);
    Optional<Population> population = Population.of(word);
    Optional<TableKind> table = TableKind.of(word);
    if (population.isEmpty() && table.isEmpty()) {
      throw new RefusedException(Message.of("cli.template-kind-unknown", kind, TableKind.words()));
    }
    Path target = output.toAbsolutePath();
    if (Files.isDirectory(target) || target.getParent() == null) {
      throw new RefusedException(Message.of("cli.output-is-folder", output.toString()));
    }
    Files.createDirectories(target.getParent());
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    if (table.isPresent()) {
      new TableTemplate(table.get(), terminal.language(), today).write(target);
    } else {
      new TemplateWorkbook(population.orElseThrow(), terminal.language(), today).write(target);
    }
    terminal
        .out()
        .println(Message.of("cli.template-written", output.toString()).in(terminal.language()));
    return 0;
  }
}
