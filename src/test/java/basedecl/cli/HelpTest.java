package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cli.terminal.Terminal;
import basedecl.message.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command and sub-command explains itself in both languages. */
class HelpTest {

  private static final String EXAMPLE = "java -jar base-declaration.jar";

  static Stream<Arguments> commands() {
    return Stream.of(Language.values())
        .flatMap(
            language -> {
              List<CommandLine> all = new ArrayList<>();
              collect(CliTexts.commandLine(terminal(language), Commands.of(new String[0])), all);
              return all.stream().map(command -> Arguments.of(language, command));
            });
  }

  private static Terminal terminal(Language language) {
    return new Terminal(System.out, System.err, false, language);
  }

  private static void collect(CommandLine command, List<CommandLine> all) {
    all.add(command);
    command.getSubcommands().values().forEach(sub -> collect(sub, all));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpHasAUsageLineEveryOptionExplainedAndAnExample(Language language, CommandLine command) {
    CommandLine.Model.CommandSpec spec = command.getCommandSpec();
    List<String> words = words(command);
    Workplace.Ended help = help(words, language);
    assertThat(help.status()).as(spec.qualifiedName()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out())
        .contains(language == Language.ZH ? "用法：" : "Usage:")
        .contains(spec.qualifiedName());
    assertThat(spec.usageMessage().header()).as("header of %s", spec.qualifiedName()).isNotEmpty();
    for (CommandLine.Model.OptionSpec option : spec.options()) {
      assertThat(String.join("", option.description()))
          .as("%s of %s", option.longestName(), spec.qualifiedName())
          .isNotBlank();
      assertThat(help.out()).contains(option.longestName());
    }
    for (CommandLine.Model.PositionalParamSpec parameter : spec.positionalParameters()) {
      assertThat(String.join("", parameter.description())).isNotBlank();
    }
    List<String> examples = help.out().lines().filter(line -> line.contains(EXAMPLE)).toList();
    assertThat(examples)
        .as("examples of %s", spec.qualifiedName())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains(String.join(" ", words)));
    examples.forEach(HelpTest::assertFilesExist);
  }

  @Test
  void noTwoCommandsHaveTheSameHeader() {
    List<CommandLine> all = new ArrayList<>();
    collect(CliTexts.commandLine(terminal(Language.ZH), Commands.of(new String[0])), all);
    assertThat(all)
        .extracting(command -> String.join("", command.getCommandSpec().usageMessage().header()))
        .doesNotHaveDuplicates();
  }

  private static Workplace.Ended help(List<String> words, Language language) {
    List<String> typed = new ArrayList<>(words);
    typed.addAll(List.of("--help", "--lang", language.name().toLowerCase(Locale.ROOT)));
    return Workplace.command(typed.toArray(String[]::new));
  }

  /** The words that follow the program's name. */
  private static List<String> words(CommandLine command) {
    List<String> words =
        new ArrayList<>(List.of(command.getCommandSpec().qualifiedName().split(" ", -1)));
    words.remove(0);
    return words;
  }

  /** Files that an example reads are there; those after {@code --output} it writes. */
  private static void assertFilesExist(String example) {
    String[] words = example.strip().split("\\s+", -1);
    for (int i = words.length - 1; i > 2; i--) {
      boolean file = words[i].matches("[^=]+\\.(yaml|csv|xlsx)");
      if (file && !words[i - 1].equals("--output")) {
        assertThat(Files.exists(Path.of(words[i]))).as(words[i]).isTrue();
      }
    }
  }
}
