package basedecl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was measured so far, kept in a file between runs: a new figure takes the place of the one of
 * the same subject, database and size, so that parts can be measured one after the other.
 */
final class Measurements {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          // Figures that an older bench did not take are 0.
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Path file;
  private final List<Measurement> all = new ArrayList<>();
  private final List<WorkersMeasured> workers = new ArrayList<>();
  private final List<StoreMeasured> stores = new ArrayList<>();
  private String machine = "";

  /** What the file holds. */
  record Kept(
      String machine,
      List<Measurement> measurements,
      List<WorkersMeasured> workers,
      List<StoreMeasured> stores) {

    // An older bench knew no workers.
    Kept {
      workers = Objects.requireNonNullElse(workers, List.of());
      stores = Objects.requireNonNullElse(stores, List.of());
    }
  }

  private Measurements(Path file) {
    this.file = file;
  }

  static Measurements at(Path file) throws IOException {
    Measurements measurements = new Measurements(file);
    if (Files.exists(file)) {
      Kept kept = JSON.readValue(Files.readString(file), Kept.class);
      measurements.all.addAll(kept.measurements());
      measurements.workers.addAll(kept.workers());
      measurements.stores.addAll(kept.stores());
      measurements.machine = kept.machine();
    }
    return measurements;
  }

  void add(Measurement measurement, String onMachine) throws IOException {
    all.removeIf(m -> m.isOf(measurement.subject(), measurement.database(), measurement.people()));
    all.add(measurement);
    write(onMachine);
  }

  /** In the place of what as many workers of the same share did before. */
  void add(WorkersMeasured measured, String onMachine) throws IOException {
    workers.removeIf(w -> w.workers() == measured.workers() && w.percent() == measured.percent());
    workers.add(measured);
    write(onMachine);
  }

  void add(StoreMeasured measured, String onMachine) throws IOException {
    stores.removeIf(s -> s.connections() == measured.connections());
    stores.add(measured);
    write(onMachine);
  }

  private void write(String onMachine) throws IOException {
    machine = onMachine;
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(
        file,
        JSON.writeValueAsString(new Kept(machine, all, workers, stores)) + System.lineSeparator());
  }

  /** By share and number; those that failed as well. */
  List<WorkersMeasured> workers() {
    return workers.stream()
        .sorted(
            Comparator.comparingInt(WorkersMeasured::percent)
                .reversed()
                .thenComparingInt(WorkersMeasured::workers))
        .toList();
  }

  List<StoreMeasured> stores() {
    return stores.stream().sorted(Comparator.comparingInt(StoreMeasured::connections)).toList();
  }

  String machine() {
    return machine;
  }

  List<Measurement> all() {
    return all;
  }

  /** The figures of a subject, by size. */
  List<Measurement> of(String subject, String database) {
    return all.stream()
        .filter(m -> m.isWhole() && m.subject().equals(subject) && m.database().equals(database))
        .sorted(Comparator.comparingLong(Measurement::people))
        .toList();
  }

  Optional<Measurement> of(String subject, String database, long people) {
    return all.stream().filter(m -> m.isWhole() && m.isOf(subject, database, people)).findFirst();
  }

  /** The largest one of a subject. */
  Optional<Measurement> largest(String subject, String database) {
    List<Measurement> bySize = of(subject, database);
    return bySize.isEmpty() ? Optional.empty() : Optional.of(bySize.get(bySize.size() - 1));
  }

  static List<String> databases() {
    return Arrays.asList("H2", "MariaDB");
  }
}
