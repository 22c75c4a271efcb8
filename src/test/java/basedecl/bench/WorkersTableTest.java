package basedecl.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class WorkersTableTest {

  private static final String WAY = "control groups, version 2 (cpu.max)";

  @TempDir Path folder = Path.of("");

  /** So many workers of a quarter of one of two cores, ten seconds long. */
  private static WorkersMeasured measured(int workers, long rows, double cpu, double busy) {
    return new WorkersMeasured(workers, 25, WAY, rows, 10, cpu, 1, 0.1, busy, 2, 0.5, 0, "");
  }

  private Measurements measurements() throws IOException {
    return Measurements.at(folder.resolve("results.json"));
  }

  @Test
  void theTableSaysWhatWorkersAddAndWhereTheMachineIsTheLimit() throws IOException {
    Measurements measurements = measurements();
    measurements.add(measured(4, 700_000, 9, 19.9), "a machine");
    measurements.add(measured(1, 200_000, 2.5, 4), "a machine");
    measurements.add(WorkersMeasured.failed(8, 25, WAY, "the workers did not start"), "a machine");
    measurements.add(new StoreMeasured(4, 500_000, 5, 1.25, 9, 2), "a machine");

    assertThat(WorkersTable.of(measurements()))
        .contains(
            WAY,
            "| 1 | 25 % | 200,000 | 10.00 | 20,000 | 1.00 | 80,000 | 100 % |",
            "| 4 | 25 % | 700,000 | 10.00 | 70,000 | 0.88 | 77,778 | 90 % |",
            "| the machine |",
            "| 8 | 25 % | not measured: the workers did not start |",
            "| 4 | 500,000 | 5.00 | 100,000 | 0.25 | 2.50 | 800,000 |");
    assertThat(WorkersPicture.of(measurements())).contains("<polyline", "</svg>");
  }

  @Test
  void figuresOfABenchThatKnewNoWorkersAreKept() throws IOException {
    Files.writeString(
        folder.resolve("results.json"), "{\"machine\": \"an old one\", \"measurements\": []}");

    Measurements measurements = measurements();

    assertThat(measurements.machine()).isEqualTo("an old one");
    assertThat(WorkersTable.of(measurements)).isEmpty();
  }
}
