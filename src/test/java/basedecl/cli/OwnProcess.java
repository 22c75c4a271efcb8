package basedecl.cli;

import basedecl.testing.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command in a process of its own: with another environment, or little memory. */
final class OwnProcess {

  private static final int LONGEST_SECONDS = 300;

  private OwnProcess() {}

  /** How it ended and all it printed. */
  record Ended(int status, String said) {}

  /** Runs a command line of the program; {@code heap} is {@code 64m}, for example. */
  static Ended run(Path folder, String heap, Map<String, String> environment, List<String> words)
      throws IOException, InterruptedException {
    List<String> command = ProgramProcess.command(List.of("-Xmx" + heap), "basedecl.cli.Main");
    command.addAll(words);
    Path said = Files.createTempFile(folder, "said", ".txt");
    ProcessBuilder process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    process.environment().putAll(environment);
    process.environment().put("LC_ALL", "C.UTF-8");
    Process running = process.start();
    if (!running.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      running.destroyForcibly().waitFor();
      throw new AssertionError("Does not end: " + words + "; it said: " + Files.readString(said));
    }
    return new Ended(running.exitValue(), Files.readString(said));
  }
}
