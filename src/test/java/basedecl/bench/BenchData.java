package basedecl.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes inboxes and a roster of any size, seeded; equal arguments give equal bytes. In {@code
 * FOLDER}:
 *
 * <ul>
 *   <li>{@code inbox/}: the first night. Of twenty files seventeen are .xlsx (fourteen of them with
 *       shared texts, as Excel and WPS save), one .xls, one CSV in UTF-8 and one in GB18030.
 *   <li>{@code second/}: all of them once more, one in a hundred changed.
 *   <li>{@code changed/}: one in a hundred, other ones, changed, and nothing else.
 *   <li>{@code roster.csv}: the employers, and one more in a hundred that declares nothing.
 * </ul>
 *
 * <p>The one workbook of the shape {@code one} has no second night.
 */
public final class BenchData {

  private static final Instant FIRST_NIGHT = Instant.parse("2024-01-25T09:00:00Z");
  private static final Instant SECOND_NIGHT = Instant.parse("2024-01-26T09:00:00Z");
  private static final Instant THIRD_NIGHT = Instant.parse("2024-01-27T09:00:00Z");
  private static final List<String> AGENCIES = List.of("市直", "奎文区", "潍城区", "坊子区", "青州市");

  private final NightPlan plan;
  private final Path folder;

  BenchData(NightPlan plan, Path folder) {
    this.plan = plan;
    this.folder = folder;
  }

  /**
   * Writes the folders named above.
   *
   * @param arguments folder, people, employers; then, where they are not to be 42 and {@code many},
   *     the seed and the shape, {@code many} or {@code one}: all people in one workbook
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int people = Integer.parseInt(arguments[1]);
    int employers = Integer.parseInt(arguments[2]);
    long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 42;
    boolean one = arguments.length > 4 && arguments[4].equals("one");
    new BenchData(
            one ? NightPlan.one(people, seed) : NightPlan.many(people, employers, seed), folder)
        .write();
  }

  void write() throws IOException {
    AtomicInteger next = new AtomicInteger();
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        ends.add(pool.submit(() -> writeFrom(next)));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } catch (ExecutionException failed) {
      throw new IOException("The files could not be written", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", interrupted);
    } finally {
      pool.shutdownNow();
    }
    Files.writeString(folder.resolve("roster.csv"), roster());
  }

  private void writeFrom(AtomicInteger next) {
    try {
      for (int employer = next.getAndIncrement();
          employer < plan.employers();
          employer = next.getAndIncrement()) {
        write(employer);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void write(int employer) throws IOException {
    Path first = place("inbox", employer);
    write(employer, 0, first, FIRST_NIGHT);
    if (plan.employers() == 1) {
      return;
    }
    Path second = place("second", employer);
    if (plan.changes(employer, 1)) {
      write(employer, 1, second, SECOND_NIGHT);
    } else {
      link(first, second);
    }
    if (plan.changes(employer, 2)) {
      write(employer, 2, place("changed", employer), THIRD_NIGHT);
    }
  }

  private Path place(String night, int employer) throws IOException {
    Path file = folder.resolve(night).resolve(plan.path(employer));
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    return file;
  }

  private void write(int employer, int version, Path file, Instant time) throws IOException {
    new NightFile(plan, employer, version).write(file);
    Files.setLastModifiedTime(file, FileTime.from(time));
  }

  /** The same file under a second name; a copy where the file system has no second names. */
  static void link(Path file, Path name) throws IOException {
    try {
      Files.createLink(name, file);
    } catch (UnsupportedOperationException | IOException notHere) {
      Files.copy(file, name, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private String roster() {
    StringBuilder roster = new StringBuilder("单位编号,单位名称,经办机构,上月缴费额\n");
    int silent = plan.employers() / 100;
    for (int i = 0; i < plan.employers() + silent; i++) {
      roster.append(plan.code(i)).append(',').append(plan.name(i)).append(',');
      roster.append(AGENCIES.get(i % AGENCIES.size())).append(",10000.00\n");
    }
    return roster.toString();
  }
}
