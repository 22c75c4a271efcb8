package basedecl.cli;

import basedecl.cli.terminal.Terminal;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import picocli.CommandLine;

/** The command line in the reader's language: help, usage errors, failures. */
final class CliTexts {

  private static final String BUNDLE = "messages-cli";

  private CliTexts() {}

  /** The language asked for by {@code --lang} anywhere in the arguments; Chinese by default. */
  static Language language(String[] args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--lang") && i + 1 < args.length) {
        return language(args[i + 1]);
      }
      if (args[i].startsWith("--lang=")) {
        return language(args[i].substring("--lang=".length()));
      }
    }
    return Language.ZH;
  }

  private static Language language(String lang) {
    return switch (lang.toLowerCase(Locale.ROOT)) {
      case "zh" -> Language.ZH;
      case "en" -> Language.EN;
      default -> throw new RefusedException(Message.of("cli.lang-unknown", lang));
    };
  }

  static CommandLine commandLine(Terminal terminal, Map<String, Class<?>> commands) {
    Language language = terminal.language();
    Factory factory = new Factory(terminal);
    CommandLine line = new CommandLine(new Main(), factory);
    commands.forEach(
        (name, command) -> line.addSubcommand(name, new CommandLine(command, factory)));
    line.setResourceBundle(
        ResourceBundle.getBundle(
            BUNDLE,
            language == Language.EN ? Locale.ENGLISH : Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setUsageHelpWidth(160);
    line.setUsageHelpLongOptionsMaxWidth(40);
    line.setParameterExceptionHandler(
        (failure, given) -> {
          terminal.err().println(usage(failure).in(language));
          return Main.REFUSED;
        });
    return line;
  }

  /** What is wrong with the words typed, without the library's English in the Chinese sentence. */
  private static Message usage(CommandLine.ParameterException failure) {
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    if (failure instanceof CommandLine.UnmatchedArgumentException unmatched) {
      return Message.of("cli.unknown-argument", unmatched.getUnmatched().get(0), command);
    }
    if (failure instanceof CommandLine.MissingParameterException missing) {
      return Message.of(
          "cli.missing-argument",
          missing.getMissing().isEmpty() ? "" : label(missing.getMissing().get(0)),
          command);
    }
    if (failure.getCause() instanceof RefusedException refused) {
      return refused.text();
    }
    String argument = failure.getArgSpec() == null ? "" : label(failure.getArgSpec());
    return Message.of("cli.bad-argument", argument, command);
  }

  private static String label(CommandLine.Model.ArgSpec argument) {
    return argument instanceof CommandLine.Model.OptionSpec option
        ? option.longestName()
        : argument.paramLabel();
  }

  static Message failure(Throwable failure) {
    return failure instanceof java.io.IOException
        ? Message.of("cli.failed-file")
        : Message.of("cli.failed");
  }

  /** Gives commands the terminal they print on. */
  private record Factory(Terminal terminal) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      try {
        Constructor<K> constructor = type.getDeclaredConstructor(Terminal.class);
        // A command is nobody's to make but this factory's, whatever package it lives in.
        constructor.setAccessible(true);
        return constructor.newInstance(terminal);
      } catch (NoSuchMethodException e) {
        return CommandLine.defaultFactory().create(type);
      }
    }
  }
}
