package basedecl.bench;

import java.util.List;
import java.util.Optional;

/**
 * One process measured.
 *
 * @param subject which process: {@code product}, {@code floor}, {@code peer}, or the product's
 *     {@code second}, {@code changed} and {@code one}
 * @param database {@code H2} or {@code MariaDB}
 * @param people in the inbox
 * @param files in the inbox
 * @param serverCpu the database server's processor time meanwhile, 0 with H2
 * @param load processes that wanted a core in the minute before it began: the other ones' work
 * @param phases its steps, seconds from the start of the process
 * @param failure why there are no figures, empty where there are
 */
record Measurement(
    String subject,
    String database,
    long people,
    long files,
    double wall,
    double cpu,
    double serverCpu,
    double peakMib,
    double load,
    List<MeasuredProcess.Phase> phases,
    String failure) {

  static Measurement failed(
      String subject, String database, long people, long files, String failure) {
    return new Measurement(subject, database, people, files, 0, 0, 0, 0, 0, List.of(), failure);
  }

  boolean isWhole() {
    return failure.isEmpty();
  }

  boolean isOf(String otherSubject, String otherDatabase, long otherPeople) {
    return subject.equals(otherSubject) && database.equals(otherDatabase) && people == otherPeople;
  }

  double rowsPerSecond() {
    return people / wall;
  }

  /** Processor time by row, the database server's included: it does not depend on the load. */
  double cpuPerRow() {
    return (cpu + serverCpu) * 1e6 / people;
  }

  double microsPerRow() {
    return wall * 1e6 / people;
  }

  /** The seconds of a step, 0 where there is none of that name. */
  double phase(String name) {
    Optional<MeasuredProcess.Phase> phase =
        phases.stream().filter(p -> p.name().equals(name)).findFirst();
    return phase.map(MeasuredProcess.Phase::seconds).orElse(0.0);
  }
}
