package basedecl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps each of several processes to a share of a core, by the first of these that this machine
 * allows: a control group of version 2 or 1, {@code systemd-run}, or {@code taskset} with idle
 * loops that take what is left of a core.
 */
abstract class CoreLimit implements AutoCloseable {

  private static final int PERIOD_MICROS = 100_000;
  private static final int WHOLE = 100;

  final int percent;

  private CoreLimit(int percent) {
    this.percent = percent;
  }

  /** In words, which way it is done. */
  abstract String way();

  /** Makes ready for so many processes. */
  abstract void begin(int processes) throws IOException;

  /** The command that starts a process with its limit, and is that process itself. */
  abstract List<String> limited(int process, List<String> command);

  @Override
  public abstract void close() throws IOException;

  /**
   * The way that works here.
   *
   * @throws IOException where none does
   */
  static CoreLimit here(int percent) throws IOException {
    Optional<CoreLimit> group = Group.find(percent);
    if (group.isPresent()) {
      return group.get();
    }
    if (ends(scope(percent, List.of("true")))) {
      return new Scope(percent);
    }
    if (WHOLE % percent == 0 && ends(List.of("taskset", "-c", "0", "true"))) {
      return new Shared(percent);
    }
    throw new IOException(
        "Neither control groups nor systemd-run nor taskset can limit a process here: run it as root");
  }

  private static List<String> scope(int percent, List<String> command) {
    List<String> limited =
        new ArrayList<>(
            List.of("systemd-run", "--scope", "--quiet", "--collect", "--no-ask-password"));
    limited.addAll(List.of("-p", "CPUQuota=" + percent + "%", "--"));
    limited.addAll(command);
    return limited;
  }

  private static boolean ends(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(10, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A control group for each process, below the one this process is in. */
  private static final class Group extends CoreLimit {

    private static final String PROCESSES = "cgroup.procs";

    private final Path parent;
    private final boolean second;
    private final List<Path> made = new ArrayList<>();

    private Group(int percent, Path parent, boolean second) {
      super(percent);
      this.parent = parent;
      this.second = second;
    }

    static Optional<CoreLimit> find(int percent) throws IOException {
      for (boolean second : List.of(true, false)) {
        for (Path parent : parents(second)) {
          if (new Group(percent, parent, second).works()) {
            return Optional.of(new Group(percent, parent, second));
          }
        }
      }
      return Optional.empty();
    }

    /** Whether this place is ours to write. */
    private boolean works() throws IOException {
      try {
        begin(1);
        return true;
      } catch (IOException notOurs) {
        return false;
      } finally {
        close();
      }
    }

    private static Set<Path> parents(boolean second) throws IOException {
      Set<Path> parents = new LinkedHashSet<>();
      for (String mount : Files.readAllLines(Path.of("/proc/mounts"))) {
        String[] fields = mount.split(" ", -1);
        boolean here =
            second
                ? fields[2].equals("cgroup2")
                : fields[2].equals("cgroup")
                    && Arrays.asList(fields[3].split(",", -1)).contains("cpu");
        if (here) {
          Path root = Path.of(fields[1]);
          Path own = root.resolve(own(second).replaceFirst("^/+", ""));
          parents.add(own);
          // In version 2 a group with processes of its own has none below it.
          if (second && own.startsWith(root) && !own.equals(root)) {
            parents.add(own.getParent());
          }
          parents.add(root);
        }
      }
      return parents;
    }

    private static String own(boolean second) throws IOException {
      for (String line : Files.readAllLines(Path.of("/proc/self/cgroup"))) {
        String[] fields = line.split(":", 3);
        if (second
            ? fields[1].isEmpty()
            : Arrays.asList(fields[1].split(",", -1)).contains("cpu")) {
          return fields[2];
        }
      }
      return "/";
    }

    @Override
    String way() {
      return second
          ? "control groups, version 2 (cpu.max)"
          : "control groups, version 1 (cpu.cfs_quota_us)";
    }

    @Override
    void begin(int processes) throws IOException {
      for (int i = 0; i < processes; i++) {
        Path group = parent.resolve("basedecl-bench-" + ProcessHandle.current().pid() + "-" + i);
        Files.createDirectory(group);
        made.add(group);
        int quota = PERIOD_MICROS * percent / WHOLE;
        if (second) {
          // Not every controller is handed down.
          put(group, "cpu.max", quota + " " + PERIOD_MICROS);
        } else {
          put(group, "cpu.cfs_period_us", Integer.toString(PERIOD_MICROS));
          put(group, "cpu.cfs_quota_us", Integer.toString(quota));
        }
      }
    }

    private static void put(Path group, String file, String value) throws IOException {
      Files.writeString(group.resolve(file), value, java.nio.file.StandardOpenOption.WRITE);
    }

    @Override
    List<String> limited(int process, List<String> command) {
      List<String> limited =
          new ArrayList<>(
              List.of(
                  "/bin/sh",
                  "-c",
                  "echo $$ > \"$0\" && exec \"$@\"",
                  made.get(process).resolve(PROCESSES).toString()));
      limited.addAll(command);
      return limited;
    }

    @Override
    public void close() throws IOException {
      for (Path group : made) {
        remove(group);
      }
      made.clear();
    }

    /** A group is busy for a moment longer than its last process. */
    private static void remove(Path group) throws IOException {
      for (int attempt = 1; Files.exists(group); attempt++) {
        try {
          Files.delete(group);
        } catch (IOException busy) {
          if (attempt == 50) {
            throw busy;
          }
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
      }
    }
  }

  private static final class Scope extends CoreLimit {

    Scope(int percent) {
      super(percent);
    }

    @Override
    String way() {
      return "systemd-run (CPUQuota)";
    }

    @Override
    void begin(int processes) {}

    @Override
    List<String> limited(int process, List<String> command) {
      return scope(percent, command);
    }

    @Override
    public void close() {}
  }

  /**
   * As many processes to a core as make up the whole of it; idle loops stand in for the missing.
   */
  private static final class Shared extends CoreLimit {

    private final List<Process> loops = new ArrayList<>();

    Shared(int percent) {
      super(percent);
    }

    private int together() {
      return WHOLE / percent;
    }

    @Override
    String way() {
      return "taskset, " + together() + " to a core, with idle loops in the place of missing ones";
    }

    @Override
    void begin(int processes) throws IOException {
      int cores = (processes + together() - 1) / together();
      if (cores > Runtime.getRuntime().availableProcessors()) {
        throw new IOException(processes + " such processes need " + cores + " cores");
      }
      for (int place = processes; place < cores * together(); place++) {
        loops.add(
            new ProcessBuilder(limited(place, List.of("sh", "-c", "while :; do :; done"))).start());
      }
    }

    @Override
    List<String> limited(int process, List<String> command) {
      List<String> limited =
          new ArrayList<>(List.of("taskset", "-c", Integer.toString(process / together())));
      limited.addAll(command);
      return limited;
    }

    @Override
    public void close() {
      loops.forEach(Process::destroyForcibly);
      loops.clear();
    }
  }
}
