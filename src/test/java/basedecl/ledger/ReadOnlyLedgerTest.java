package basedecl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basedecl.ledger.database.LedgerDatabase;
import basedecl.testing.MariaDbServer;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A ledger opened for reading refuses changes itself, on both databases. */
@Tag("database")
class ReadOnlyLedgerTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  @Test
  void h2RefusesAChange(@TempDir Path folder) {
    assertRefusesChanges("jdbc:h2:file:" + folder.resolve("ledger"), Map.of());
  }

  @Test
  void mariaDbRefusesAChange() {
    assertRefusesChanges(MARIADB.url(), Map.of("BASEDECL_DB_USER", "root"));
  }

  private static void assertRefusesChanges(String url, Map<String, String> environment) {
    try (HikariDataSource writing = LedgerDatabase.open(url, 2, environment)) {
      new JdbcTemplate(writing).execute("CREATE TABLE older (a INT)");
      assertThat(LedgerDatabase.isUpToDate(writing, url)).isFalse();
      new JdbcTemplate(writing).execute("DROP TABLE older");
      LedgerDatabase.migrate(writing, url);
    }
    try (HikariDataSource reading = LedgerDatabase.openToRead(url, 2, environment)) {
      assertThat(LedgerDatabase.isUpToDate(reading, url)).isTrue();
      JdbcTemplate jdbc = new JdbcTemplate(reading);
      assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM employer", Long.class)).isZero();
      assertThatThrownBy(
              () ->
                  jdbc.update(
                      "INSERT INTO employer (employer_code, employer_name, agency) VALUES ('1',"
                          + " 'one', '')"))
          .rootCause()
          .hasMessageMatching("(?is).*read.only.*");
    }
  }
}
