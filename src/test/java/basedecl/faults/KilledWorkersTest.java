package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.job.launch.RunOutcome;
import basedecl.testing.MariaDbProcess;
import basedecl.testing.MariaDbServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Workers, their run, both, or the database are killed between any two statements of an intake, in
 * this process ({@link CountedCalls}): the ledger, the answers and the archive are those of the run
 * nobody disturbed. {@code -Dbasedecl.faults=sweep} tries 200 random moments.
 */
@Tag("database")
@Tag("run")
class KilledWorkersTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  @TempDir static Path folder = Path.of("");

  private static final boolean SWEEP = System.getProperty("basedecl.faults", "").equals("sweep");
  private static final int MOMENTS = SWEEP ? Integer.getInteger("basedecl.faults.random", 200) : 18;
  private static final int LONGEST_SECONDS = 120;

  private static List<NightsOfWorkers> nights = new ArrayList<>();
  private static int callsOfWorker = 0;
  private static int callsOfRun = 0;

  /** Who is killed. */
  private enum Victim {
    WORKER,
    RUN,
    BOTH
  }

  @BeforeAll
  static void anUndisturbedRun() throws Exception {
    nights.add(NightsOfWorkers.on(MARIADB.anotherDatabase(), folder));
    Ground ground = next();
    CountedCalls worker = CountedCalls.counting();
    CountedCalls run = CountedCalls.counting();
    try (WorkerHere one = worker(ground, 1, worker)) {
      assertThat(NightsOfWorkers.run(ground, run).isDone()).isTrue();
      assertThat(one.told()).isNotEmpty();
    }
    assertUndisturbed(ground);
    callsOfWorker = worker.calls();
    callsOfRun = run.calls();
  }

  private static Ground next() throws IOException {
    return nights.get(0).next();
  }

  private static WorkerHere worker(Ground ground, int number, CountedCalls calls) {
    return NightsOfWorkers.worker(ground, number, calls);
  }

  private static void assertUndisturbed(Ground ground) throws IOException {
    nights.get(0).assertUndisturbed(ground);
  }

  @TestFactory
  Stream<DynamicTest> aKillAtAnyMomentLosesAndDoublesNothing() {
    Random random = new Random(SWEEP ? System.nanoTime() : 20240126);
    return IntStream.range(0, MOMENTS)
        .mapToObj(
            i -> {
              Victim victim = Victim.values()[i % 3];
              // The worker's first statements ask for work; its last wait for more.
              double place =
                  SWEEP ? random.nextDouble() : (Math.floorDiv(i, 3) + 0.5) / (MOMENTS / 3.0);
              int ofWorker = 1 + (int) (place * callsOfWorker);
              int ofRun = 1 + (int) (place * callsOfRun);
              return DynamicTest.dynamicTest(
                  victim + " at " + (victim == Victim.RUN ? ofRun : ofWorker),
                  () -> assertRecovers(victim, ofWorker, ofRun));
            });
  }

  private static void assertRecovers(Victim victim, int ofWorker, int ofRun) throws Exception {
    assertRecovers(
        victim == Victim.RUN
            ? CountedCalls.counting()
            : CountedCalls.at(ofWorker, CountedCalls::die),
        victim == Victim.WORKER
            ? CountedCalls.counting()
            : CountedCalls.at(ofRun, CountedCalls::die));
  }

  private static void assertRecovers(CountedCalls ofWorker, CountedCalls ofRun) throws Exception {
    Ground ground = next();
    try (WorkerHere one = worker(ground, 1, ofWorker);
        WorkerHere two = worker(ground, 2, CountedCalls.counting())) {
      RunOutcome outcome = NightsOfWorkers.run(ground, ofRun);
      if (ofRun.isDead()) {
        RemoteGround.letTheLeaseEnd(ground);
        outcome = NightsOfWorkers.run(ground, CountedCalls.counting());
      }
      assertThat(outcome.isDone()).as(NightsOfWorkers.log(ground)).isTrue();
      assertThat(List.of(one, two)).hasSize(2);
    }
    assertUndisturbed(ground);
  }

  /** At each of the statements by which files are handed out. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM remote_piece",
        "INSERT INTO remote_call",
        "SELECT MESSAGE_ID, GROUP_KEY",
        "INSERT INTO BATCH_STEP_EXECUTION",
        "INSERT INTO remote_piece",
        "INSERT into INT_CHANNEL_MESSAGE",
        "DELETE FROM remote_call WHERE fence"
      })
  void aRunKilledWhileItHandsOutLosesAndDoublesNothing(String statement) throws Exception {
    CountedCalls run = CountedCalls.at(statement, CountedCalls::die);
    assertRecovers(CountedCalls.counting(), run);
    assertThat(run.isDead()).isTrue();
  }

  @Test
  void aFileOverWhichThreeProcessesDiedIsRefusedAndTheNightGoesOn() throws Exception {
    Ground ground = nights.get(0).empty("poison");
    ground.putSample("limits/8-of-11-at-lower-flagged.xlsx");
    CompletableFuture<RunOutcome> run = NightsOfWorkers.runAside(ground);
    List<WorkerHere> workers = new ArrayList<>();
    try {
      for (int i = 1; i <= 3; i++) {
        CountedCalls dies = CountedCalls.at("INSERT INTO declared_person", CountedCalls::die);
        workers.add(worker(ground, i, dies));
        Ground.await(dies::isDead, List.of());
      }
      workers.add(worker(ground, 4, CountedCalls.counting()));
      assertThat(run.get(LONGEST_SECONDS, TimeUnit.SECONDS).isDone()).isTrue();
    } finally {
      for (WorkerHere each : workers) {
        each.close();
      }
    }
    assertThat(Files.readString(ground.output().resolve("receipts.csv")))
        .contains("REJECTED")
        .contains("FILE_UNSAFE");
  }

  @Test
  void aWorkerThatFreezesInTheMiddleStoresNothingWhenItWakes() throws Exception {
    Ground ground = next();
    CountDownLatch thaw = new CountDownLatch(1);
    CountedCalls freezes = CountedCalls.at("INSERT INTO finding", calls -> calls.freeze(thaw));
    CompletableFuture<RunOutcome> run = NightsOfWorkers.runAside(ground);
    try (WorkerHere frozen = worker(ground, 1, freezes)) {
      Ground.await(() -> freezes.calls() > 0, List.of());
      assertThat(frozen.told()).isNotEmpty();
      try (WorkerHere other = worker(ground, 2, CountedCalls.counting())) {
        assertThat(run.get(LONGEST_SECONDS, TimeUnit.SECONDS).isDone()).isTrue();
        assertUndisturbed(ground);
        thaw.countDown();
        assertThat(other.told()).isNotEmpty();
      }
    } finally {
      thaw.countDown();
    }
    assertUndisturbed(ground);
  }

  @Test
  void aDatabaseKilledUnderWorkersAndRunComesBackToTheNightNobodyDisturbed() throws Exception {
    MariaDbProcess server = MariaDbProcess.startDurable();
    try {
      String url = "jdbc:mariadb://127.0.0.1:" + server.port() + "/";
      try (var connection = DriverManager.getConnection(url + "?user=root");
          var statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE ledger CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
      }
      RemoteGround ledger = new RemoteGround(url + "ledger");
      for (double place : new double[] {0.4, 0.7}) {
        Ground ground = NightsOfWorkers.filled(ledger.at(folder.resolve("database-" + place)));
        CountedCalls calls =
            CountedCalls.at(
                (int) (place * callsOfWorker),
                reached -> {
                  server.kill();
                  server.restart();
                });
        try (WorkerHere one = worker(ground, 1, calls);
            WorkerHere two = worker(ground, 2, CountedCalls.counting())) {
          RunOutcome outcome = NightsOfWorkers.run(ground, CountedCalls.counting());
          if (!outcome.isDone()) {
            RemoteGround.letTheLeaseEnd(ground);
            outcome = NightsOfWorkers.run(ground, CountedCalls.counting());
          }
          assertThat(outcome.isDone()).as(outcome + NightsOfWorkers.log(ground)).isTrue();
          assertThat(List.of(one, two)).hasSize(2);
        }
        assertUndisturbed(ground);
      }
    } finally {
      server.kill();
    }
  }

  @Test
  void aWorkerThatComesInTheMiddleTakesWorkWithinTwoSeconds() throws Exception {
    Ground ground = next();
    CountDownLatch goOn = new CountDownLatch(1);
    CountedCalls slow = CountedCalls.at("INSERT INTO declared_person", calls -> goOn.await());
    CompletableFuture<RunOutcome> run = NightsOfWorkers.runAside(ground);
    try (WorkerHere one = worker(ground, 1, slow)) {
      Ground.await(() -> slow.calls() > 0, List.of());
      long asked = System.nanoTime();
      CountedCalls begins = CountedCalls.at("UPDATE remote_piece SET begun = ?", calls -> {});
      try (WorkerHere two = worker(ground, 2, begins)) {
        Ground.await(() -> begins.calls() > 0, List.of());
        assertThat(System.nanoTime() - asked).isLessThan(TimeUnit.SECONDS.toNanos(2));
        goOn.countDown();
        assertThat(run.get(LONGEST_SECONDS, TimeUnit.SECONDS).isDone()).isTrue();
        assertThat(List.of(one, two)).hasSize(2);
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      goOn.countDown();
    }
    assertUndisturbed(ground);
  }
}
