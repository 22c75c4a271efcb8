package basedecl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  private String machine = "";

  /** What the file holds. */
  record Kept(String machine, List<Measurement> measurements) {}

  private Measurements(Path file) {
    this.file = file;
  }

  static Measurements at(Path file) throws IOException {
    Measurements measurements = new Measurements(file);
    if (Files.exists(file)) {
      Kept kept = JSON.readValue(Files.readString(file), Kept.class);
      measurements.all.addAll(kept.measurements());
      measurements.machine = kept.machine();
    }
    return measurements;
  }

  void add(Measurement measurement, String onMachine) throws IOException {
    all.removeIf(m -> m.isOf(measurement.subject(), measurement.database(), measurement.people()));
    all.add(measurement);
    machine = onMachine;
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(
        file, JSON.writeValueAsString(new Kept(machine, all)) + System.lineSeparator());
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
        .sorted(java.util.Comparator.comparingLong(Measurement::people))
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
