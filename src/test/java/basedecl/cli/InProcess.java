package basedecl.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A command line in this process, for tests of other packages. */
public final class InProcess {

  private InProcess() {}

  /** How a command ended, and everything it said. */
  public record Ended(int status, String said) {}

  public static Ended run(String... words) {
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int status = Main.execute(words, out, out, false);
    return new Ended(status, said.toString(StandardCharsets.UTF_8));
  }
}
