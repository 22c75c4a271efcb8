package basedecl.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The list of scripts is that of the scripts, and tells when Flyway is to be called. */
class MigrationScriptsTest {

  /** Where the list lies that would be right; to be copied over the one that is not. */
  private static final Path RIGHT = Path.of("target", "migration-scripts.txt");

  @TempDir Path folder = Path.of("");

  private String url() {
    return "jdbc:h2:file:" + folder.resolve("ledger");
  }

  @Test
  void theListIsThatOfTheScripts() throws IOException {
    Map<MigrationVersion, String> lines = new TreeMap<>();
    StringBuilder ofBoth = new StringBuilder();
    try (HikariDataSource database = LedgerDatabase.open(url(), 2, Map.of())) {
      for (String address : new String[] {url(), "jdbc:mariadb://localhost/ledger"}) {
        Arrays.stream(LedgerDatabase.flyway(database, address).info().all())
            .forEach(script -> lines.merge(script.getVersion(), line(script), this::both));
      }
    }
    lines.values().forEach(line -> ofBoth.append(line).append('\n'));
    Files.writeString(RIGHT, ofBoth);
    try (InputStream list =
        Objects.requireNonNull(MigrationScripts.class.getResourceAsStream(MigrationScripts.LIST))) {
      assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8))
          .as("src/main/resources%s; what it must be is in %s", MigrationScripts.LIST, RIGHT)
          .isEqualTo(ofBoth.toString());
    }
  }

  private String both(String one, String other) {
    return one.equals(other) ? one : one + "\n" + other;
  }

  private static String line(MigrationInfo script) {
    String path = String.valueOf(script.getPhysicalLocation());
    String folder = path.replaceAll("^.*/([^/]+)/[^/]+$", "$1");
    return folder + " " + script.getScript() + " " + script.getChecksum();
  }

  @Test
  void aLedgerMadeByOtherScriptsOrHalfOfThemIsNotTheirs() {
    try (HikariDataSource database = LedgerDatabase.open(url(), 2, Map.of())) {
      assertThat(MigrationScripts.made(database, true)).isFalse();
      LedgerDatabase.migrate(database, url());
      assertThat(MigrationScripts.made(database, true)).isTrue();
      assertThat(MigrationScripts.made(database, false)).isFalse();

      JdbcTemplate ledger = LedgerDatabase.template(database);
      ledger.update(
          "UPDATE flyway_schema_history SET success = FALSE WHERE installed_rank = (SELECT"
              + " MAX(installed_rank) FROM flyway_schema_history)");
      assertThat(MigrationScripts.made(database, true)).isFalse();
      LedgerDatabase.migrate(database, url());
      assertThat(MigrationScripts.made(database, true)).isTrue();

      ledger.update("UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '6'");
      assertThat(MigrationScripts.made(database, true)).isFalse();
    }
  }
}
