package basedecl.faults;

import basedecl.testing.MariaDbServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kill point at many counts, pairs of points, and kills at random moments, on H2 and MariaDB:
 * {@code make test-faults}.
 */
@Tag("database")
@Tag("run")
@EnabledIfSystemProperty(named = "basedecl.faults", matches = "sweep")
class KilledNightsSweepTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final int RANDOM_MOMENTS = Integer.getInteger("basedecl.faults.random", 30);

  /** About as long as a night of the tests takes on two slow cores. */
  private static final int LONGEST_MILLISECONDS = 8_000;

  @TestFactory
  Stream<DynamicTest> aKilledNightRunAgainIsTheNightNobodyDisturbed(@TempDir Path folder)
      throws Exception {
    KilledNights nights = new KilledNights(folder, true);
    Map<String, KilledNights.Maker> databases =
        Map.of("H2", Ground::onH2, "MariaDB", KilledNightsSweepTest::onMariaDb);
    databases.forEach(
        (database, maker) -> {
          KillPoints.sweep()
              .forEach((name, plan) -> nights.plan(database, name, maker, List.of(plan)));
          KillPoints.afterTheEnd()
              .forEach((name, plan) -> nights.plan(database, name, maker, List.of(plan)));
          KillPoints.doubles().forEach((name, plans) -> nights.plan(database, name, maker, plans));
          Random moments = new Random(20240126);
          for (int i = 0; i < RANDOM_MOMENTS; i++) {
            nights.planKillAfter(database, maker, 800 + moments.nextInt(LONGEST_MILLISECONDS));
          }
        });
    return new ArrayList<>(nights.names())
        .stream()
            .map(name -> DynamicTest.dynamicTest(name, () -> nights.assertRecovers(name)))
            .onClose(nights::close);
  }

  private static Ground onMariaDb(Path folder) throws IOException {
    return Ground.on(folder, MARIADB.anotherDatabase(), Map.of("BASEDECL_DB_USER", "root"));
  }
}
