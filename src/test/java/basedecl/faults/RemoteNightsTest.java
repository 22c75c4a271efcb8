package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.testing.MariaDbServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nights whose files are read by workers are the nights that one process reads. */
@Tag("database")
@Tag("run")
class RemoteNightsTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  @TempDir static Path folder = Path.of("");

  @Test
  void twoWorkersReadTheNightOfOne() throws Exception {
    Ground local = Ground.onH2(folder.resolve("local")).withInbox().withLargeRefusal();
    assertThat(local.run().status()).isZero();
    Ground remote =
        Ground.on(
                folder.resolve("remote"),
                MARIADB.anotherDatabase(),
                Map.of("BASEDECL_DB_USER", "root"))
            .withInbox()
            .withLargeRefusal();
    Errand errand =
        Errand.declaration(remote)
            .with("workers", "remote")
            .with("partitions", "6")
            .with("patience-seconds", "20");
    try (WorkerHere one = WorkerHere.at(remote, errand, "here/1/1", 1);
        WorkerHere two = WorkerHere.at(remote, errand, "here/2/2", 2)) {
      Ground.Ending ending = remote.run(errand);
      assertThat(ending.status()).as(ending.said() + one.told()).isZero();
      assertThat(one.told()).isNotEmpty();
      assertThat(two.told()).isNotEmpty();
    }
    assertAlike(remote, local);
    assertThat(Files.readString(remote.output().resolve("manifest.json")))
        .contains("\"workers\" : [ \"here/1/1\", \"here/2/2\" ]");
  }

  @Test
  void oneThatComesInTheMiddleReadsOnWhereOneThatLeavesStops() throws Exception {
    Ground local = Ground.onH2(folder.resolve("coming-local")).withInbox();
    assertThat(local.run().status()).isZero();
    Ground remote =
        Ground.on(
                folder.resolve("coming-remote"),
                MARIADB.anotherDatabase(),
                Map.of("BASEDECL_DB_USER", "root"))
            .withInbox();
    Errand errand =
        Errand.declaration(remote)
            .with("workers", "remote")
            .with("partitions", "1")
            .with("patience-seconds", "20");
    List<WorkerHere> workers = new CopyOnWriteArrayList<>();
    CountedCalls firstRows =
        CountedCalls.at(
            "INSERT INTO declared_person",
            calls -> {
              workers.add(WorkerHere.at(remote, errand, "here/2/2", 1));
              workers.get(0).askToLeave();
            });
    try {
      workers.add(WorkerHere.at(remote, errand, "here/1/1", 1, firstRows::of));
      Ground.Ending ending = remote.run(errand);
      assertThat(ending.status()).as(ending.said()).isZero();
    } finally {
      workers.forEach(WorkerHere::close);
    }
    assertAlike(remote, local);
    assertThat(Files.readString(remote.output().resolve("manifest.json")))
        .contains("\"workers\" : [ \"here/1/1\", \"here/2/2\" ]");
  }

  /** The manifest names the workers. */
  private static void assertAlike(Ground remote, Ground local) throws Exception {
    String manifest = "output/manifest.json";
    assertThat(
            Undisturbed.of(remote).but(manifest).differences(Undisturbed.of(local).but(manifest)))
        .isEmpty();
  }

  /** Nights by chance: {@code make test-faults}. */
  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "2, 1", "2, 2", "5, 1", "5, 2"})
  @EnabledIfSystemProperty(named = "basedecl.faults", matches = "sweep")
  void anyNumberOfWorkersAndThreadsReadsTheNightOfOne(int workers, int threads) throws Exception {
    Random random = new Random(20240126L + 10L * workers + threads);
    String name = workers + "-" + threads;
    Ground local = Ground.onH2(folder.resolve("local-" + name));
    Ground remote =
        Ground.on(
            folder.resolve("remote-" + name),
            MARIADB.anotherDatabase(),
            Map.of("BASEDECL_DB_USER", "root"));
    DrawnNight.put(random.nextLong(), local, remote);
    assertThat(local.run().status()).isZero();
    Errand errand =
        Errand.declaration(remote)
            .with("workers", "remote")
            .with("partitions", Integer.toString(1 + random.nextInt(20)));
    List<WorkerHere> all = new ArrayList<>();
    try {
      for (int i = 1; i <= workers; i++) {
        all.add(WorkerHere.at(remote, errand, "here/" + i + "/1", threads));
      }
      Ground.Ending ending = remote.run(errand);
      assertThat(ending.status()).as(ending.said()).isZero();
    } finally {
      all.forEach(WorkerHere::close);
    }
    assertAlike(remote, local);
  }

  @Test
  void retireesAreReadByWorkersToo() throws Exception {
    Ground local = Ground.onH2(folder.resolve("retirees-local"));
    HandedOver.to(local);
    assertThat(local.run(Errand.of("retirees", local)).status()).isZero();
    Ground remote =
        Ground.on(
            folder.resolve("retirees-remote"),
            MARIADB.anotherDatabase(),
            Map.of("BASEDECL_DB_USER", "root"));
    HandedOver.to(remote);
    Errand errand = Errand.of("retirees", remote).with("workers", "remote");
    try (WorkerHere one = WorkerHere.at(remote, errand, "here/1/1", 2)) {
      Ground.Ending ending = remote.run(errand);
      assertThat(ending.status()).as(ending.said()).isZero();
      assertThat(one.told()).isNotEmpty();
    }
    String manifest = "output/retirees/manifest.json";
    assertThat(
            Undisturbed.of(remote).but(manifest).differences(Undisturbed.of(local).but(manifest)))
        .isEmpty();
  }
}
