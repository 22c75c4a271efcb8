package basedecl.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A desk in a process of its own, started as an operator does. */
final class MeasuredDesk implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");
  private static final int PATIENCE_SECONDS = 120;
  private static final int STOP_SECONDS = 60;

  private final Process process;
  private final int port;
  private final double secondsToReady;
  private final double cpuToReady;

  private MeasuredDesk(Process process, int port, double secondsToReady) {
    this.process = process;
    this.port = port;
    this.secondsToReady = secondsToReady;
    this.cpuToReady = MeasuredProcess.cpuSeconds(process.pid());
  }

  /**
   * Starts it and waits until it says where its pages are.
   *
   * @param log takes what it prints
   */
  static MeasuredDesk start(List<String> command, Path log) throws IOException {
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ready = false;
    try {
      while (process.isAlive() && seconds(begin) < PATIENCE_SECONDS) {
        Matcher said = ADDRESS.matcher(Files.readString(log));
        if (said.find()) {
          ready = true;
          return new MeasuredDesk(process, Integer.parseInt(said.group(1)), seconds(begin));
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      }
      throw new IOException("The desk did not start: " + Files.readString(log));
    } finally {
      if (!ready) {
        process.destroyForcibly();
      }
    }
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  int port() {
    return port;
  }

  double secondsToReady() {
    return secondsToReady;
  }

  double cpuToReady() {
    return cpuToReady;
  }

  /** The processor seconds it took so far. */
  double cpu() {
    return MeasuredProcess.cpuSeconds(process.pid());
  }

  /** The most memory it held so far, MiB. */
  double peakMib() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
              .filter(line -> line.startsWith("VmHWM:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(0)
          / 1024.0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
