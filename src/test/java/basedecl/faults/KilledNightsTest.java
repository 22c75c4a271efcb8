package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.testing.MariaDbServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A night is killed at a named point, in a process of its own, and run again in this one: ledger,
 * outputs and archive are those of the night nobody disturbed. While one night is recovered and
 * compared the next ones are already being killed.
 */
class KilledNightsTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  @TempDir static Path folder = Path.of("");

  private static final ExecutorService KILLERS = Executors.newFixedThreadPool(2);
  private static final Map<String, Future<Ground>> KILLED = new LinkedHashMap<>();
  private static Undisturbed once = new Undisturbed(Map.of(), Map.of());
  private static Undisturbed twice = once;

  @BeforeAll
  static void beginTheNights() throws Exception {
    DisturbedNight night = new DisturbedNight(FaultAgent.jar(folder));
    List<String> onMariaDb =
        List.of(
            "in the middle of the migration",
            "the first file is moved",
            "before a chunk's commit",
            "after a chunk's commit",
            "published, not committed",
            "before an output's rename");
    KillPoints.representative()
        .forEach(
            (name, plan) -> {
              begin("H2", name, () -> Ground.onH2(place("H2 " + name)), night, List.of(plan));
              if (onMariaDb.contains(name)) {
                begin("MariaDB", name, () -> mariaDb(name), night, List.of(plan));
              }
            });
    KillPoints.afterTheEnd()
        .forEach(
            (name, plan) ->
                begin("H2", name, () -> Ground.onH2(place("H2 " + name)), night, List.of(plan)));
    KillPoints.doubles()
        .forEach(
            (name, plans) ->
                begin("H2", name, () -> Ground.onH2(place("H2 " + name)), night, plans));
    Ground undisturbed = Ground.onH2(place("undisturbed")).withInbox();
    assertThat(undisturbed.run().status()).isZero();
    once = Undisturbed.of(undisturbed);
    assertThat(undisturbed.run().status()).isZero();
    twice = Undisturbed.of(undisturbed);
  }

  private interface Maker {
    Ground make() throws IOException;
  }

  private static void begin(
      String database, String name, Maker maker, DisturbedNight night, List<String> plans) {
    KILLED.put(
        database + ": " + name,
        KILLERS.submit(
            () -> {
              Ground ground = maker.make().withInbox();
              night.kill(ground, plans);
              return ground;
            }));
  }

  private static Path place(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name.replace(' ', '-').replace("'", "")));
  }

  private static Ground mariaDb(String name) throws IOException {
    return Ground.on(
        place("MariaDB " + name), MARIADB.anotherDatabase(), Map.of("BASEDECL_DB_USER", "root"));
  }

  static Stream<String> nights() {
    return KILLED.keySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nights")
  void aKilledNightRunAgainIsTheNightNobodyDisturbed(String name) throws Exception {
    Ground ground = Objects.requireNonNull(KILLED.get(name)).get();
    Ground.Ending ending = ground.run();
    assertThat(ending.status()).as(ending.said()).isZero();
    boolean another = KillPoints.afterTheEnd().keySet().stream().anyMatch(name::endsWith);
    assertThat(Undisturbed.of(ground).differences(another ? twice : once)).isEmpty();
  }

  @AfterAll
  static void endTheKillers() {
    KILLERS.shutdownNow();
  }
}
