package basedecl.ledger.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The scripts of this program with their checksums, as the build knows them, held against those
 * that made a ledger. Flyway compares the same, and takes longer over reading, parsing and asking
 * than a small run over its work: it is called where something differs.
 */
final class MigrationScripts {

  /** A line a script: its folder, its name, Flyway's checksum of it; in the order of versions. */
  static final String LIST = "/db/migration-scripts.txt";

  private MigrationScripts() {}

  /** Whether exactly these scripts made the ledger, each to its end; looks, changes nothing. */
  static boolean made(DataSource database, boolean h2) {
    try {
      return expected(h2).equals(applied(LedgerDatabase.template(database)));
    } catch (BadSqlGrammarException e) {
      return false; // an empty ledger has no history
    }
  }

  private static List<String> applied(JdbcTemplate ledger) {
    return ledger.query(
        "SELECT script, checksum, success FROM flyway_schema_history WHERE installed_rank > 0"
            + " ORDER BY installed_rank",
        (row, number) ->
            row.getString("script")
                + " "
                + row.getInt("checksum")
                + (row.getBoolean("success") ? "" : " failed"));
  }

  private static List<String> expected(boolean h2) {
    String other = h2 ? "mariadb " : "h2 ";
    try (BufferedReader list =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(MigrationScripts.class.getResourceAsStream(LIST)),
                StandardCharsets.UTF_8))) {
      return list.lines()
          .filter(line -> !line.startsWith(other))
          .map(line -> line.substring(line.indexOf(' ') + 1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
