package basedecl.cli;

import basedecl.answer.template.StaffChangeTemplate;
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

/** {@code template}: a blank declaration workbook, or a blank table of another kind. */
@Command(name = "template")
final class TemplateCommand implements Callable<Integer> {

  private static final String STAFF_CHANGES = "staff-changes";

  private final Terminal terminal;

  @Option(
      names = "--kind",
      paramLabel = "employees|retirees|staff-changes",
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
    String asked = kind.toLowerCase(Locale.ROOT);
    Optional<Population> population = Population.of(asked);
    if (population.isEmpty() && !asked.equals(STAFF_CHANGES)) {
      throw new RefusedException(Message.of("cli.template-kind-unknown", kind));
    }
    Path target = output.toAbsolutePath();
    if (Files.isDirectory(target) || target.getParent() == null) {
      throw new RefusedException(Message.of("cli.output-is-folder", output.toString()));
    }
    Files.createDirectories(target.getParent());
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    if (population.isPresent()) {
      new TemplateWorkbook(population.get(), terminal.language(), today).write(target);
    } else {
      new StaffChangeTemplate(terminal.language(), today).write(target);
    }
    terminal
        .out()
        .println(Message.of("cli.template-written", output.toString()).in(terminal.language()));
    return 0;
  }
}
