package basedecl.faults;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each job of a year is killed at named points, in a process of its own, and run again in this one:
 * ledger and outputs are those of the year nobody disturbed. The declaration night has a test of
 * its own, {@link KilledNightsTest}.
 */
class KilledJobsTest {

  @TestFactory
  Stream<DynamicTest> aKilledJobRunAgainIsTheJobNobodyDisturbed(@TempDir Path folder)
      throws Exception {
    KilledJobs jobs = new KilledJobs(folder, UndisturbedYear.onH2(folder));
    JobKillPoint.representative()
        .forEach(point -> jobs.plan("H2", point, (job, place) -> Ground.onH2(place)));
    return jobs.tests();
  }
}
