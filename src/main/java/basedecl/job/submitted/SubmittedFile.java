package basedecl.job.submitted;

import basedecl.file.DiskFault;
import basedecl.file.FileDigest;
import basedecl.file.Inbox;
import basedecl.message.Message;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A workbook or text file that an office hands over by naming it, or its folder, in the job file.
 * It is read where it lies and stays there.
 *
 * @param name its name, within the folder where a folder was named
 */
public record SubmittedFile(Path path, String name, String sha256) {

  /**
   * The file, or the files of the folder and its sub-folders in order of their modification time,
   * then name. What is no ordinary file is passed over and told.
   */
  public static List<SubmittedFile> of(Path fileOrFolder, Consumer<List<Inbox.Skipped>> passedOver)
      throws IOException {
    if (Files.isRegularFile(fileOrFolder)) {
      return List.of(
          new SubmittedFile(
              fileOrFolder,
              String.valueOf(fileOrFolder.getFileName()),
              FileDigest.sha256(fileOrFolder)));
    }
    Inbox.Scan scan = new Inbox(fileOrFolder, Duration.ZERO).scan();
    List<Inbox.Skipped> skipped = new ArrayList<>(scan.skipped());
    List<SubmittedFile> files = new ArrayList<>();
    for (Inbox.Candidate candidate : scan.candidates()) {
      try {
        files.add(
            new SubmittedFile(
                candidate.file(), candidate.path(), FileDigest.sha256(candidate.file())));
      } catch (FileSystemException e) {
        if (DiskFault.is(e)) {
          throw e;
        }
        skipped.add(new Inbox.Skipped(candidate.path(), Message.of("job.skip-unreadable")));
      }
    }
    passedOver.accept(skipped);
    return files;
  }
}
