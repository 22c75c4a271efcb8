package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Kills a night at the points of a plan, one process after the other. */
final class DisturbedNight {

  private final Path agent;

  DisturbedNight(Path agent) {
    this.agent = agent;
  }

  /** Begins the night once for each plan; every process must have died where it was meant to. */
  void kill(Ground ground, List<String> plans) throws IOException, InterruptedException {
    kill(ground, Errand.declaration(ground), plans);
  }

  /** The same for another job. */
  void kill(Ground ground, Errand errand, List<String> plans)
      throws IOException, InterruptedException {
    for (int i = 0; i < plans.size(); i++) {
      String name = "killed-" + (i + 1);
      int status = ground.begin(errand, name, options(plans.get(i))).waitFor();
      assertThat(status)
          .as(
              "exit status of a run to be killed at %s; it said: %s",
              plans.get(i), ground.said(name))
          .isEqualTo(FaultTrigger.KILLED);
    }
  }

  List<String> options(String plan) {
    return List.of("-javaagent:" + agent, "-D" + FaultTrigger.PLAN + "=" + plan);
  }
}
