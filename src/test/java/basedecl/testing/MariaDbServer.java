package basedecl.testing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A real MariaDB for tests. One server is started for the whole run, each test class gets an empty
 * database of its own, dropped when the class is done:
 *
 * <pre>{@code
 * @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();
 * ...
 * MARIADB.url()   // jdbc:mariadb://127.0.0.1:PORT/basedecl_1?user=root
 * }</pre>
 *
 * <p>The environment variable {@code BASEDECL_TEST_MARIADB} names another server instead, as a JDBC
 * URL whose user may create databases: {@code jdbc:mariadb://host:3306/?user=…&password=…}.
 */
public final class MariaDbServer implements BeforeAllCallback, AfterAllCallback {

  private static final String ANOTHER_SERVER = "BASEDECL_TEST_MARIADB";
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static @Nullable MariaDbProcess process;

  private final AtomicInteger others = new AtomicInteger();
  private Optional<String> database = Optional.empty();

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    String name = "basedecl_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
    database = Optional.of(name);
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    for (int i = 1; i <= others.get(); i++) {
      execute("DROP DATABASE " + database.orElseThrow() + "_" + i);
    }
    execute("DROP DATABASE " + database.orElseThrow());
    database = Optional.empty();
  }

  /** The test class's own database, user (and password, where there is one) in the URL. */
  public String url() {
    return urlOf(database.orElseThrow());
  }

  /** One more empty database of the class, its user in the URL; dropped with the first. */
  public String anotherDatabase() {
    String name = database.orElseThrow() + "_" + others.incrementAndGet();
    try {
      execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
    } catch (SQLException refused) {
      throw new IllegalStateException("cannot create " + name, refused);
    }
    return urlOf(name);
  }

  public DataSource dataSource() {
    try {
      return new MariaDbDataSource(url());
    } catch (SQLException refused) {
      throw new IllegalStateException("the test server's URL is no MariaDB URL", refused);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(urlOf(""));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The server's URL with the database's name put in front of the parameters. */
  private static String urlOf(String name) {
    String server = server();
    int parameters = server.indexOf('?');
    return parameters < 0
        ? server + name
        : server.substring(0, parameters) + name + server.substring(parameters);
  }

  private static synchronized String server() {
    String another = System.getenv(ANOTHER_SERVER);
    if (another != null && !another.isBlank()) {
      return another;
    }
    if (process == null) {
      try {
        process = MariaDbProcess.start();
      } catch (IOException failed) {
        throw new IllegalStateException(
            "no MariaDB for tests: install Debian's mariadb-server-core (make test does), or name a"
                + " server in "
                + ANOTHER_SERVER,
            failed);
      }
    }
    return "jdbc:mariadb://127.0.0.1:" + process.port() + "/?user=root";
  }
}
