package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.desk.page.DeskKeys;
import basedecl.settings.JobKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The desk's keys are those of its file and of the tables in {@code jobs/README.md}. */
class DeskKeysTest {

  private static final Pattern KEY = Pattern.compile("(?m)^(?:# )?([a-z]+(?:-[a-z]+)*): (.+)$");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([^|]+) \\| ([^|]+) \\| [^|]+ \\|$");

  static Stream<JobKey> keys() {
    return DeskKeys.all().stream();
  }

  @Test
  void itsFileHoldsEveryKeyAndNoOther() throws IOException {
    assertThat(file().map(match -> match.group(1)))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of("job"), keys().map(JobKey::name)).toList());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void theJobsReadmeStatesAKeyAndItsDefault(JobKey key) throws IOException {
    List<MatchResult> rows =
        ROW.matcher(Files.readString(Path.of("jobs", "README.md")))
            .results()
            .filter(match -> match.group(1).equals(key.name()))
            .toList();
    assertThat(rows).as("rows for " + key.name()).hasSize(1);
    String stated = rows.get(0).group(2).split("; ", -1)[0].replace("`", "");
    assertThat(stated)
        .isEqualTo(
            key.name().equals("business-date")
                ? "today"
                : key.defaultValue().orElse(key.required() ? "required" : "none"));
  }

  private static Stream<MatchResult> file() throws IOException {
    return KEY.matcher(Files.readString(Path.of("jobs", "desk.yaml"))).results();
  }
}
