package basedecl.cli;

import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.Terminal;
import basedecl.message.Language;
import basedecl.message.RefusedException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The program: picks the command and turns whatever happens into one sentence and an exit status.
 */
@Command(name = "base-declaration")
public final class Main implements Runnable {

  /** Wrong usage or configuration; nothing was touched. */
  static final int REFUSED = 2;

  @Spec CommandSpec spec;
  @Mixin LanguageOption lang = new LanguageOption();

  Main() {}

  public static void main(String[] args) {
    // Whatever the locale of a cron job says, the program speaks UTF-8.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    System.exit(execute(args, out, err, CommandLine.Help.Ansi.AUTO.enabled()));
  }

  /** Runs one command line; returns the exit status. */
  static int execute(String[] args, PrintStream out, PrintStream err, boolean interactive) {
    Language language;
    try {
      language = CliTexts.language(args);
    } catch (RefusedException e) {
      err.println(e.text().in(Language.ZH));
      return REFUSED;
    }
    Terminal terminal = new Terminal(out, err, interactive, language);
    CommandLine line = CliTexts.commandLine(terminal, Commands.of(args));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof RefusedException refused) {
            terminal.err().println(refused.text().in(language));
            return REFUSED;
          }
          LoggerFactory.getLogger(Main.class).error("A command failed", failure);
          terminal.err().println(CliTexts.failure(failure).in(language));
          return 1;
        });
    return line.execute(args);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
