package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.testing.PrometheusText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The key {@code metrics}: what a run leaves for a Prometheus node exporter. */
@Tag("run")
@NullUnmarked
class MetricsTest {

  private static final String FILE = "base-declaration-declaration.prom";

  @TempDir Path folder = Path.of("");

  private Path metrics() throws IOException {
    return Files.createDirectories(folder.resolve("metrics"));
  }

  @Test
  void aRunLeavesItsMetersWhereAnybodyMayReadThem() throws IOException {
    Path metrics = metrics();
    Workplace place = new Workplace(folder.resolve("place"));
    place.deliver("limits");

    assertThat(place.night("metrics=" + metrics).status()).isZero();

    assertThat(metrics).isDirectoryContaining(file -> file.endsWith(FILE));
    assertThat(metrics.toFile().list()).hasSize(1);
    PrometheusText text = PrometheusText.of(metrics.resolve(FILE));
    assertThat(text.value("base_declaration_run_status", "process=\"declaration\"")).isZero();
    assertThat(text.value("spring_batch_job_seconds_count", "status=\"COMPLETED\"")).isEqualTo(1);
    assertThat(text.value("spring_batch_step_seconds_count", "step_name=\"report\"")).isEqualTo(1);
    assertThat(text.value("spring_batch_item_read_seconds_count", "step_name=\"worker\""))
        .isPositive();
    assertThat(text.value("spring_batch_chunk_write_seconds_count", "step_name=\"worker\""))
        .isPositive();
    assertThat(text.value("hikaricp_connections_max", "pool=\"ledger\"")).isPositive();
    assertThat(text.samples()).allMatch(sample -> sample.contains("process=\"declaration\""));
    assertThat(text.samples()).noneMatch(sample -> sample.matches(".*\\d{15}.*\\{.*"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(metrics.resolve(FILE))))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void aRunThatFailedSaysSo() throws IOException {
    Path metrics = metrics();
    Path notAFolder = Files.createFile(folder.resolve("file"));
    Workplace place = new Workplace(folder.resolve("place"));
    place.deliver("limits");

    assertThat(place.night("metrics=" + metrics, "work=" + notAFolder.resolve("work")).status())
        .isEqualTo(1);

    PrometheusText text = PrometheusText.of(metrics.resolve(FILE));
    assertThat(text.value("base_declaration_run_status", "process=\"declaration\"")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"zh | metrics 指定的文件夹 | 不存在", "en | metrics | does not exist"})
  void aFolderThatIsNotThereIsRefusedBeforeAnythingIsTouched(
      String language, String key, String sentence) throws IOException {
    Workplace place = new Workplace(folder.resolve("place"));
    place.deliver("limits");

    Workplace.Ended ended =
        Workplace.command(
            "run",
            "jobs/declaration.yaml",
            "--lang",
            language,
            "--set",
            "inbox=" + place.inbox(),
            "--set",
            "work=" + folder.resolve("work"),
            "--set",
            "database=" + place.database(),
            "--set",
            "metrics=" + folder.resolve("none"));

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains(key, sentence, folder.resolve("none").toString());
    assertThat(folder.toFile().list()).containsExactly("place");
    assertThat(place.folder().toFile().list()).containsExactly("inbox");
  }
}
