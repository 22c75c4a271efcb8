package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.testing.MariaDbServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night is killed at a named point, in a process of its own, and run again in this one: ledger,
 * outputs and archive are those of the night nobody disturbed. The long sweep is {@link
 * KilledNightsSweepTest}.
 */
@Tag("database")
@Tag("run")
class KilledNightsTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final List<String> ON_MARIADB_TOO =
      List.of(
          "in the middle of the migration",
          "the first file is moved",
          "before a chunk's commit",
          "after a chunk's commit",
          "published, not committed",
          "some are archived");

  @TestFactory
  Stream<DynamicTest> aKilledNightRunAgainIsTheNightNobodyDisturbed(@TempDir Path folder)
      throws Exception {
    KilledNights nights = new KilledNights(folder, false);
    KillPoints.representative()
        .forEach(
            (name, plan) -> {
              nights.plan("H2", name, Ground::onH2, List.of(plan));
              if (ON_MARIADB_TOO.contains(name)) {
                nights.plan("MariaDB", name, KilledNightsTest::onMariaDb, List.of(plan));
              }
            });
    KillPoints.afterTheEnd()
        .forEach((name, plan) -> nights.plan("H2", name, Ground::onH2, List.of(plan)));
    KillPoints.doubles().forEach((name, plans) -> nights.plan("H2", name, Ground::onH2, plans));
    return new ArrayList<>(nights.names())
        .stream()
            .map(name -> DynamicTest.dynamicTest(name, () -> nights.assertRecovers(name)))
            .onClose(nights::close);
  }

  @Test
  void atLeastTwentySixPointsAreTried() {
    assertThat(KillPoints.representative().size() + KillPoints.afterTheEnd().size())
        .isGreaterThanOrEqualTo(26);
  }

  private static Ground onMariaDb(Path folder) throws java.io.IOException {
    return Ground.on(folder, MARIADB.anotherDatabase(), Map.of("BASEDECL_DB_USER", "root"));
  }
}
