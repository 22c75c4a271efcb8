package basedecl.cli.terminal;

import picocli.CommandLine.Option;

/**
 * {@code --lang} and {@code --help}, which every command takes. The language is read from the whole
 * command line before anything else, since refusals speak it too.
 */
public final class LanguageOption {

  @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "lang")
  String lang = "zh";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  boolean help;
}
