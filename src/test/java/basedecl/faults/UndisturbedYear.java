package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A year in which every job was run once, one after the other, with the ground as it was before
 * each of them and what was there after it.
 */
final class UndisturbedYear {

  private final Path folder;
  private final Map<String, Undisturbed> after = new LinkedHashMap<>();

  /** What a year does before a job is run on its ground. */
  interface BeforeJob {
    void keep(String job, Ground ground) throws Exception;
  }

  private UndisturbedYear(Path folder) {
    this.folder = folder;
  }

  /** A year on H2, its grounds kept under {@code folder}. */
  static UndisturbedYear onH2(Path folder) throws Exception {
    UndisturbedYear year = new UndisturbedYear(folder);
    return year.run(Ground.onH2(folder.resolve("year")), (job, ground) -> {});
  }

  static UndisturbedYear on(Ground ground, Path folder, BeforeJob before) throws Exception {
    return new UndisturbedYear(folder).run(ground, before);
  }

  private UndisturbedYear run(Ground ground, BeforeJob before) throws Exception {
    HandedOver.to(ground);
    for (Errand errand : Errand.year(ground)) {
      if (errand.name().equals("review")) {
        HandedOver.inTheDesk(ground);
      }
      copy(ground.folder(), before(errand.name()));
      before.keep(errand.name(), ground);
      Ground.Ending ending = ground.run(errand);
      assertThat(ending.status()).as(ending.said()).isZero();
      after.put(errand.name(), Undisturbed.of(ground));
    }
    return this;
  }

  /** The jobs in their order. */
  List<String> jobs() {
    return List.copyOf(after.keySet());
  }

  Undisturbed after(String job) {
    return Objects.requireNonNull(after.get(job), job);
  }

  /** Lays the files as they were before a job into another folder. */
  void layBefore(String job, Path target) throws IOException {
    copy(before(job), target);
  }

  private Path before(String job) {
    return folder.resolve("before-" + job);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> found = Files.walk(from)) {
      for (Path source : found.toList()) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
