package basedecl.cli.ledger;

import basedecl.job.run.FailureCause;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger opened to be looked at. One that is not there is refused, never made. */
public final class OpenLedger implements AutoCloseable {

  private static final String H2_FILE = "jdbc:h2:file:";

  private final HikariDataSource database;

  private OpenLedger(HikariDataSource database) {
    this.database = database;
  }

  /** Opens the ledger at {@code url} and brings its tables up to date. */
  public static OpenLedger at(String url, Map<String, String> environment) {
    requireFile(url);
    HikariDataSource database = LedgerDatabase.open(url, 2, environment);
    boolean opened = false;
    try {
      LedgerDatabase.migrate(database, url);
      opened = true;
      return new OpenLedger(database);
    } catch (RuntimeException e) {
      throw new RefusedException(
          FailureCause.isBusy(e)
              ? Message.of("job.database-busy")
              : Message.of("job.database-failed", url),
          e);
    } finally {
      if (!opened) {
        database.close();
      }
    }
  }

  /**
   * Opens the ledger at {@code url} for reading only; not even its tables are brought up to date.
   */
  public static OpenLedger toRead(String url, Map<String, String> environment) {
    requireFile(url);
    HikariDataSource database = LedgerDatabase.openToRead(url, 2, environment);
    boolean opened = false;
    try {
      if (!LedgerDatabase.isUpToDate(database, url)) {
        throw new RefusedException(Message.of("cli.ledger-of-another-version", url));
      }
      opened = true;
      return new OpenLedger(database);
    } catch (RefusedException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new RefusedException(
          FailureCause.isBusy(e)
              ? Message.of("job.database-busy")
              : Message.of("job.database-failed", url),
          e);
    } finally {
      if (!opened) {
        database.close();
      }
    }
  }

  private static void requireFile(String url) {
    if (url.startsWith(H2_FILE)) {
      String file = url.substring(H2_FILE.length()).replaceFirst(";.*", "");
      if (!Files.isRegularFile(Path.of(file + ".mv.db"))) {
        throw new RefusedException(Message.of("explain.no-ledger", url));
      }
    }
  }

  public JdbcTemplate template() {
    return new JdbcTemplate(database);
  }

  public JdbcClient client() {
    return JdbcClient.create(database);
  }

  @Override
  public void close() {
    database.close();
  }
}
