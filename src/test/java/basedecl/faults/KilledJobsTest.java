package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each job of a year is killed at named points, in a process of its own, and run again in this one:
 * ledger and outputs are those of the year nobody disturbed, on H2 and on MariaDB under the account
 * of {@code src/docs/operations.md}. The declaration night has a test of its own, {@link
 * KilledNightsTest}.
 */
@Tag("database")
@Tag("run")
class KilledJobsTest {

  @TempDir static Path folder = Path.of("");

  private static final int RANDOM_MOMENTS = Integer.getInteger("basedecl.faults.random", 30);

  /** About as long as a job of the tests takes on two slow cores. */
  private static final int LONGEST_MILLISECONDS = 5_000;

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static List<UndisturbedYear> years = new ArrayList<>();
  private static List<ProductionServer> servers = new ArrayList<>();

  @BeforeAll
  static void undisturbedYears() throws Exception {
    years.add(UndisturbedYear.onH2(folder.resolve("h2")));
    ProductionServer server = ProductionServer.start(folder.resolve("server"));
    servers.add(server);
    boolean sweep = System.getProperty("basedecl.faults", "").equals("sweep");
    Set<String> killed =
        JobKillPoint.onMariaDb().stream().map(JobKillPoint::job).collect(Collectors.toSet());
    years.add(
        UndisturbedYear.on(
            Ground.on(
                folder.resolve("mariadb").resolve("year"),
                server.url(ProductionServer.DATABASE),
                ProductionServer.environment()),
            folder.resolve("mariadb"),
            (job, ground) -> {
              if (job.equals("retirees")) {
                server.takeAwayTheRightsToMakeTables();
              }
              if (killed.contains(job) || (sweep && JobKillPoint.JOBS.contains(job))) {
                server.copy(ProductionServer.DATABASE, before(job));
              }
            }));
  }

  @AfterAll
  static void stop() {
    servers.forEach(ProductionServer::stop);
  }

  private static String before(String job) {
    return "before_" + job.replace('-', '_');
  }

  @TestFactory
  Stream<DynamicTest> aJobOnMariaDbLeavesWhatItLeavesOnH2() {
    return years.get(0).jobs().stream()
        .map(
            job ->
                DynamicTest.dynamicTest(
                    job,
                    () ->
                        assertThat(years.get(1).after(job).differences(years.get(0).after(job)))
                            .isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> aKilledJobRunAgainIsTheJobNobodyDisturbed() throws Exception {
    KilledJobs jobs = new KilledJobs(folder, years.get(0));
    JobKillPoint.representative().forEach(point -> jobs.plan("H2", point, KilledJobsTest::onH2));
    JobKillPoint.onMariaDb()
        .forEach(point -> jobs.plan("MariaDB", point, KilledJobsTest::onMariaDb));
    return jobs.tests();
  }

  /** More points, and random moments: {@code make test-faults}. */
  @TestFactory
  @EnabledIfSystemProperty(named = "basedecl.faults", matches = "sweep")
  Stream<DynamicTest> soItIsAtManyPointsAndMoments() throws Exception {
    KilledJobs jobs = new KilledJobs(folder, years.get(0));
    Random moments = new Random(20240126);
    Map.<String, KilledJobs.Maker>of(
            "H2", KilledJobsTest::onH2, "MariaDB", KilledJobsTest::onMariaDb)
        .forEach(
            (database, maker) -> {
              JobKillPoint.sweep().forEach(point -> jobs.plan(database, point, maker));
              for (int i = 0; i < RANDOM_MOMENTS; i++) {
                jobs.planKillAfter(
                    database,
                    JobKillPoint.JOBS.get(i % JobKillPoint.JOBS.size()),
                    1_500 + moments.nextInt(LONGEST_MILLISECONDS),
                    maker);
              }
            });
    return jobs.tests();
  }

  private static Ground onH2(String job, Path place) throws Exception {
    return Ground.onH2(place);
  }

  private static Ground onMariaDb(String job, Path place) throws Exception {
    String database = "killed_" + DATABASES.incrementAndGet();
    servers.get(0).copy(before(job), database);
    return Ground.on(place, servers.get(0).url(database), ProductionServer.environment());
  }
}
