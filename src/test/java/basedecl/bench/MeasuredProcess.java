package basedecl.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process from its first to its last moment, and what it took: wall clock, processor time and
 * peak resident memory, read from {@code /proc} forty times a second, of it and of what it starts.
 */
final class MeasuredProcess {

  private static final int PAUSE_MILLIS = 25;

  /** {@code USER_HZ}: 100 wherever Linux runs Java. */
  private static final double TICKS = 100.0;

  private static final String PHASE = "phase ";

  private final Map<Long, Double> cpu = new HashMap<>();
  private final Map<Long, Long> peakKib = new HashMap<>();

  private MeasuredProcess() {}

  /** A part of a process's time, seconds from its start. */
  record Phase(String name, double begin, double seconds) {}

  /** What a process took; {@code started} is the moment before it was created. */
  record Taken(
      int status,
      double wall,
      double cpu,
      double peakMib,
      double load,
      LocalDateTime started,
      List<Phase> phases) {}

  /**
   * Runs a command to its end, or kills it after the given time.
   *
   * @param log takes what it prints
   */
  static Taken run(List<String> command, Map<String, String> environment, Path log, int seconds)
      throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new MeasuredProcess().run(builder, log, seconds);
  }

  private Taken run(ProcessBuilder builder, Path log, int seconds) throws IOException {
    LocalDateTime started = LocalDateTime.now(java.time.ZoneId.systemDefault());
    double load = load();
    long begin = System.nanoTime();
    Process process = builder.start();
    try {
      while (!process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        look(process.toHandle());
        process.descendants().forEach(this::look);
        if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(seconds)) {
          process.destroyForcibly().waitFor();
          throw new IOException("killed after " + seconds + " s");
        }
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", interrupted);
    }
    double wall = (System.nanoTime() - begin) / 1e9;
    return new Taken(
        process.exitValue(),
        wall,
        cpu.values().stream().mapToDouble(Double::doubleValue).sum(),
        peakKib.values().stream().mapToLong(Long::longValue).max().orElse(0) / 1024.0,
        load,
        started,
        phases(log));
  }

  private void look(ProcessHandle handle) {
    cpuSeconds(handle.pid(), cpu);
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + handle.pid() + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          peakKib.put(handle.pid(), Long.parseLong(line.replaceAll("\\D", "")));
        }
      }
    } catch (IOException | java.io.UncheckedIOException ended) {
      // Its last figures stand.
      return;
    }
  }

  /** Processes that wanted a core in the minute before. */
  static double load() throws IOException {
    String averages = Files.readString(Path.of("/proc/loadavg"));
    return Double.parseDouble(averages.substring(0, averages.indexOf(' ')));
  }

  /** The processor time of a running process so far. */
  static double cpuSeconds(long pid) {
    Map<Long, Double> seconds = new HashMap<>();
    cpuSeconds(pid, seconds);
    return seconds.getOrDefault(pid, 0.0);
  }

  private static void cpuSeconds(long pid, Map<Long, Double> into) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // utime and stime are fields 14 and 15; the second field is a name that may hold blanks.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      into.put(pid, (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS);
    } catch (IOException | java.io.UncheckedIOException ended) {
      // Its last figures stand.
      return;
    }
  }

  /** Prints how long a part of this process took, for the process that measures it. */
  static void tellPhase(String name, long begin, long end) {
    System.out.println(PHASE + String.format(Locale.ROOT, "%.3f ", (end - begin) / 1e9) + name);
  }

  private static List<Phase> phases(Path log) throws IOException {
    List<Phase> phases = new ArrayList<>();
    double begin = 0;
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      for (String line : lines.filter(l -> l.startsWith(PHASE)).toList()) {
        int blank = line.indexOf(' ', PHASE.length());
        double seconds = Double.parseDouble(line.substring(PHASE.length(), blank));
        phases.add(new Phase(line.substring(blank + 1), begin, seconds));
        begin += seconds;
      }
    }
    return phases;
  }
}
