package basedecl.desk;

import basedecl.testing.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A desk in a process of its own, as {@code base-declaration desk} starts it. */
public final class DeskProcess {

  private static final Pattern READY = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");
  private static final Duration LONGEST_START = Duration.ofMinutes(2);
  private static final int LONGEST_STOP_SECONDS = 60;

  private final Process process;
  private final Path output;

  private DeskProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Begins one on the ledger of a folder.
   *
   * @param name of what it says, as a file in the folder
   */
  public static DeskProcess begin(
      Path folder, String name, List<String> options, Map<String, String> environment)
      throws IOException {
    Path output = folder.resolve(name + ".txt");
    List<String> ofJava = new ArrayList<>(options);
    ofJava.add("-Xmx512m");
    List<String> command = ProgramProcess.command(ofJava, "basedecl.cli.Main");
    command.addAll(List.of("desk", "jobs/desk.yaml"));
    Map.of(
            "port",
            "0",
            "work",
            folder.resolve("work").toString(),
            "output",
            folder.resolve("output").toString(),
            "database",
            database(folder))
        .forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
    ProcessBuilder process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    process.environment().putAll(environment);
    process.environment().put("LC_ALL", "C.UTF-8");
    return new DeskProcess(process.start(), output);
  }

  public static String database(Path folder) {
    return "jdbc:h2:file:" + folder.resolve("ledger").toAbsolutePath();
  }

  /** Its port, once it serves pages. */
  public int port() throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      Matcher ready = READY.matcher(said());
      if (ready.find()) {
        return Integer.parseInt(ready.group(1));
      }
      Thread.sleep(50);
    }
    process.destroyForcibly();
    throw new AssertionError("The desk does not start: " + said());
  }

  public String said() throws IOException {
    return Files.readString(output);
  }

  /** Ends it as {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end, and waits for that. */
  public void stop() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError("The desk does not stop: " + said());
    }
  }
}
