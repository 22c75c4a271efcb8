package basedecl.ledger.database;

import basedecl.file.OwnerOnly;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Opens the ledger's database, H2 or MariaDB, with the settings that keep its promises, and brings
 * its tables up to date. User and password come from the environment: {@code BASEDECL_DB_USER} and
 * {@code BASEDECL_DB_PASSWORD}.
 */
public final class LedgerDatabase {

  private static final String H2 = "jdbc:h2:";
  private static final String MARIADB = "jdbc:mariadb:";

  /**
   * H2 in MariaDB's mode; every commit on the disk before it returns (the default loses up to a
   * second on a kill); closed by the pool, not by a hook that races with a clean stop; without a
   * trace file, which quotes statements with their values; its file rewritten in part at the end
   * only where less than half of it is in use (the default, nine tenths, is half a second of every
   * run).
   */
  private static final Map<String, String> H2_DEFAULTS =
      Map.of(
          "MODE", "MariaDB",
          "DATABASE_TO_LOWER", "TRUE",
          "CASE_INSENSITIVE_IDENTIFIERS", "TRUE",
          "WRITE_DELAY", "0",
          "TRACE_LEVEL_FILE", "0",
          "AUTO_COMPACT_FILL_RATE", "50",
          "DB_CLOSE_ON_EXIT", "FALSE");

  private static final int LONGEST_SILENCE_SECONDS = 900;

  /**
   * Connector/J waits for ever, speaks plainly and lets the server ask for local files unless told
   * otherwise; bulk statements are several times faster than plain batches. What a process had
   * begun whose machine vanished without a word, or whose connections a firewall forgot, the server
   * would keep locked for eight hours; no transaction that writes is without a statement for
   * {@value #LONGEST_SILENCE_SECONDS} seconds.
   */
  private static final Map<String, String> MARIADB_DEFAULTS =
      Map.of(
          "socketTimeout", "60000",
          "connectTimeout", "10000",
          "allowLocalInfile", "false",
          "useBulkStmts", "true",
          "sessionVariables", "idle_write_transaction_timeout=" + LONGEST_SILENCE_SECONDS);

  /** Ends of the names of the notes beside an H2 ledger of who keeps it open: a run, the desk. */
  public static final String RUN_NOTE = ".holder";

  public static final String DESK_NOTE = ".desk";

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** How long one opening of an H2 ledger is tried: at once, and a second later. */
  private static final int TRY_MILLIS = 1_100;

  static {
    // H2 would look every value up in a table of values seen before: a sixth of what storing costs.
    if (System.getProperty("h2.objectCache") == null) {
      System.setProperty("h2.objectCache", "false");
    }
  }

  private LedgerDatabase() {}

  /** Refuses an address that is neither H2 nor MariaDB, or that carries a password. */
  public static void checkAddress(String url) {
    if (!url.startsWith(H2) && !url.startsWith(MARIADB)) {
      throw new RefusedException(Message.of("ledger.address-unknown"));
    }
    if (url.toLowerCase(Locale.ROOT).matches(".*[?&;](password|pwd)=.*")
        || url.matches("jdbc:mariadb://[^/]*:[^/@]*@.*")) {
      throw new RefusedException(Message.of("ledger.address-with-password"));
    }
  }

  /**
   * A pool of {@code connections} on the ledger at {@code url}. MariaDB is not connected to yet; an
   * H2 ledger is open, or cannot be opened.
   */
  public static HikariDataSource open(
      String url, int connections, Map<String, String> environment) {
    return pool(url, config(url, connections, environment));
  }

  /**
   * As {@link #open} for what several processes do at once on MariaDB: the server ends a
   * transaction that it hears nothing of for so long, so that what a frozen process holds is let
   * go.
   *
   * @param writing whether only transactions that have written are ended
   */
  public static HikariDataSource openAmongOthers(
      String url,
      int connections,
      Map<String, String> environment,
      Duration longestSilence,
      boolean writing) {
    HikariConfig config = config(url, connections, environment);
    // Of a transaction that has written the one of writing counts alone, whatever the other is.
    String writes = "SET SESSION idle_write_transaction_timeout = " + longestSilence.toSeconds();
    config.setConnectionInitSql(
        writing ? writes : writes + ", idle_transaction_timeout = " + longestSilence.toSeconds());
    return pool(url, config);
  }

  /** As {@link #open}, with its tables brought up to date; closed again where that fails. */
  public static HikariDataSource openMigrated(
      String url, int connections, Map<String, String> environment) {
    HikariDataSource database = open(url, connections, environment);
    boolean migrated = false;
    try {
      migrate(database, url);
      migrated = true;
      return database;
    } finally {
      if (!migrated) {
        database.close();
      }
    }
  }

  /**
   * Whoever only looks something up, or has just begun, lets go of an H2 ledger's file soon; who
   * left a note keeps it for long, and is not waited for.
   *
   * @throws DataAccessException if an H2 ledger cannot be opened
   */
  private static HikariDataSource pool(String url, HikariConfig config) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return new HikariDataSource(config);
      } catch (PoolInitializationException e) {
        if (isKept(url) || System.nanoTime() > end) {
          throw new DataAccessResourceFailureException("The ledger cannot be opened", e);
        }
      }
    }
  }

  private static boolean isKept(String url) {
    return h2File(url).stream()
        .flatMap(
            file ->
                Stream.of(RUN_NOTE, DESK_NOTE)
                    .map(note -> file.resolveSibling(file.getFileName() + note)))
        .anyMatch(Files::exists);
  }

  private static HikariConfig config(String url, int connections, Map<String, String> environment) {
    checkAddress(url);
    HikariConfig config = new HikariConfig();
    config.setPoolName("ledger");
    config.setJdbcUrl(isH2(url) ? h2(url) : mariadb(url));
    config.setUsername(environment.getOrDefault("BASEDECL_DB_USER", isH2(url) ? "sa" : ""));
    config.setPassword(environment.getOrDefault("BASEDECL_DB_PASSWORD", ""));
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setInitializationFailTimeout(isH2(url) ? TRY_MILLIS : -1);
    // What a job repository needs; the ledger's own order comes from one owner at a time.
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return config;
  }

  /**
   * As {@link #open} for reading only: the database itself refuses every change. H2 leaves the file
   * as it is to the byte, and hands rows over as they are read instead of gathering an answer.
   */
  public static HikariDataSource openToRead(
      String url, int connections, Map<String, String> environment) {
    HikariConfig config =
        config(
            isH2(url) ? url + ";ACCESS_MODE_DATA=r;LAZY_QUERY_EXECUTION=TRUE" : url,
            connections,
            environment);
    config.setReadOnly(true);
    if (!isH2(url)) {
      config.setConnectionInitSql("SET SESSION TRANSACTION READ ONLY");
    }
    return pool(url, config);
  }

  /** Whether the tables are those of this program; looks, changes nothing. */
  public static boolean isUpToDate(DataSource database, String url) {
    if (MigrationScripts.made(database, isH2(url))) {
      return true;
    }
    MigrationInfoService scripts = flyway(database, url).info();
    return scripts.current() != null && scripts.pending().length == 0 && !hasFailed(scripts);
  }

  /**
   * The ledger for statements; what fails is told without a word of the data. Every statement of
   * the program goes through a template made here.
   */
  public static JdbcTemplate template(DataSource database) {
    JdbcTemplate template = new JdbcTemplate(database);
    template.setExceptionTranslator(new QuietTranslator());
    return template;
  }

  /**
   * Brings the tables up to date; safe to repeat. A migration that was cut off is run once more:
   * neither database undoes half a script, so each script leaves alone what is there already.
   */
  public static void migrate(DataSource database, String url) {
    if (MigrationScripts.made(database, isH2(url))) {
      return;
    }
    Flyway flyway = flyway(database, url);
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      if (!hasFailed(flyway.info())) {
        throw e;
      }
      flyway.repair();
      flyway.migrate();
    }
  }

  private static boolean hasFailed(MigrationInfoService scripts) {
    return Arrays.stream(scripts.all()).anyMatch(script -> script.getState().isFailed());
  }

  static Flyway flyway(DataSource database, String url) {
    return Flyway.configure()
        .dataSource(database)
        .locations(
            "classpath:db/migration/common",
            "classpath:db/migration/" + (isH2(url) ? "h2" : "mariadb"))
        .placeholders(
            Map.of(
                "table_options",
                isH2(url) ? "" : "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin"))
        .load();
  }

  /** Creates an H2 ledger's file and the folder it will lie in, for their owner only. */
  public static void createFolder(String url) throws IOException {
    Optional<Path> file = h2File(url);
    if (file.isPresent()) {
      Path folder = file.get().getParent();
      if (folder != null) {
        OwnerOnly.createFolders(folder);
      }
      OwnerOnly.createFile(file.get().resolveSibling(file.get().getFileName() + ".mv.db"));
    }
  }

  /** The file of an H2 ledger without its suffix; empty for any other. */
  public static Optional<Path> h2File(String url) {
    if (!isH2(url)) {
      return Optional.empty();
    }
    String place = url.substring(H2.length()).replaceFirst(";.*", "");
    return place.startsWith("file:")
        ? Optional.of(Path.of(place.substring("file:".length())).toAbsolutePath().normalize())
        : Optional.empty();
  }

  public static boolean isH2(String url) {
    return url.startsWith(H2);
  }

  private static String h2(String url) {
    StringBuilder full = new StringBuilder(url);
    new java.util.TreeMap<>(H2_DEFAULTS)
        .forEach(
            (name, value) -> {
              if (!url.toUpperCase(Locale.ROOT).contains(";" + name + "=")) {
                full.append(';').append(name).append('=').append(value);
              }
            });
    return full.toString();
  }

  private static String mariadb(String url) {
    Map<String, String> wanted = new LinkedHashMap<>(new java.util.TreeMap<>(MARIADB_DEFAULTS));
    // Without a word in the address: encrypted and verified towards another machine, plain on this.
    wanted.put("sslMode", isLocal(url) ? "disable" : "verify-full");
    StringBuilder full = new StringBuilder(url);
    wanted.forEach(
        (name, value) -> {
          if (!url.contains("?" + name + "=") && !url.contains("&" + name + "=")) {
            full.append(full.indexOf("?") < 0 ? '?' : '&').append(name).append('=').append(value);
          }
        });
    return full.toString();
  }

  private static boolean isLocal(String url) {
    return Optional.of(url.substring(MARIADB.length()))
        .filter(rest -> rest.matches("//(localhost|127\\.0\\.0\\.1|\\[::1])([:/].*)?"))
        .isPresent();
  }
}
