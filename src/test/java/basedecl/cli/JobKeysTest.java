package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.job.desk.JobCatalog;
import basedecl.settings.JobKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The keys that a job takes are those of its file and of the table in {@code jobs/README.md}. */
class JobKeysTest {

  private static final Pattern KEY = Pattern.compile("(?m)^(?:# )?([a-z]+(?:-[a-z]+)*): ");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([^|]+) \\| ([^|]+) \\| [^|]+ \\|$");

  static List<String> jobs() {
    return JobCatalog.names();
  }

  static Stream<JobKey> keys() {
    return JobCatalog.keys().values().stream();
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void aJobFileHoldsEveryKeyOfItsJobAndNoOther(String job) throws IOException {
    assertThat(
            KEY.matcher(Files.readString(Path.of("jobs", job + ".yaml")))
                .results()
                .map(match -> match.group(1)))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of("job"), keysOf(job).stream()).toList());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void theJobsReadmeStatesWhichJobsTakeAKeyAndItsDefault(JobKey key) throws IOException {
    MatchResult row =
        ROW.matcher(Files.readString(Path.of("jobs", "README.md")))
            .results()
            .filter(match -> match.group(1).equals(key.name()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no row for " + key.name()));
    List<String> takers = jobs().stream().filter(job -> keysOf(job).contains(key.name())).toList();
    assertThat(named(row.group(3))).as(key.name()).containsExactlyInAnyOrderElementsOf(takers);
    assertThat(takers)
        .allSatisfy(
            job ->
                assertThat(defaultFor(job, row.group(2).replace("`", "")))
                    .as(key.name() + " of " + job)
                    .isEqualTo(stated(keyOf(job, key.name()))));
  }

  /** The names of the keys of a job. */
  private static Set<String> keysOf(String job) {
    return JobCatalog.named(job).keys().stream().map(JobKey::name).collect(Collectors.toSet());
  }

  /** The key as the job has it: what it lays over the common one stands behind that. */
  private static JobKey keyOf(String job, String name) {
    return JobCatalog.named(job).keys().stream()
        .filter(key -> key.name().equals(name))
        .reduce((common, own) -> own)
        .orElseThrow();
  }

  /** The jobs that a cell of the column {@code taken by} speaks of. */
  private static List<String> named(String cell) {
    return switch (cell) {
      case "all" -> jobs();
      case "employers'" -> taking("policy");
      case "flexible workers'" -> taking("region");
      default -> List.of(cell.replace("`", "").split(", ", -1));
    };
  }

  private static List<String> taking(String key) {
    return jobs().stream().filter(job -> keysOf(job).contains(key)).toList();
  }

  /** A cell such as {@code required; special-payment none}: what holds for one job. */
  private static String defaultFor(String job, String cell) {
    List<String> parts = List.of(cell.split("; ", -1));
    return parts.stream()
        .filter(part -> part.startsWith(job + " "))
        .map(part -> part.substring(job.length() + 1))
        .findFirst()
        .orElse(parts.get(0));
  }

  private static String stated(JobKey key) {
    if (key.name().equals("business-date")) {
      return "today";
    }
    return key.defaultValue().orElse(key.required() ? "required" : "none");
  }
}
