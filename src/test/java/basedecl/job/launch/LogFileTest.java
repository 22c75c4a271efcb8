package basedecl.job.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class LogFileTest {

  @TempDir private Path folder = Path.of("");

  @AfterEach
  void letGo() {
    LogFile.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"work", "work(2024)", "70%", "%d{yyyy}", "a%i", "back\\slash", "申报 (2)"})
  void theLogLiesInItsFolderWhateverThatIsCalled(String name) throws Exception {
    Path file = folder.resolve(name).resolve("log").resolve("base-declaration.log");

    LogFile.open(file, false);
    LoggerFactory.getLogger("basedecl.test").info("A line");
    LoggerFactory.getLogger("basedecl.test").debug("Too much");
    LoggerFactory.getLogger("org.mariadb.jdbc").error("Duplicate entry 'of a row'");

    assertThat(Files.readString(file))
        .containsPattern(
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{12} INFO  \\[main] basedecl.test A line\n$");
  }
}
