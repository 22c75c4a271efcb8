package basedecl.cli;

import basedecl.message.Language;
import picocli.CommandLine.Option;

/** {@code --lang} and {@code --help}, which every command takes. */
final class LanguageOption {

  @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "lang")
  String lang = "zh";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  boolean help;

  Language language() {
    return CliTexts.language(lang);
  }
}
