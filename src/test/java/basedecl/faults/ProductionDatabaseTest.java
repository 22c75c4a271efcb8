package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import basedecl.ledger.database.LedgerDatabase;
import basedecl.testing.MariaDbProcess;
import basedecl.testing.MariaDbServer;
import basedecl.testing.SelfSignedCertificate;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code src/docs/operations.md} says of MariaDB, tried: encryption and to whom, the account's
 * rights, backup and restore. A whole year under that account is {@link KilledJobsTest}.
 */
@Tag("database")
@Tag("run")
class ProductionDatabaseTest {

  @RegisterExtension static final MariaDbServer PLAIN = new MariaDbServer();

  @TempDir static Path folder = Path.of("");

  private static List<ProductionServer> started = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    started.add(ProductionServer.start(folder.resolve("server")));
  }

  @AfterAll
  static void stop() {
    started.forEach(ProductionServer::stop);
  }

  private static ProductionServer server() {
    return started.get(0);
  }

  /**
   * A connection as the pool makes them; what the pool would try again for a while fails at once.
   */
  private static String cipher(String url, Map<String, String> environment) throws SQLException {
    String whole;
    try (HikariDataSource ledger = LedgerDatabase.open(url, 1, environment)) {
      whole = ledger.getJdbcUrl();
    }
    try (Connection connection =
            DriverManager.getConnection(
                whole,
                environment.getOrDefault("BASEDECL_DB_USER", ""),
                environment.getOrDefault("BASEDECL_DB_PASSWORD", ""));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW STATUS LIKE 'Ssl_cipher'")) {
      return row.next() ? row.getString(2) : "";
    }
  }

  @Test
  void towardsAnotherMachineTheLedgerIsEncryptedWithoutBeingAskedTo() throws Exception {
    assertThat(cipher(server().url("basedecl"), ProductionServer.environment())).startsWith("TLS_");
  }

  @Test
  void aServerWhoseCertificateNobodyVouchesForIsRefused() {
    assertThatThrownBy(() -> cipher(server().plainUrl("basedecl"), ProductionServer.environment()))
        .hasStackTraceContaining("Self signed certificates");
  }

  @Test
  void aServerWhoseCertificateNamesAnotherIsRefused() throws Exception {
    SelfSignedCertificate others =
        SelfSignedCertificate.make(folder.resolve("other"), "dns:db.example.org");
    MariaDbProcess process =
        MariaDbProcess.startEncrypted(
            InetAddress.getByName(ProductionServer.ADDRESS), others.certificate(), others.key());
    try {
      String url =
          "jdbc:mariadb://"
              + ProductionServer.ADDRESS
              + ":"
              + process.port()
              + "/?serverSslCert="
              + others.certificate();
      assertThatThrownBy(() -> cipher(url, Map.of("BASEDECL_DB_USER", "root")))
          .hasStackTraceContaining("SSL hostname verification failed");
    } finally {
      process.kill();
    }
  }

  @Test
  void aPlainServerIsRefusedWhereEncryptionIsAskedFor() {
    assertThatThrownBy(() -> cipher(PLAIN.url() + "&sslMode=verify-full", Map.of()))
        .hasStackTraceContaining("ssl not enabled in the server");
  }

  @Test
  void theAccountIsRefusedWithoutEncryption() {
    assertThatThrownBy(
            () ->
                cipher(
                    server().plainUrl("basedecl") + "?sslMode=disable",
                    ProductionServer.environment()))
        .hasStackTraceContaining("Access denied for user 'basedecl'");
  }

  @Test
  void theAccountMayNeitherDropATableNorReadAFileNorSeeAnotherDatabase() throws Exception {
    server().execute("CREATE DATABASE someone_elses");
    server().execute("CREATE TABLE someone_elses.wages (wage INT)");
    server().execute("CREATE TABLE basedecl.tried (a INT)");
    for (String sql :
        List.of(
            "DROP TABLE basedecl.tried",
            "SELECT * FROM someone_elses.wages",
            "SELECT LOAD_FILE('/etc/passwd') INTO OUTFILE '/tmp/never'",
            "CREATE USER another",
            "SET GLOBAL max_connections = 7")) {
      try (HikariDataSource ledger =
              LedgerDatabase.open(server().url("basedecl"), 1, ProductionServer.environment());
          Connection connection = ledger.getConnection();
          Statement statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.execute(sql)).as(sql).hasMessageContaining("denied");
      }
    }
  }

  /** Saves what there is, and puts it back in the place of what there is then. */
  private interface Backup {
    void save() throws Exception;

    void restore() throws Exception;
  }

  @Test
  void anH2LedgerPutBackFromItsCopyTakesTheLaterFilesAgainFromTheArchive() throws Exception {
    Ground ground = Ground.onH2(folder.resolve("h2"));
    Path ledger = ground.folder().resolve("ledger").resolve("ledger.mv.db");
    Path copy = ground.folder().resolve("copy.mv.db");
    assertRestores(
        ground,
        new Backup() {
          @Override
          public void save() throws IOException {
            Files.copy(ledger, copy);
          }

          @Override
          public void restore() throws IOException {
            Files.copy(copy, ledger, StandardCopyOption.REPLACE_EXISTING);
          }
        });
  }

  @Test
  void aMariaDbLedgerPutBackFromItsDumpTakesTheLaterFilesAgainFromTheArchive() throws Exception {
    assumeThat(installed("mariadb-dump")).as("Debian's mariadb-client is installed").isTrue();
    server().create("dumped");
    Ground ground =
        Ground.on(
            folder.resolve("mariadb"), server().url("dumped"), ProductionServer.environment());
    Path dump = ground.folder().resolve("basedecl.sql");
    assertRestores(
        ground,
        new Backup() {
          @Override
          public void save() throws Exception {
            assertThat(
                    client("mariadb-dump", "basedecl", "--single-transaction --skip-lock-tables")
                        .redirectOutput(dump.toFile())
                        .start()
                        .waitFor())
                .isZero();
          }

          @Override
          public void restore() throws Exception {
            server().execute("DROP DATABASE dumped");
            server()
                .execute("CREATE DATABASE dumped CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
            assertThat(client("mariadb", "root", "").redirectInput(dump.toFile()).start().waitFor())
                .isZero();
          }
        });
  }

  /**
   * A night, a backup, another night, and the backup again: with the second night's files back in
   * the inbox a night comes to what the second one had come to.
   */
  private static void assertRestores(Ground ground, Backup backup) throws Exception {
    ground.putSample("corrections/1-first.xlsx");
    ground.putSample("refused-rows/every-kind-of-mistake.csv");
    assertThat(ground.run().status()).isZero();
    Undisturbed first = Undisturbed.of(ground);
    backup.save();
    ground.putSample("corrections/1-later-corrected.xlsx");
    ground.putSample("plain/employees-gbk.csv");
    assertThat(ground.run().status()).isZero();
    Undisturbed second = Undisturbed.of(ground);
    backup.restore();
    assertThat(Undisturbed.of(ground).ledger()).isEqualTo(first.ledger());
    Path archived = ground.work().resolve("archive").resolve("accepted").resolve("run-2");
    try (Stream<Path> files = Files.walk(archived)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path back = ground.inbox().resolve(archived.relativize(file).toString());
        Files.createDirectories(back.getParent());
        Files.move(file, back);
      }
    }
    assertThat(ground.run().status()).isZero();
    assertThat(Undisturbed.of(ground).differences(second)).isEmpty();
  }

  private static ProcessBuilder client(String program, String user, String options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                program,
                "--no-defaults",
                "--host=" + ProductionServer.ADDRESS,
                "--port=" + server().port(),
                "--ssl-ca=" + server().certificate(),
                "--ssl-verify-server-cert",
                "--user=" + user));
    Stream.of(options.split(" ")).filter(option -> !option.isEmpty()).forEach(command::add);
    command.add("dumped");
    ProcessBuilder process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    if (!user.equals("root")) {
      process
          .environment()
          .put(
              "MYSQL_PWD", ProductionServer.environment().getOrDefault("BASEDECL_DB_PASSWORD", ""));
    }
    return process;
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }
}
