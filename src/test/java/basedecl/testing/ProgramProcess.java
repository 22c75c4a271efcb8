package basedecl.testing;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * The command of a process of the program's classes. Like the launcher's it reads them from jars,
 * with an archive of those loaded: some hundred processes are begun by the tests of a run, and each
 * begins in half the time.
 */
public final class ProgramProcess {

  private static final int LONGEST_TRAINING_SECONDS = 300;

  private static @Nullable List<String> classes;

  private ProgramProcess() {}

  /** What begins a process of a main class; its arguments follow. */
  public static List<String> command(List<String> options, String main) {
    List<String> command = new ArrayList<>(java());
    command.addAll(options);
    command.addAll(classes());
    command.add(main);
    return command;
  }

  private static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:CICompilerCount=1",
        "-XX:+UseSerialGC");
  }

  private static synchronized List<String> classes() {
    if (classes == null) {
      try {
        classes = made();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return classes;
  }

  private static List<String> made() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("program-");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> FileUtils.deleteQuietly(folder.toFile()), "remove-program"));
    List<String> jars = new ArrayList<>();
    for (String entry : paths()) {
      Path path = Path.of(entry);
      jars.add(
          Files.isDirectory(path)
              ? jar(path, folder.resolve("classes-" + jars.size() + ".jar")).toString()
              : entry);
    }
    List<String> path = List.of("-cp", String.join(File.pathSeparator, jars));
    Path archive = folder.resolve("program.jsa");
    train(folder, path, archive);
    List<String> made =
        new ArrayList<>(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable"));
    made.addAll(path);
    return made;
  }

  private static String[] paths() {
    return StringUtils.split(System.getProperty("java.class.path"), File.pathSeparatorChar);
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.sorted().toList()) {
        // Resources are found in their folders, which thus need entries of their own.
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        if (Files.isDirectory(file) && !name.isEmpty()) {
          zip.putNextEntry(new ZipEntry(name + "/"));
        } else if (Files.isRegularFile(file)) {
          zip.putNextEntry(new ZipEntry(name));
          Files.copy(file, zip);
        }
      }
    }
    return jar;
  }

  /** A night over some samples loads what most nights load. */
  private static void train(Path folder, List<String> path, Path archive)
      throws IOException, InterruptedException {
    Path inbox = folder.resolve("inbox");
    FileUtils.copyDirectory(Path.of("samples", "inbox", "limits").toFile(), inbox.toFile());
    List<String> command = new ArrayList<>(java());
    command.add("-XX:ArchiveClassesAtExit=" + archive);
    command.addAll(path);
    command.addAll(List.of("basedecl.cli.Main", "run", "jobs/declaration.yaml"));
    Stream.of(
            "inbox=" + inbox,
            "work=" + folder.resolve("work"),
            "output=" + folder.resolve("output"),
            "database=jdbc:h2:file:" + folder.resolve("ledger"))
        .forEach(setting -> command.addAll(List.of("--set", setting)));
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process training = builder.start();
    if (!training.waitFor(LONGEST_TRAINING_SECONDS, TimeUnit.SECONDS)
        || training.exitValue() != 0) {
      training.destroyForcibly().waitFor();
      throw new AssertionError("No archive of the program: " + Files.readString(said));
    }
  }
}
