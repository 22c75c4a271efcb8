package basedecl.job.launch;

import basedecl.message.Language;
import basedecl.message.Message;
import java.io.PrintStream;

/**
 * Whoever started the run: the language, where to print, and whether it is a person at a terminal.
 */
public record Operator(Language language, PrintStream out, PrintStream err, boolean terminal) {

  public void say(String line) {
    out.println(line);
  }

  public void say(Message message) {
    out.println(message.in(language));
  }

  public void warn(Message message) {
    err.println(message.in(language));
  }
}
