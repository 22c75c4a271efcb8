package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.job.launch.RunOutcome;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.message.Language;
import basedecl.testing.MariaDbServer;
import basedecl.testing.TcpProxy;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A proxy between a worker, the run and their database cuts connections, loses answers, turns new
 * ones away, falls silent or forgets: the run goes on by itself, or when it is given again, to the
 * night nobody disturbed. {@code -Dbasedecl.faults=sweep} tries random moments.
 */
@Tag("database")
@Tag("run")
class CutConnectionsTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  @TempDir static Path folder = Path.of("");

  private static final int MOMENTS = Integer.getInteger("basedecl.faults.random", 100);
  private static final int LONGEST_SECONDS = 180;
  private static final String STORES = "INSERT INTO declared_person";
  private static final String PUBLISHES = "INSERT INTO declaration_event";

  private static List<NightsOfWorkers> nights = new ArrayList<>();

  /** What happens on the ways of a worker and of the run. */
  private interface Disturbance {
    void on(TcpProxy worker, TcpProxy run) throws Exception;
  }

  /** When it happens: at a call of the worker or of the run. */
  private record Moment(
      Function<CountedCalls.Happening, CountedCalls> ofWorker,
      Function<CountedCalls.Happening, CountedCalls> ofRun) {

    static Moment ofWorker(Function<CountedCalls.Happening, CountedCalls> at) {
      return new Moment(at, happening -> CountedCalls.counting());
    }

    static Moment ofRun(Function<CountedCalls.Happening, CountedCalls> at) {
      return new Moment(happening -> CountedCalls.counting(), at);
    }
  }

  @BeforeAll
  static void anUndisturbedRun() throws IOException {
    nights.add(NightsOfWorkers.on(MARIADB.anotherDatabase(), folder));
  }

  @Test
  void aWorkerCutOffInTheMiddleOfAPieceComesBackToIt() throws Exception {
    assertRecovers(stores(), (worker, run) -> worker.cut());
  }

  @Test
  void aWorkerWhoseCommitIsNotAnsweredStoresItsRowsOnce() throws Exception {
    assertRecovers(
        Moment.ofWorker(happening -> CountedCalls.atCommitAfter(STORES, happening)),
        (worker, run) -> worker.loseAnAnswer());
  }

  @Test
  void aRunCutOffAsItBeginsSaysSoAndIsGivenAgain() throws Exception {
    assertRecovers(
        Moment.ofRun(happening -> CountedCalls.at("INSERT INTO ledger_run", happening)),
        (worker, run) -> run.cut());
  }

  @Test
  void aRunCutOffWhileItsWorkersReadGoesOnOrIsGivenAgain() throws Exception {
    assertRecovers(stores(), (worker, run) -> run.cut());
  }

  @Test
  void aRunWhosePublicationIsNotAnsweredPublishesOnce() throws Exception {
    assertRecovers(
        Moment.ofRun(happening -> CountedCalls.atCommitAfter(PUBLISHES, happening)),
        (worker, run) -> run.loseAnAnswer());
  }

  @Test
  void workersAndRunCutOffAndTurnedAwayForAWhileComeToTheSameNight() throws Exception {
    assertRecovers(
        stores(),
        (worker, run) -> {
          for (TcpProxy each : List.of(worker, run)) {
            each.refuse(true);
            each.cut();
            later(1_000).execute(() -> each.refuse(false));
          }
        });
  }

  @Test
  void aWorkerNotHeardOfForABeatStoresNothingTwice() throws Exception {
    assertRecovers(
        stores(),
        (worker, run) -> {
          worker.fallSilent();
          later(3_000).execute(worker::speakAgain);
        });
  }

  /** As when its machine lost power: the server keeps its transaction, the lease's row in it. */
  @Test
  void whatARunThatVanishedHadBegunIsUndoneForTheNextOne() throws Exception {
    Ground ground = nights.get(0).next();
    assertThat(one(ground, "SELECT @@SESSION.idle_write_transaction_timeout")).isEqualTo("900");
    try (TcpProxy way = proxy(ground);
        WorkerHere worker = NightsOfWorkers.worker(ground, 1, CountedCalls.counting())) {
      CountedCalls vanishes = CountedCalls.atCommitAfter(PUBLISHES, calls -> way.forgetTheServer());
      Ground itsRun = through(way, ground, "idle_write_transaction_timeout=5");
      assertThat(NightsOfWorkers.run(itsRun, vanishes).isDone()).isFalse();
      assertThat(vanishes.isReached()).as(worker.told().toString()).isTrue();

      RemoteGround.letTheLeaseEnd(ground);
      assertThat(NightsOfWorkers.run(ground, CountedCalls.counting()).isDone()).isTrue();
    }
    nights.get(0).assertUndisturbed(ground);
  }

  @Test
  void aRunThatWaitsForRowsOfAnotherInVainSaysSoAndIsGivenAgain() throws Exception {
    Ground ground = nights.get(0).empty("locked");
    Ground impatient =
        at(ground, ground.database() + "&sessionVariables=innodb_lock_wait_timeout=1");
    try (Connection other = DriverManager.getConnection(ground.database());
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.executeQuery("SELECT fence FROM lease FOR UPDATE").close();
      RunOutcome outcome = NightsOfWorkers.run(impatient, CountedCalls.counting());
      assertThat(outcome.isDone()).isFalse();
      assertThat(outcome.sentence(Language.EN).in(Language.EN)).contains("still holds rows");
      other.rollback();
    }
    assertThat(NightsOfWorkers.run(impatient, CountedCalls.counting()).isDone()).isTrue();
  }

  private static String one(Ground ground, String sql) {
    try (HikariDataSource ledger =
        LedgerDatabase.open(ground.database(), 1, ground.environment())) {
      return String.valueOf(new JdbcTemplate(ledger).queryForObject(sql, String.class));
    }
  }

  private static Moment stores() {
    return Moment.ofWorker(happening -> CountedCalls.at(STORES, happening));
  }

  private static Executor later(long millis) {
    return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
  }

  private static void assertRecovers(Moment moment, Disturbance disturbance) throws Exception {
    assertThat(recovers(moment, disturbance)).as("the moment came").isTrue();
  }

  /** Whether the moment came before the night was over. */
  private static boolean recovers(Moment moment, Disturbance disturbance) throws Exception {
    Ground ground = nights.get(0).next();
    try (TcpProxy ofWorker = proxy(ground);
        TcpProxy ofRun = proxy(ground)) {
      CountedCalls.Happening happening = calls -> disturbance.on(ofWorker, ofRun);
      Ground runs = through(ofRun, ground);
      CountedCalls worker = moment.ofWorker().apply(happening);
      CountedCalls run = moment.ofRun().apply(happening);
      try (WorkerHere one = NightsOfWorkers.worker(through(ofWorker, ground), 1, worker)) {
        CompletableFuture<RunOutcome> first =
            CompletableFuture.supplyAsync(() -> NightsOfWorkers.run(runs, run));
        Ground.await(() -> worker.isReached() || run.isReached() || first.isDone(), List.of());
        try (WorkerHere two = NightsOfWorkers.worker(ground, 2, CountedCalls.counting())) {
          RunOutcome outcome = first.get(LONGEST_SECONDS, TimeUnit.SECONDS);
          if (!outcome.isDone()) {
            ofRun.refuse(false);
            ofRun.speakAgain();
            RemoteGround.letTheLeaseEnd(ground);
            outcome = NightsOfWorkers.run(runs, CountedCalls.counting());
          }
          assertThat(outcome.isDone())
              .as(NightsOfWorkers.log(ground) + one.told() + two.told())
              .isTrue();
        }
      }
      nights.get(0).assertUndisturbed(ground);
      return worker.isReached() || run.isReached();
    }
  }

  private static TcpProxy proxy(Ground ground) throws IOException {
    URI address = address(ground);
    return new TcpProxy(address.getHost(), address.getPort());
  }

  private static Ground through(TcpProxy proxy, Ground ground) throws IOException {
    return through(proxy, ground, "idle_write_transaction_timeout=20");
  }

  private static Ground through(TcpProxy proxy, Ground ground, String variables)
      throws IOException {
    URI address = address(ground);
    return at(
        ground,
        ground
                .database()
                .replace(address.getHost() + ":" + address.getPort(), "127.0.0.1:" + proxy.port())
            + "&sessionVariables="
            + variables);
  }

  /** The same place with another way to its ledger. */
  private static Ground at(Ground ground, String database) throws IOException {
    return Ground.on(ground.folder(), database, ground.environment());
  }

  private static URI address(Ground ground) {
    return URI.create(ground.database().substring("jdbc:".length()));
  }

  /** At any call of either, on either's way or both: {@code make test-faults}. */
  @TestFactory
  @EnabledIfSystemProperty(named = "basedecl.faults", matches = "sweep")
  Stream<DynamicTest> aFaultAtAnyMomentLosesAndDoublesNothing() throws Exception {
    Ground ground = nights.get(0).next();
    CountedCalls worker = CountedCalls.counting();
    CountedCalls run = CountedCalls.counting();
    try (WorkerHere one = NightsOfWorkers.worker(ground, 1, worker)) {
      assertThat(NightsOfWorkers.run(ground, run).isDone()).isTrue();
      assertThat(one.told()).isNotEmpty();
    }
    Random random = new Random(System.nanoTime());
    return IntStream.range(0, MOMENTS)
        .mapToObj(
            i -> {
              boolean ofWorker = random.nextBoolean();
              int call = 1 + random.nextInt(ofWorker ? worker.calls() : run.calls());
              Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
              int victims = 1 + random.nextInt(3);
              int millis = random.nextInt(9_000);
              Function<CountedCalls.Happening, CountedCalls> at =
                  happening -> CountedCalls.at(call, happening);
              return DynamicTest.dynamicTest(
                  fault
                      + " for "
                      + millis
                      + " ms, victims "
                      + victims
                      + (ofWorker ? ", worker's " : ", run's ")
                      + call,
                  () ->
                      recovers(
                          ofWorker ? Moment.ofWorker(at) : Moment.ofRun(at),
                          (its, runs) -> {
                            if ((victims & 1) != 0) {
                              fault.on(its, millis);
                            }
                            if ((victims & 2) != 0) {
                              fault.on(runs, millis);
                            }
                          }));
            });
  }

  /** What a way may suffer. */
  private enum Fault {
    CUT,
    TURNED_AWAY,
    ANSWER_LOST,
    SILENT,
    SILENT_AND_CUT,
    FORGOTTEN;

    void on(TcpProxy way, int millis) {
      switch (this) {
        case CUT -> way.cut();
        case ANSWER_LOST -> way.loseAnAnswer();
        case FORGOTTEN -> way.forgetTheServer();
        case TURNED_AWAY -> {
          way.refuse(true);
          way.cut();
          later(millis).execute(() -> way.refuse(false));
        }
        case SILENT -> {
          way.fallSilent();
          later(millis).execute(way::speakAgain);
        }
        case SILENT_AND_CUT -> {
          way.fallSilent();
          later(millis)
              .execute(
                  () -> {
                    way.cut();
                    way.speakAgain();
                  });
        }
      }
    }
  }
}
