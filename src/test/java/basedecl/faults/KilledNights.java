package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Many nights that are killed in processes of their own, two at a time, while this process runs one
 * after the other again and compares it with the night nobody disturbed.
 */
final class KilledNights implements AutoCloseable {

  private final Path folder;
  private final boolean largeRefusal;
  private final DisturbedNight night;
  private final ExecutorService killers = Executors.newFixedThreadPool(2);
  private final Map<String, Future<Ground>> killed = new LinkedHashMap<>();
  private final Undisturbed once;
  private final Undisturbed twice;

  /** Makes a ground for one night in its own folder. */
  interface Maker {
    Ground make(Path folder) throws IOException;
  }

  KilledNights(Path folder, boolean largeRefusal) throws IOException {
    this.folder = folder;
    this.largeRefusal = largeRefusal;
    night = new DisturbedNight(FaultAgent.jar(folder));
    Ground undisturbed = filled(Ground.onH2(folder.resolve("undisturbed")));
    assertThat(undisturbed.run().status()).isZero();
    once = Undisturbed.of(undisturbed);
    assertThat(undisturbed.run().status()).isZero();
    twice = Undisturbed.of(undisturbed);
  }

  private Ground filled(Ground ground) throws IOException {
    return largeRefusal ? ground.withInbox().withLargeRefusal() : ground.withInbox();
  }

  /** A night killed by each of the plans in turn. */
  void plan(String database, String name, Maker maker, List<String> plans) {
    submit(
        database + ": " + name,
        () -> {
          Ground ground = ground(maker);
          night.kill(ground, plans);
          return ground;
        });
  }

  /** A night killed from outside after so many milliseconds, if it lasts that long. */
  void planKillAfter(String database, Maker maker, long milliseconds) {
    submit(
        database + ": after " + milliseconds + " ms",
        () -> {
          Ground ground = ground(maker);
          Process process = ground.begin("killed", List.of());
          if (!process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
          }
          return ground;
        });
  }

  private void submit(String name, Callable<Ground> kill) {
    killed.put(name, killers.submit(kill));
  }

  private synchronized Ground ground(Maker maker) throws IOException {
    return filled(maker.make(Files.createTempDirectory(folder, "night-")));
  }

  Set<String> names() {
    return killed.keySet();
  }

  /** Runs the killed night again; it must end well and leave what an undisturbed one leaves. */
  void assertRecovers(String name) throws Exception {
    Ground ground = Objects.requireNonNull(killed.remove(name), name).get();
    Ground.Ending ending = ground.run();
    assertThat(ending.status()).as(ending.said()).isZero();
    Undisturbed left = Undisturbed.of(ground);
    // Killed after its end, the first night was done, and this was another, without files.
    assertThat(left.differences(left.runs() == 2 ? twice : once)).isEmpty();
  }

  @Override
  public void close() {
    killers.shutdownNow();
  }
}
