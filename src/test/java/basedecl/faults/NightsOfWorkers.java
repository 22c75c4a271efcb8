package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.job.launch.RunOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * One night again and again, read by workers and disturbed, on one ledger of a server: the ledger,
 * the answers and the archive must be those that one process leaves.
 */
final class NightsOfWorkers {

  private static final String MANIFEST = "output/manifest.json";

  private final RemoteGround ledger;
  private final Path folder;
  private final Undisturbed undisturbed;
  private int night = 0;

  private NightsOfWorkers(RemoteGround ledger, Path folder, Undisturbed undisturbed) {
    this.ledger = ledger;
    this.folder = folder;
    this.undisturbed = undisturbed;
  }

  /** On an empty database; one process reads the first night. */
  static NightsOfWorkers on(String database, Path folder) throws IOException {
    RemoteGround ledger = new RemoteGround(database);
    Ground local = filled(ledger.at(folder.resolve("local")));
    assertThat(local.run(without(local)).status()).isZero();
    return new NightsOfWorkers(ledger, folder, Undisturbed.of(local));
  }

  static Ground filled(Ground ground) throws IOException {
    return ground.withInbox().withLargeRefusal();
  }

  /** The night's place; its ledger is that of the one before, emptied. */
  Ground next() throws IOException {
    return filled(empty("night-" + ++night));
  }

  /** A place without files. */
  Ground empty(String name) throws IOException {
    return ledger.at(folder.resolve(name));
  }

  /** The year's workbooks are written after all this, from the ledger: they are left out. */
  private static Errand without(Ground ground) {
    return Errand.declaration(ground).with("workbooks", "none");
  }

  static Errand remote(Ground ground) {
    return without(ground)
        .with("workers", "remote")
        .with("partitions", "5")
        .with("patience-seconds", "30");
  }

  static WorkerHere worker(Ground ground, int number, CountedCalls calls) {
    return WorkerHere.at(ground, remote(ground), RemoteGround.deadHere(number), 1, calls::of);
  }

  static RunOutcome run(Ground ground, CountedCalls calls) {
    try {
      return RemoteGround.run(ground, remote(ground), calls);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A run beside what else happens. */
  static CompletableFuture<RunOutcome> runAside(Ground ground) {
    return CompletableFuture.supplyAsync(() -> run(ground, CountedCalls.counting()));
  }

  /** What the runs of a night wrote into their log. */
  static String log(Ground ground) throws IOException {
    return Files.readString(ground.work().resolve("log").resolve("base-declaration.log"));
  }

  void assertUndisturbed(Ground ground) throws IOException {
    assertThat(Undisturbed.of(ground).but(MANIFEST).differences(undisturbed.but(MANIFEST)))
        .isEmpty();
  }
}
