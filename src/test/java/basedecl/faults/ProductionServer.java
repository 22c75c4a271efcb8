package basedecl.faults;

import basedecl.testing.MariaDbProcess;
import basedecl.testing.SelfSignedCertificate;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A MariaDB as {@code src/docs/operations.md} sets one up: encrypted, at an address that is not
 * taken for this machine's own, its database and its account made by the statements of that page.
 */
final class ProductionServer {

  static final String ADDRESS = "127.0.0.2";
  static final String DATABASE = "basedecl";

  private static final Path PAGE = Path.of("src", "docs", "operations.md");
  private static final String PASSWORD = "Zhang-3.Li-4";

  private final MariaDbProcess process;
  private final Path certificate;

  private ProductionServer(MariaDbProcess process, Path certificate) {
    this.process = process;
    this.certificate = certificate;
  }

  static ProductionServer start(Path folder) throws Exception {
    SelfSignedCertificate own = SelfSignedCertificate.make(folder, "ip:" + ADDRESS);
    ProductionServer server =
        new ProductionServer(
            MariaDbProcess.startEncrypted(
                InetAddress.getByName(ADDRESS), own.certificate(), own.key()),
            own.certificate());
    for (String verb : List.of("CREATE DATABASE ", "CREATE USER ", "GRANT ")) {
      server.execute(statement(verb));
    }
    return server;
  }

  /** The page's statement that begins so, for an account of this machine. */
  private static String statement(String verb) throws Exception {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("    " + verb))
        .findFirst()
        .orElseThrow()
        .strip()
        .replace("10.1.2.%", "127.0.0.%")
        .replace("'...'", "'" + PASSWORD + "'");
  }

  /** Takes from the account what the page says it needs only while tables are made. */
  void takeAwayTheRightsToMakeTables() throws SQLException {
    execute("REVOKE CREATE, ALTER, INDEX, REFERENCES ON basedecl.* FROM 'basedecl'@'127.0.0.%'");
  }

  int port() {
    return process.port();
  }

  Path certificate() {
    return certificate;
  }

  String url(String database) {
    return plainUrl(database) + "?serverSslCert=" + certificate;
  }

  /** Without a word about certificates. */
  String plainUrl(String database) {
    return "jdbc:mariadb://" + ADDRESS + ":" + process.port() + "/" + database;
  }

  /** User and password, as they stand in the environment. */
  static Map<String, String> environment() {
    return Map.of("BASEDECL_DB_USER", "basedecl", "BASEDECL_DB_PASSWORD", PASSWORD);
  }

  /** A database of that name, empty, that the account may use, too. */
  void create(String database) throws Exception {
    execute(statement("CREATE DATABASE ").replace(DATABASE, database));
    execute(statement("GRANT ").replace("ON " + DATABASE + ".", "ON " + database + "."));
  }

  /** A database of that name with the rows of another. */
  synchronized void copy(String from, String to) throws Exception {
    create(to);
    for (String table : named(from, "BASE TABLE")) {
      execute("CREATE TABLE " + to + "." + table + " LIKE " + from + "." + table);
      execute("INSERT INTO " + to + "." + table + " SELECT * FROM " + from + "." + table);
    }
    for (String sequence : named(from, "SEQUENCE")) {
      String next = texts("SELECT NEXTVAL(" + from + "." + sequence + ")").get(0);
      execute("CREATE SEQUENCE " + to + "." + sequence + " START WITH " + next);
    }
  }

  private List<String> named(String database, String kind) throws SQLException {
    return texts(
        "SELECT CONCAT('`', table_name, '`') FROM information_schema.tables WHERE table_type = '"
            + kind
            + "' AND table_schema = '"
            + database
            + "'");
  }

  private List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection root = root();
        Statement statement = root.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  void execute(String sql) throws SQLException {
    try (Connection root = root();
        Statement statement = root.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection root() throws SQLException {
    return DriverManager.getConnection(url("") + "&sslMode=verify-full&user=root");
  }

  void stop() {
    process.kill();
  }
}
