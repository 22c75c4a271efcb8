package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code worker} and {@code workers: remote} refuse before anything is touched. */
class WorkerCommandTest {

  @TempDir static Path folder = Path.of("");

  private record Answer(int status, String said) {}

  private static Answer program(String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
    int status = Main.execute(arguments, print, print, false);
    return new Answer(status, said.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh | workers: remote 要求台账在 MariaDB 上",
        "en | workers: remote needs a ledger on MariaDB"
      })
  void aRunOnH2CannotHandOutItsFiles(String language, String sentence) {
    Path ledger = folder.resolve("ledger");
    Answer answer =
        program(
            "run",
            "jobs/declaration.yaml",
            "--lang",
            language,
            "--set",
            "workers=remote",
            "--set",
            "work=" + folder.resolve("work"),
            "--set",
            "database=jdbc:h2:file:" + ledger);
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.said()).contains(sentence);
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jobs/declaration.yaml | 1 | A worker needs a ledger on MariaDB",
        "jobs/declaration-mariadb.yaml | 0 | 0 threads cannot be had",
        "jobs/late-fee.yaml | 1 | The job late-fee hands out no files"
      })
  void aWorkerThatCannotWorkSaysWhy(String job, String threads, String sentence) {
    Answer answer = program("worker", job, "--threads", threads, "--lang", "en");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.said()).contains(sentence);
  }

  @Test
  void anUnknownWayOfReadingIsRefused() {
    Answer answer =
        program("run", "jobs/declaration.yaml", "--lang", "en", "--set", "workers=many");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.said()).contains("write local").contains("or remote");
  }
}
