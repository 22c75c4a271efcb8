package basedecl.desk.run;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.file.FileDigest;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.run.RunLedger.Artifact;
import basedecl.ledger.run.RunLedger.Direction;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RunOutputsTest {

  @TempDir Path folder = Path.of("");

  @Test
  void anAgencysWorkbookIsFoundInItsFolderAndCalledAfterIt() throws Exception {
    Path file = folder.resolve("agencies/奎文区/summary-2024.xlsx");
    Files.createDirectories(folder.resolve("agencies/奎文区"));
    Files.writeString(file, "as it was written");
    RunOutputs outputs =
        new RunOutputs(
            folder,
            folder.resolve("dry"),
            new RunLedger(JdbcClient.create(new DriverManagerDataSource())));
    Artifact written =
        new Artifact(Direction.OUTPUT, "agencies/奎文区/summary-2024.xlsx", FileDigest.sha256(file));
    assertThat(outputs.find(written)).contains(file.toRealPath());
    assertThat(RunOutputs.downloadName(written)).isEqualTo("奎文区-summary-2024.xlsx");
    assertThat(
            RunOutputs.downloadName(
                new Artifact(Direction.OUTPUT, "notices/0370700001-2024.docx", "")))
        .isEqualTo("0370700001-2024.docx");
    Files.writeString(file, "by a later run");
    assertThat(outputs.find(written)).isEmpty();
  }
}
