package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Jobs run one after the other on one ledger, each in a process of its own, which must end well.
 *
 * @param ground in which work and outputs lie
 * @param environment of the processes
 */
record OwnRuns(Path ground, String database, Map<String, String> environment) {

  /** A ledger on H2 in the ground. */
  static OwnRuns onH2(Path ground) {
    return new OwnRuns(ground, "jdbc:h2:file:" + ground.resolve("ledger"), Map.of());
  }

  static OwnRuns onMariaDb(Path ground, String url) {
    return new OwnRuns(ground, url, Map.of("BASEDECL_DB_USER", "root"));
  }

  /** Runs {@code jobs/NAME.yaml}; settings are {@code KEY=VALUE}. */
  void run(String job, String... settings) throws Exception {
    List<String> words = new ArrayList<>(List.of("run", "jobs/" + job + ".yaml"));
    List<String> all = new ArrayList<>(List.of(settings));
    all.addAll(
        List.of("work=" + ground.resolve("work"), "output=" + output(), "database=" + database));
    all.forEach(setting -> words.addAll(List.of("--set", setting)));
    OwnProcess.Ended ended = OwnProcess.run(ground, "512m", environment, words);
    assertThat(ended.status()).as(ended.said()).isZero();
  }

  Path output() {
    return ground.resolve("output");
  }
}
