package basedecl.cli.ledger;

import basedecl.job.launch.LedgerHolder;
import basedecl.job.run.FailureCause;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A ledger opened for a command. One that is not there is refused, never made; what fails in it is
 * told without a word of the data.
 */
public final class OpenLedger implements AutoCloseable {

  private static final int CONNECTIONS = 2;

  private final HikariDataSource database;
  private final JdbcTemplate template;

  private OpenLedger(HikariDataSource database) {
    this.database = database;
    this.template = LedgerDatabase.template(database);
  }

  /** Opens the ledger at {@code url} and brings its tables up to date. */
  public static OpenLedger at(String url, Map<String, String> environment) {
    return at(url, environment, Message.of("explain.no-ledger", url));
  }

  /**
   * As {@link #at(String, Map)}.
   *
   * @param missing what to say where there is none
   */
  static OpenLedger at(String url, Map<String, String> environment, Message missing) {
    requireFile(url, missing);
    return opened(url, () -> LedgerDatabase.openMigrated(url, CONNECTIONS, environment));
  }

  /**
   * Opens the ledger at {@code url} for reading only; not even its tables are brought up to date.
   */
  public static OpenLedger toRead(String url, Map<String, String> environment) {
    requireFile(url, Message.of("explain.no-ledger", url));
    return opened(url, () -> openedToRead(url, environment));
  }

  private static OpenLedger opened(String url, Supplier<HikariDataSource> opening) {
    try {
      return new OpenLedger(opening.get());
    } catch (RefusedException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new RefusedException(
          FailureCause.isBusy(e) ? LedgerHolder.busy(url) : Message.of("job.database-failed", url),
          e);
    }
  }

  private static HikariDataSource openedToRead(String url, Map<String, String> environment) {
    HikariDataSource database = LedgerDatabase.openToRead(url, CONNECTIONS, environment);
    boolean readable = false;
    try {
      if (!LedgerDatabase.isUpToDate(database, url)) {
        throw new RefusedException(Message.of("cli.ledger-of-another-version", url));
      }
      readable = true;
      return database;
    } finally {
      if (!readable) {
        database.close();
      }
    }
  }

  private static void requireFile(String url, Message missing) {
    Optional<Path> file = LedgerDatabase.h2File(url);
    if (file.isPresent() && !Files.isRegularFile(Path.of(file.get() + ".mv.db"))) {
      throw new RefusedException(missing);
    }
  }

  public JdbcTemplate template() {
    return template;
  }

  public JdbcClient client() {
    return JdbcClient.create(template);
  }

  @Override
  public void close() {
    database.close();
  }
}
