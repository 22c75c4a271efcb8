package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.testing.MariaDbServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

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
    String manifest = "output/manifest.json";
    assertThat(
            Undisturbed.of(remote).but(manifest).differences(Undisturbed.of(local).but(manifest)))
        .isEmpty();
    assertThat(Files.readString(remote.output().resolve("manifest.json")))
        .contains("\"workers\" : [ \"here/1/1\", \"here/2/2\" ]");
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
