package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.run.RunRecord;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Jobs of a year that are killed in processes of their own, two at a time, while this process runs
 * one after the other again and compares it with the year nobody disturbed.
 */
final class KilledJobs implements AutoCloseable {

  private final Path folder;
  private final UndisturbedYear year;
  private final DisturbedNight night;
  private final ExecutorService killers = Executors.newFixedThreadPool(2);
  private final Map<String, Future<Killed>> killed = new LinkedHashMap<>();

  /** The ground of a year as it was before a job, laid in {@code folder}. */
  interface Maker {
    Ground make(String job, Path folder) throws Exception;
  }

  private record Killed(Ground ground, Errand errand) {}

  KilledJobs(Path folder, UndisturbedYear year) throws Exception {
    this.folder = folder;
    this.year = year;
    night = new DisturbedNight(FaultAgent.jar(folder));
  }

  /** A job of the year killed where the plan says. */
  void plan(String database, JobKillPoint point, Maker maker) {
    submit(
        database + ": " + point.job() + ", " + point.name(),
        () -> {
          Killed job = begun(point.job(), maker);
          night.kill(job.ground(), job.errand(), List.of(point.plan()));
          return job;
        });
  }

  /** A job killed from outside after so many milliseconds, if it lasts that long. */
  void planKillAfter(String database, String job, long milliseconds, Maker maker) {
    submit(
        database + ": " + job + ", after " + milliseconds + " ms",
        () -> {
          Killed begun = begun(job, maker);
          Process process = begun.ground().begin(begun.errand(), "killed", List.of());
          if (!process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
          }
          return begun;
        });
  }

  private Killed begun(String job, Maker maker) throws Exception {
    Ground ground = maker.make(job, Files.createTempDirectory(folder, job + "-"));
    year.layBefore(job, ground.folder());
    return new Killed(ground, Errand.of(job, ground));
  }

  private void submit(String name, Callable<Killed> kill) {
    killed.put(name, killers.submit(kill));
  }

  /** Each killed job is run again; it must end well and leave what an undisturbed one leaves. */
  Stream<DynamicTest> tests() {
    return new ArrayList<>(killed.keySet())
        .stream()
            .map(name -> DynamicTest.dynamicTest(name, () -> assertRecovers(name)))
            .onClose(this::close);
  }

  private void assertRecovers(String name) throws Exception {
    Killed job = Objects.requireNonNull(killed.remove(name), name).get();
    // Killed after its end, the job was done; what is left is the lease of a dead owner.
    boolean done = isDone(job);
    if (!done) {
      Ground.Ending ending = job.ground().run(job.errand());
      assertThat(ending.status()).as(ending.said()).isZero();
    }
    List<String> differences =
        Undisturbed.of(job.ground()).differences(year.after(job.errand().name()));
    differences.removeIf(difference -> done && difference.startsWith("lease"));
    assertThat(differences).isEmpty();
  }

  private static boolean isDone(Killed job) {
    try (HikariDataSource ledger =
        LedgerDatabase.open(job.ground().database(), 1, job.ground().environment())) {
      RunRecord newest = new RunLedger(JdbcClient.create(ledger)).newest(1).get(0);
      return newest.job().equals(job.errand().name())
          && newest.state() == RunRecord.State.COMPLETED;
    }
  }

  @Override
  public void close() {
    killers.shutdownNow();
  }
}
