package basedecl.cli.terminal;

import basedecl.message.Language;
import basedecl.message.Message;
import java.io.PrintStream;

/** Where a command prints, whether a person looks on, and the language of both. */
public record Terminal(PrintStream out, PrintStream err, boolean interactive, Language language) {

  /** Prints the sentence of a key in the terminal's language, on a line of its own. */
  public void say(String key, String... words) {
    out.println(Message.of(key, words).in(language));
  }
}
