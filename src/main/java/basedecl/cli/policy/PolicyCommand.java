package basedecl.cli.policy;

import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.Terminal;
import basedecl.declarationfile.OwnHeaders;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.PolicyBook;
import basedecl.policyfile.PolicyFiles;
import basedecl.policyfile.text.PolicyText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code policy list} and {@code policy show NAME}: the dated rules with their citations; {@code
 * policy try}: what other figures would change.
 */
@Command(
    subcommands = {PolicyCommand.ListAll.class, PolicyCommand.Show.class, PolicyTryCommand.class})
public final class PolicyCommand implements Runnable {

  @Spec CommandSpec spec;
  @Mixin LanguageOption lang = new LanguageOption();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** {@code --policies DIR}: policies added to or put in the place of the shipped ones. */
  static final class PoliciesOption {
    @Option(names = "--policies", paramLabel = "DIR", descriptionKey = "policies")
    @Nullable Path folder;

    PolicyBook load() {
      if (folder != null && !Files.isDirectory(folder)) {
        throw new RefusedException(Message.of("cli.no-folder", folder.toString()));
      }
      return PolicyFiles.load(Optional.ofNullable(folder));
    }

    /** The centre's own header words in the folder, by column. */
    Map<String, List<String>> headers() {
      return OwnHeaders.byTitle(Optional.ofNullable(folder));
    }
  }

  /** {@code policy list}. */
  @Command(name = "list")
  static final class ListAll implements Callable<Integer> {
    private final Terminal terminal;
    @Mixin PoliciesOption policies = new PoliciesOption();
    @Mixin LanguageOption lang = new LanguageOption();

    ListAll(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      PolicyText.list(policies.load(), policies.headers(), terminal.language())
          .forEach(terminal.out()::println);
      return 0;
    }
  }

  /** {@code policy show NAME}. */
  @Command(name = "show")
  static final class Show implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "policy-name")
    String name = "";

    @Option(names = "--year", paramLabel = "Y", descriptionKey = "policy-year")
    @Nullable String year;

    @Option(names = "--known-on", paramLabel = "DATE", descriptionKey = "policy-known-on")
    @Nullable String knownOn;

    @Mixin PoliciesOption policies = new PoliciesOption();
    @Mixin LanguageOption lang = new LanguageOption();

    Show(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      PolicyText.show(
              policies.load().require(name),
              Optional.ofNullable(year).map(Show::yearOf),
              Optional.ofNullable(knownOn).map(Show::dateOf),
              terminal.language())
          .forEach(terminal.out()::println);
      return 0;
    }

    private static Integer yearOf(String text) {
      if (!text.matches("[12]\\d{3}")) {
        throw new RefusedException(Message.of("cli.no-year", text));
      }
      return Integer.valueOf(text);
    }

    private static LocalDate dateOf(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new RefusedException(Message.of("cli.no-date", text), e);
      }
    }
  }
}
