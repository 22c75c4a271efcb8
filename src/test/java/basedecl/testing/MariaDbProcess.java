package basedecl.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A mariadbd with a data folder of its own under {@code target/}, on a free port of 127.0.0.1,
 * stopped and cleared away when this JVM ends. Debian's mariadb-server-core is all it needs: the
 * system tables are made with {@code --bootstrap}, since mariadb-install-db wants a program of
 * another package.
 */
public final class MariaDbProcess {

  private static final List<String> PROGRAMS =
      List.of("/usr/sbin/mariadbd", "/usr/bin/mariadbd", "/usr/local/bin/mariadbd");
  private static final List<String> SHARES = List.of("/usr/share/mysql", "/usr/share/mariadb");
  private static final List<String> SYSTEM_TABLES =
      List.of("system_tables.sql", "performance_tables.sql", "system_tables_data.sql");
  private static final int ATTEMPTS = 3;

  /** A test's database need not outlive its server. */
  private static final List<String> CARELESS =
      List.of("--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0");

  private Process process;
  private final InetAddress address;
  private final int port;
  private final List<String> command;
  private final Path log;

  private MariaDbProcess(
      Process process, InetAddress address, int port, List<String> command, Path log) {
    this.process = process;
    this.address = address;
    this.port = port;
    this.command = command;
    this.log = log;
  }

  static MariaDbProcess start() throws IOException {
    return start(InetAddress.getLoopbackAddress(), CARELESS);
  }

  /** A server that keeps what it committed when it is killed, as one in production does. */
  public static MariaDbProcess startDurable() throws IOException {
    return start(InetAddress.getLoopbackAddress(), List.of());
  }

  /** A server with a certificate on an address of this machine; both files are PEM. */
  public static MariaDbProcess startEncrypted(InetAddress address, Path certificate, Path key)
      throws IOException {
    List<String> options = new ArrayList<>(CARELESS);
    options.add("--bind-address=" + address.getHostAddress());
    options.add("--ssl-cert=" + certificate);
    options.add("--ssl-key=" + key);
    return start(address, options);
  }

  private static MariaDbProcess start(InetAddress address, List<String> options)
      throws IOException {
    String program = first(PROGRAMS, "mariadbd");
    Path home = Path.of("target", "mariadb").toAbsolutePath();
    Files.createDirectories(home);
    Path folder = Files.createTempDirectory(home, "server-");
    Path data = Files.createDirectory(folder.resolve("data"));
    Path log = folder.resolve("mariadbd.log");
    List<String> common = new ArrayList<>(List.of(program, "--no-defaults", "--datadir=" + data));
    if (System.getProperty("user.name").equals("root")) {
      common.add("--user=root");
    }
    common.add("--innodb-log-file-size=16M");
    makeSystemTables(common, folder, log);
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      int port = freePort();
      List<String> command = command(common, port, options);
      Process process = serve(command, log);
      if (answers(process, address, port)) {
        MariaDbProcess server = new MariaDbProcess(process, address, port, command, log);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(folder)));
        return server;
      }
      process.destroyForcibly();
    }
    throw new IOException("mariadbd did not start, see " + log);
  }

  /** A durable server with further options, which win over those of a test's server. */
  public static MariaDbProcess startDurable(List<String> options) throws IOException {
    return start(InetAddress.getLoopbackAddress(), options);
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  /** {@code kill -9}. */
  public void kill() {
    process.destroyForcibly();
    ends(process, 15);
  }

  /** The killed server again, on its data and its port. */
  public void restart() throws IOException {
    process = serve(command, log);
    if (!answers(process, address, port)) {
      throw new IOException("mariadbd did not start again, see " + log);
    }
  }

  private static void makeSystemTables(List<String> common, Path folder, Path log)
      throws IOException {
    Path script = folder.resolve("bootstrap.sql");
    StringBuilder sql = new StringBuilder("CREATE DATABASE mysql;\nUSE mysql;\n");
    // Without this variable the tables' script makes a root that only the unix user root may be.
    sql.append("SET @auth_root_socket=NULL;\n");
    for (String table : SYSTEM_TABLES) {
      sql.append(Files.readString(systemScript(table))).append('\n');
    }
    Files.writeString(script, sql);
    List<String> command = new ArrayList<>(common);
    command.add("--bootstrap");
    Process bootstrap =
        new ProcessBuilder(command)
            .redirectInput(script.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    if (!ends(bootstrap, 120) || bootstrap.exitValue() != 0) {
      bootstrap.destroyForcibly();
      throw new IOException("mariadbd --bootstrap failed, see " + log);
    }
  }

  private static List<String> command(List<String> common, int port, List<String> options) {
    List<String> command = new ArrayList<>(common);
    command.addAll(
        List.of(
            // Relative to the data folder: a unix socket's path has at most 107 bytes.
            "--socket=mariadb.sock",
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--skip-name-resolve",
            "--character-set-server=utf8mb4",
            "--innodb-buffer-pool-size=128M",
            "--sync-binlog=0",
            "--skip-log-bin",
            "--performance-schema=OFF"));
    command.addAll(options);
    return command;
  }

  private static Process serve(List<String> command, Path log) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private static boolean answers(Process process, InetAddress address, int port) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (process.isAlive() && System.nanoTime() < end) {
      try (Socket socket = new Socket(address, port)) {
        // The server greets first; somebody else's listener on this port would not.
        socket.setSoTimeout(2000);
        if (socket.getInputStream().read() >= 0 && process.isAlive()) {
          return true;
        }
      } catch (IOException notYet) {
        if (ends(process, 0)) {
          return false;
        }
      }
      ends(process, 0);
    }
    return false;
  }

  private static boolean ends(Process process, int seconds) {
    try {
      return process.waitFor(Math.max(50, seconds * 1000L), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void stop(Path folder) {
    process.destroy();
    if (!ends(process, 15)) {
      process.destroyForcibly();
      ends(process, 5);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      throw new UncheckedIOException("cannot clear " + folder, left);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static Path systemScript(String table) throws IOException {
    List<String> places = new ArrayList<>();
    for (String share : SHARES) {
      places.add(share + "/mysql_" + table);
      places.add(share + "/mariadb_" + table);
    }
    return Path.of(first(places, table));
  }

  private static String first(List<String> places, String what) throws IOException {
    return places.stream()
        .filter(place -> Files.isReadable(Path.of(place)))
        .findFirst()
        .orElseThrow(() -> new IOException(what + " is in none of " + places));
  }
}
