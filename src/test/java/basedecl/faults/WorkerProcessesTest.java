package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.job.declaration.DeclarationJob;
import basedecl.testing.ProgramProcess;
import basedecl.testing.PrometheusText;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workers as processes of their own, under the account that {@code src/docs/operations.md} makes
 * for them by its statements, read the night of one process: another night each time. A failure
 * tells its seed, and {@code -Dbasedecl.night=SEED} is that night again.
 */
@Tag("database")
@Tag("run")
class WorkerProcessesTest {

  private static final Path PAGE = Path.of("src", "docs", "operations.md");
  private static final String ACCOUNT = "basedecl_worker";
  private static final String MANIFEST = "output/manifest.json";
  private static final int LONGEST_SECONDS = 120;

  @TempDir static Path folder = Path.of("");

  private static List<ProductionServer> servers = new ArrayList<>();

  @BeforeAll
  static void aServerWithTablesAndTheWorkersAccount() throws Exception {
    ProductionServer server = ProductionServer.start(folder.resolve("server"));
    servers.add(server);
    Ground empty = ground("first");
    assertThat(empty.run().status()).isZero();
    List<String> statements =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("    ") && line.contains("'" + ACCOUNT + "'"))
            .toList();
    assertThat(statements).hasSizeGreaterThan(15);
    for (String statement : statements) {
      server.execute(
          statement
              .strip()
              .replace("10.1.2.%", "127.0.0.%")
              .replace("'...'", "'" + password() + "'"));
    }
  }

  @AfterAll
  static void stop() {
    servers.forEach(ProductionServer::stop);
  }

  private static String password() {
    return ProductionServer.environment().getOrDefault("BASEDECL_DB_PASSWORD", "");
  }

  private static Ground ground(String name) throws IOException {
    return Ground.on(
        folder.resolve(name),
        servers.get(0).url(ProductionServer.DATABASE),
        ProductionServer.environment());
  }

  private static Process worker(Ground ground, String name, Map<String, String> more)
      throws IOException {
    List<String> command =
        ProgramProcess.command(
            List.of("-Xmx256m", "-Djava.io.tmpdir=" + ground.folder().resolve("tmp")),
            "basedecl.cli.Main");
    command.addAll(List.of("worker", "jobs/declaration.yaml", "--threads", "1", "--lang=en"));
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("inbox", "there-is-none");
    settings.put("work", ground.work().toString());
    settings.put("output", ground.folder().resolve("no-output").toString());
    settings.put("database", ground.database());
    settings.putAll(more);
    settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
    ProcessBuilder process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ground.folder().resolve(name + ".txt").toFile());
    Map<String, String> account = new HashMap<>(ProductionServer.environment());
    account.put("BASEDECL_DB_USER", ACCOUNT);
    process.environment().putAll(account);
    process.environment().put("LC_ALL", "C.UTF-8");
    return process.start();
  }

  /** A worker's file is there as long as the worker, and says at once what the worker does. */
  private static void assertMeters(Path metrics, Process worker)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    List<Path> files = metersIn(metrics);
    while (files.isEmpty() || !Files.readString(files.get(0)).contains("worker_state{")) {
      assertThat(System.nanoTime() - end).as("the meters come in time").isNegative();
      Thread.sleep(100);
      files = metersIn(metrics);
    }
    assertThat(files).hasSize(1);
    PrometheusText text = PrometheusText.of(files.get(0));
    String process = "/" + worker.pid() + "/";
    assertThat(text.samples()).allMatch(sample -> sample.contains(process));
    assertThat(text.value("base_declaration_worker_state", "state=\"refused\"")).isZero();
    assertThat(text.value("base_declaration_worker_persons_total", process)).isNotNegative();
    assertThat(text.value("hikaricp_connections_max", "pool=\"requests\"")).isEqualTo(1);
  }

  private static List<Path> metersIn(Path metrics) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(metrics, "*.prom")) {
      all.forEach(files::add);
    }
    return files;
  }

  @Test
  void twoWorkersReadTheNightOfOneAndLeaveWhenAsked() throws Exception {
    long seed = Long.getLong("basedecl.night", System.nanoTime());
    Ground local = Ground.onH2(folder.resolve("local"));
    Ground remote = ground("remote");
    // The ledger knows an earlier run: that of no files.
    assertThat(local.run().status()).isZero();
    DrawnNight.put(seed, local, remote);
    Errand errand =
        new Errand(
            new DeclarationJob(),
            Map.of(
                "inbox",
                remote.inbox().toString(),
                "workers",
                "remote",
                "partitions",
                Integer.toString(4 + new Random(seed).nextInt(12))));
    Path metrics = Files.createDirectories(folder.resolve("metrics"));
    String killed = RemoteGround.deadHere(1).replace('/', '-');
    Files.createFile(metrics.resolve("base-declaration-worker-" + killed + ".prom"));
    Process one = worker(remote, "one", Map.of("metrics", metrics.toString()));
    Process two = worker(remote, "two", Map.of());
    Process other = worker(remote, "other", Map.of("max-columns", "100"));
    try {
      assertThat(local.run().status()).as("the night %d", seed).isZero();
      Ground.Ending ending = remote.run(errand);
      assertThat(ending.status())
          .as("the night %d: %s", seed, ending.said() + remote.said("one"))
          .isZero();
      assertThat(remote.said("other")).contains("the limits to reading");
      assertMeters(metrics, one);
    } finally {
      for (Process each : List.of(one, two, other)) {
        each.destroy();
      }
    }
    for (Process each : List.of(one, two, other)) {
      assertThat(each.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(each.exitValue()).isZero();
    }
    assertThat(metrics).isEmptyDirectory();
    assertThat(remote.said("one") + remote.said("two")).contains("Takes part in run 2", "Left");
    assertThat(remote.folder().resolve("no-output")).doesNotExist();
    Undisturbed expected = Undisturbed.of(local).but(MANIFEST);
    assertThat(expected.files()).containsKeys(DrawnNight.OUTPUTS.toArray(String[]::new));
    assertThat(Undisturbed.of(remote).but(MANIFEST).differences(expected))
        .as("the night %d", seed)
        .isEmpty();
  }
}
