package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import basedecl.ledger.database.LedgerDatabase;
import basedecl.testing.MariaDbProcess;
import basedecl.testing.MariaDbServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Nights that are stopped, started eight times over, robbed of their lease, their database or the
 * room on their disk: run again, each is the night nobody disturbed.
 */
@Tag("database")
@Tag("run")
class DisturbedNightsTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  @TempDir static Path folder = Path.of("");

  private static final Map<String, String> ROOT = Map.of("BASEDECL_DB_USER", "root");
  private static final String MID_CHUNK =
      "basedecl.job.intake.DeclarationItemProcessor#assessed:after:7";

  private static Undisturbed undisturbed = new Undisturbed(Map.of(), Map.of());
  private static DisturbedNight night = new DisturbedNight(Path.of(""));

  @BeforeAll
  static void anUndisturbedNight() throws Exception {
    night = new DisturbedNight(FaultAgent.jar(folder));
    Ground ground = Ground.onH2(folder.resolve("undisturbed")).withInbox();
    assertThat(ground.run().status()).isZero();
    undisturbed = Undisturbed.of(ground);
  }

  private static Ground ground(String name, String database) throws IOException {
    Path place = folder.resolve(name + "-" + database);
    return database.equals("H2")
        ? Ground.onH2(place).withInbox()
        : Ground.on(place, MARIADB.anotherDatabase(), ROOT).withInbox();
  }

  private static void assertUndisturbed(Ground ground) throws IOException {
    assertThat(Undisturbed.of(ground).differences(undisturbed)).isEmpty();
  }

  private static void assertRunsToTheEnd(Ground ground) throws IOException {
    Ground.Ending ending = ground.run();
    assertThat(ending.status()).as(ending.said()).isZero();
    assertUndisturbed(ground);
  }

  /** A process that stands still at {@code plan} until {@link #goOn}. */
  private static Process paused(Ground ground, String name, String plan) throws Exception {
    Process process = ground.begin(name, pausing(ground, plan));
    awaitFile(ground.folder().resolve("reached"), process);
    return process;
  }

  private static List<String> pausing(Ground ground, String plan) {
    List<String> options = new ArrayList<>(night.options(plan));
    options.add("-D" + FaultTrigger.PAUSE + "=" + ground.folder());
    return options;
  }

  private static void awaitFile(Path file, Process process) throws InterruptedException {
    Ground.await(() -> Files.exists(file) || !process.isAlive(), List.of(process));
    assertThat(file).exists();
  }

  private static void goOn(Ground ground) throws IOException {
    Files.createFile(ground.folder().resolve("go"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"H2", "MariaDB"})
  void askedToStopItEndsAfterTheChunkAndTheNextRunGoesOn(String database) throws Exception {
    Ground ground = ground("stopped", database);
    Process process = paused(ground, "stopped", MID_CHUNK);
    process.destroy();
    TimeUnit.MILLISECONDS.sleep(500);
    goOn(ground);
    assertThat(ground.end("stopped", process)).as(ground.said("stopped")).isEqualTo(1);
    assertThat(ground.said("stopped")).contains("Run 1 was stopped as asked");
    try (HikariDataSource ledger =
        LedgerDatabase.open(ground.database(), 1, ground.environment())) {
      JdbcTemplate jdbc = new JdbcTemplate(ledger);
      assertThat(jdbc.queryForObject("SELECT state FROM ledger_run", String.class))
          .isEqualTo("STOPPED");
      assertThat(
              jdbc.queryForObject("SELECT COUNT(*) FROM lease WHERE owner IS NULL", Integer.class))
          .isEqualTo(1);
      assertThat(
              jdbc.queryForObject(
                  "SELECT COUNT(*) FROM intake_file WHERE verdict IS NOT NULL", Integer.class))
          .isZero();
    }
    assertRunsToTheEnd(ground);
  }

  @ParameterizedTest
  @ValueSource(strings = {"H2", "MariaDB"})
  void ofEightStartsOneRunsAndTheOthersSayWhoDoes(String database) throws Exception {
    Ground ground = ground("eight", database);
    List<Process> starts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      starts.add(
          ground.begin(
              "start-" + i, pausing(ground, "basedecl.ledger.run.RunLedger#begin:after:1")));
    }
    Ground.await(() -> starts.stream().filter(start -> !start.isAlive()).count() >= 7, starts);
    assertThat(starts).as("the one that is held up").anyMatch(Process::isAlive);
    goOn(ground);
    int done = 0;
    for (int i = 0; i < 8; i++) {
      int status = ground.end("start-" + i, starts.get(i));
      String said = ground.said("start-" + i);
      if (status == 0) {
        done++;
      } else {
        assertThat(status).as(said).isEqualTo(1);
        assertThat(said).matches("(?s)Another run is under way: \\S+/\\d+/\\d+, since 20\\d\\d-.*");
      }
    }
    assertThat(done).isEqualTo(1);
    assertUndisturbed(ground);
  }

  @ParameterizedTest
  @CsvSource({
    "chunk, " + MID_CHUNK,
    "workbook, basedecl.report.declaration.DetailLines#add:after:9"
  })
  void aSilentOwnerLosesTheLeaseAndDoesNoMoreHarmWhenItWakes(String name, String plan)
      throws Exception {
    Ground ground = ground("silent-" + name, "MariaDB");
    Process silent = paused(ground, "silent", plan);
    signal(silent, "STOP");
    try (HikariDataSource ledger = LedgerDatabase.open(ground.database(), 1, ROOT)) {
      new JdbcTemplate(ledger)
          .update(
              "UPDATE lease SET owner = 'elsewhere/1/1', heartbeat_at = CURRENT_TIMESTAMP(3) -"
                  + " INTERVAL '61' SECOND");
    }
    assertRunsToTheEnd(ground);
    goOn(ground);
    signal(silent, "CONT");
    assertThat(ground.end("silent", silent)).as(ground.said("silent")).isEqualTo(1);
    assertThat(ground.said("silent")).containsAnyOf("another run took over", "was stopped");
    assertUndisturbed(ground);
  }

  private static void signal(Process process, String name) throws Exception {
    assertThat(
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "chunk, " + MID_CHUNK,
    "publication, basedecl.ledger.intake.PublishingLedger#publish:before:1"
  })
  void aDatabaseKilledUnderTheNightEndsItWithStatusOne(String name, String plan) throws Exception {
    MariaDbProcess server = MariaDbProcess.startDurable();
    try {
      String url = "jdbc:mariadb://127.0.0.1:" + server.port() + "/";
      try (var connection = DriverManager.getConnection(url + "?user=root");
          var statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE ledger CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
      }
      Ground ground = Ground.on(folder.resolve("killed-" + name), url + "ledger", ROOT).withInbox();
      Process process = paused(ground, "cut-off", plan);
      server.kill();
      server.restart();
      goOn(ground);
      assertThat(ground.end("cut-off", process)).as(ground.said("cut-off")).isEqualTo(1);
      assertThat(ground.said("cut-off")).contains("the database failed or was cut off");
      assertRunsToTheEnd(ground);
    } finally {
      server.kill();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "output, 600k, did not finish",
    "work, 600k, did not finish",
    "ledger, 3200k, did not finish",
    "ledger, 1200k, cannot be opened: the disk is full"
  })
  void aFullDiskEndsTheNightWithStatusOne(String full, String size, String said) throws Exception {
    Path place = Files.createDirectories(folder.resolve("full-" + full + size));
    Path disk = Files.createDirectories(place.resolve(full));
    assumeThat(mount("-t", "tmpfs", "-o", "mode=700,size=" + size, "tmpfs", disk.toString()))
        .as("a small disk can be mounted here")
        .isTrue();
    try {
      Ground ground = Ground.onH2(place).withInbox();
      Process process = ground.begin("full", List.of());
      assertThat(ground.end("full", process)).as(ground.said("full")).isEqualTo(1);
      assertThat(ground.said("full")).contains(said).doesNotContain("\tat ");
      assertThat(mount("-o", "remount,size=64m", disk.toString())).isTrue();
      assertRunsToTheEnd(ground);
    } finally {
      new ProcessBuilder("umount", disk.toString()).start().waitFor();
    }
  }

  @Test
  void anInboxOnAnotherDiskIsEmptiedLikeAnyOther() throws Exception {
    Path place = Files.createDirectories(folder.resolve("other-disk"));
    Path disk = Files.createDirectories(place.resolve("inbox"));
    assumeThat(mount("-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()))
        .as("a small disk can be mounted here")
        .isTrue();
    try {
      Ground ground = Ground.onH2(place).withInbox();
      night.kill(ground, List.of("basedecl.job.run.WorkFolder#moveAcrossFileSystems:before:3"));
      // What a kill between the copy and the removal of its source leaves.
      Path claimed = ground.work().resolve("claimed").resolve("000000003");
      Files.copy(
          disk.resolve("corrections/2-accepted.xlsx"),
          claimed,
          java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      assertRunsToTheEnd(ground);
    } finally {
      new ProcessBuilder("umount", disk.toString()).start().waitFor();
    }
  }

  private static boolean mount(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("mount"));
    command.addAll(List.of(options));
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }
}
