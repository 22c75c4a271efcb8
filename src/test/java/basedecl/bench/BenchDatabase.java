package basedecl.bench;

import basedecl.ledger.database.LedgerDatabase;
import basedecl.testing.MariaDbProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fresh databases to measure on: files of H2, or schemas of one durable MariaDB server. */
final class BenchDatabase {

  /** A modest production server's memory and log; every commit on the disk, as by default. */
  private static final List<String> SERVER =
      List.of(
          "--innodb-buffer-pool-size=512M",
          "--innodb-log-file-size=512M",
          "--innodb-flush-method=O_DIRECT");

  private static MariaDbProcess server;

  private final String url;
  private final String user;
  private final long serverPid;

  private BenchDatabase(String url, String user, long serverPid) {
    this.url = url;
    this.user = user;
    this.serverPid = serverPid;
  }

  /** An empty database; an H2 file lies in {@code folder}, which is empty. */
  static BenchDatabase fresh(String product, String name, Path folder)
      throws IOException, SQLException {
    if (product.equals("H2")) {
      Path file = folder.resolve(name).toAbsolutePath();
      return new BenchDatabase("jdbc:h2:file:" + file, "sa", 0);
    }
    if (server == null) {
      server = MariaDbProcess.startDurable(SERVER);
    }
    String root = "jdbc:mariadb://127.0.0.1:" + server.port() + "/";
    try (Connection connection = DriverManager.getConnection(root, "root", "");
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name);
      statement.execute(
          "CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
    }
    return new BenchDatabase(root + name, "root", server.pid());
  }

  String url() {
    return url;
  }

  /** With what the product and the floor have in common: commits are on the disk. */
  String durableUrl() {
    return serverPid == 0
        ? url + ";WRITE_DELAY=0"
        : url + "?useBulkStmts=true&sslMode=disable&allowLocalInfile=false";
  }

  String user() {
    return user;
  }

  double serverCpu() {
    return serverPid == 0 ? 0 : MeasuredProcess.cpuSeconds(serverPid);
  }

  Map<String, String> environment() {
    return Map.of("BASEDECL_DB_USER", user, "LC_ALL", "C.UTF-8");
  }

  /** A pool at the ledger, whose tables are made where they are missing. */
  com.zaxxer.hikari.HikariDataSource ledger(int connections) {
    com.zaxxer.hikari.HikariDataSource ledger =
        LedgerDatabase.open(url, connections, environment());
    LedgerDatabase.migrate(ledger, url);
    return ledger;
  }

  /** Empties the ledger of what it was told, and leaves the runs that told it and their workers. */
  void empty(DataSource ledger) {
    JdbcTemplate jdbc = new JdbcTemplate(ledger);
    List<String> tables =
        jdbc.queryForList(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND"
                + " table_type = 'BASE TABLE' AND table_name NOT LIKE 'BATCH%' AND table_name NOT IN"
                + " ('flyway_schema_history', 'lease', 'ledger_run', 'worker')",
            String.class);
    jdbc.execute(
        (java.sql.Connection connection) -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION FOREIGN_KEY_CHECKS = 0");
            for (String table : tables) {
              statement.execute("TRUNCATE TABLE " + table);
            }
            return statement.execute("SET SESSION FOREIGN_KEY_CHECKS = 1");
          }
        });
  }

  /** The people of the ledger's current declarations. */
  long people() {
    try (com.zaxxer.hikari.HikariDataSource ledger = LedgerDatabase.open(url, 1, environment())) {
      Long people =
          new JdbcTemplate(ledger)
              .queryForObject(
                  "SELECT SUM(persons) FROM declaration WHERE standing = 'CURRENT'", Long.class);
      return people == null ? 0 : people;
    }
  }

  /** The steps of the last job, without the workers of a partitioned one, from {@code started}. */
  List<MeasuredProcess.Phase> steps(LocalDateTime started, double wall) {
    try (com.zaxxer.hikari.HikariDataSource ledger = LedgerDatabase.open(url, 1, environment())) {
      return steps(ledger, started, wall);
    }
  }

  private static List<MeasuredProcess.Phase> steps(
      DataSource ledger, LocalDateTime started, double wall) {
    List<MeasuredProcess.Phase> steps = new ArrayList<>();
    new JdbcTemplate(ledger)
        .query(
            "SELECT STEP_NAME, START_TIME, END_TIME FROM BATCH_STEP_EXECUTION WHERE JOB_EXECUTION_ID"
                + " = (SELECT MAX(JOB_EXECUTION_ID) FROM BATCH_JOB_EXECUTION)"
                + " ORDER BY STEP_EXECUTION_ID",
            row -> {
              if (!row.getString(1).contains(":")) {
                steps.add(step(row, started));
              }
            });
    if (!steps.isEmpty()) {
      MeasuredProcess.Phase first = steps.get(0);
      steps.add(0, new MeasuredProcess.Phase("start", 0, first.begin()));
      double end = steps.stream().mapToDouble(s -> s.begin() + s.seconds()).max().orElse(0);
      steps.add(new MeasuredProcess.Phase("end", end, Math.max(0, wall - end)));
    }
    return steps;
  }

  private static MeasuredProcess.Phase step(ResultSet row, LocalDateTime started)
      throws SQLException {
    LocalDateTime begin = row.getTimestamp(2).toLocalDateTime();
    LocalDateTime end = row.getTimestamp(3).toLocalDateTime();
    return new MeasuredProcess.Phase(
        row.getString(1),
        Duration.between(started, begin).toMillis() / 1e3,
        Duration.between(begin, end).toMillis() / 1e3);
  }
}
