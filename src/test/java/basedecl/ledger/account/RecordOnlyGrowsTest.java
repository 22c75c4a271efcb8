package basedecl.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No statement of the program changes or deletes a row of the record of events or of outcomes. */
class RecordOnlyGrowsTest {

  private static final Pattern CHANGE =
      Pattern.compile(
          "(?i)(update|delete\\s+from|merge\\s+into|replace\\s+into|truncate(\\s+table)?|drop\\s+table"
              + "(\\s+if\\s+exists)?|alter\\s+table)\\s+(account_event|audit_outcome(_line|_month)?)\\b");

  @Test
  void theProgramHasNoSuchStatement() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      assertThat(files.filter(RecordOnlyGrowsTest::isSource))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(changes(Files.readString(file))).as("%s", file).isFalse());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"UPDATE account_event SET kind = ''\"",
        "\"DELETE FROM\"\n + \" account_event\"",
        "DROP TABLE IF EXISTS account_event;",
        "\"UPDATE audit_outcome SET note = ''\"",
        "\"DELETE FROM audit_outcome_month\""
      })
  void suchAStatementWouldBeFound(String source) {
    assertThat(changes(source)).isTrue();
  }

  private static boolean isSource(Path file) {
    return file.toString().matches(".*\\.(java|sql)");
  }

  /** Texts that are put together over lines are read as one. */
  private static boolean changes(String source) {
    return CHANGE.matcher(source.replaceAll("\"\\s*\\+\\s*\"", "")).find();
  }
}
