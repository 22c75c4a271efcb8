package basedecl.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.declaration.procedure.Verdict;
import basedecl.job.run.WorkFolder.Archived;
import basedecl.job.run.WorkFolder.Claim;
import basedecl.ledger.intake.IntakeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are exchanged, vanish or lie in the way between one look and the next. */
class WorkFolderTest {

  @TempDir Path folder = Path.of("");
  private WorkFolder work = new WorkFolder(Path.of(""));
  private Path inbox = Path.of("");

  @BeforeEach
  void anEmptyWorkFolder() throws IOException {
    work = new WorkFolder(folder.resolve("work"));
    work.create();
    inbox = Files.createDirectories(folder.resolve("inbox"));
  }

  private static IntakeFile found(Path source, String path) throws IOException {
    return new IntakeFile(
        1,
        7,
        1,
        path,
        "000000001",
        Files.size(source),
        Files.getLastModifiedTime(source).toMillis(),
        Optional.empty(),
        IntakeFile.State.CLAIMING,
        Optional.of(Verdict.REJECTED),
        0,
        0,
        0);
  }

  @Test
  void aFileThatIsAnotherThanWasFoundStaysInTheInbox() throws IOException {
    Path source = Files.writeString(inbox.resolve("a.csv"), "one");
    IntakeFile file = found(source, "a.csv");
    Files.writeString(source, "another");
    assertThat(work.claim(source, file)).isEqualTo(Claim.CHANGED);
    assertThat(source).exists();

    Files.delete(source);
    assertThat(work.claim(source, file)).isEqualTo(Claim.GONE);

    Files.createDirectory(source);
    assertThat(work.claim(source, file)).isEqualTo(Claim.CHANGED);
    assertThat(work.claimed("000000001")).doesNotExist();
  }

  @Test
  void theNewestSummariesAreKept() throws IOException {
    for (long run : List.of(8L, 9L, 10L, 11L)) {
      work.keepSummary(run, List.of("run " + run));
    }
    work.keepSummaries(2);
    assertThat(work.keptSummary(9)).isEmpty();
    assertThat(work.keptSummary(10)).containsExactly("run 10");
    assertThat(work.keptSummary(11)).containsExactly("run 11");
    assertThat(work.log()).exists();
    new WorkFolder(folder.resolve("none")).keepSummaries(2);
  }

  @Test
  void aFileIsClaimedOnceHoweverOftenOneAsks() throws IOException {
    Path source = Files.writeString(inbox.resolve("a.csv"), "one");
    IntakeFile file = found(source, "a.csv");
    assertThat(work.claim(source, file)).isEqualTo(Claim.TAKEN);
    Files.createDirectory(source);
    assertThat(work.claim(source, file)).isEqualTo(Claim.TAKEN);
    assertThat(source).isDirectory();
  }

  @Test
  void aFileWhoseFolderIsAnotherFilesNameIsArchivedByItsNumber() throws IOException {
    Path source = Files.writeString(inbox.resolve("y.csv"), "one");
    IntakeFile file = found(source, "x/y.csv");
    Files.createDirectories(folder.resolve("work/archive/rejected/run-7"));
    Files.writeString(folder.resolve("work/archive/rejected/run-7/x"), "a file");
    work.claim(source, file);

    assertThat(work.archive(file)).isEqualTo(Archived.UNDER_ITS_NUMBER);
    assertThat(work.whereIs(file)).hasFileName("file-1-x_y.csv").hasContent("one");
  }

  @Test
  void aPathTooLongForTheArchiveIsArchivedByItsNumber() throws IOException {
    Path source = Files.writeString(inbox.resolve("y.csv"), "one");
    IntakeFile file = found(source, ("d".repeat(250) + "/").repeat(17) + "y.csv");
    work.claim(source, file);
    assertThat(work.archive(file)).isEqualTo(Archived.UNDER_ITS_NUMBER);
    assertThat(work.whereIs(file)).hasContent("one");
  }

  @Test
  void aClaimedFileThatWasTakenAwayIsTold() throws IOException {
    Path source = Files.writeString(inbox.resolve("y.csv"), "one");
    IntakeFile file = found(source, "y.csv");
    work.claim(source, file);
    Files.delete(work.claimed("000000001"));
    assertThat(work.archive(file)).isEqualTo(Archived.GONE);
  }
}
