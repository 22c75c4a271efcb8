package basedecl.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Follows the plan inside the disturbed program; at its last step the program dies on the spot, as
 * by {@code kill -9}, or stands still until the test lets it go on.
 */
public final class FaultTrigger {

  static final String PLAN = "basedecl.fault";

  /** A folder: the point is announced by a file {@code reached}, left when {@code go} is there. */
  static final String PAUSE = "basedecl.fault.pause";

  /** What a shell reports of a process that {@code kill -9} ended. */
  static final int KILLED = 137;

  private static final List<FaultStep> STEPS = plan();
  private static int next;
  private static int passes;
  private static @Nullable Thread thread;

  private FaultTrigger() {}

  static List<FaultStep> plan() {
    String text = System.getProperty(PLAN, "");
    return text.isEmpty() ? List.of() : FaultStep.plan(text);
  }

  /** Called wherever the plan's methods begin and end. */
  public static void passed(String point) {
    if (arrives(point)) {
      String folder = System.getProperty(PAUSE, "");
      if (folder.isEmpty()) {
        Runtime.getRuntime().halt(KILLED);
      }
      pause(Path.of(folder));
    }
  }

  private static synchronized boolean arrives(String point) {
    if (next >= STEPS.size()
        || !STEPS.get(next).point().equals(point)
        || (thread != null && thread != Thread.currentThread())
        || ++passes < STEPS.get(next).count()) {
      return false;
    }
    next++;
    passes = 0;
    thread = Thread.currentThread();
    return next == STEPS.size();
  }

  private static void pause(Path folder) {
    try {
      Files.createFile(folder.resolve("reached"));
      while (!Files.exists(folder.resolve("go"))) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
