package basedecl.desk.submission;

import basedecl.file.OwnerOnly;
import basedecl.ledger.submission.UploadId;
import basedecl.policy.Population;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The desk's folders under its work folder, all of one file system: uploads as they wait, and an
 * inbox of its own for each population. They are the owner's only.
 */
public record DeskFolders(Path root) {

  /** Those of a work folder. */
  public static DeskFolders in(Path work) {
    return new DeskFolders(work.resolve("desk"));
  }

  Path uploads() {
    return root.resolve("uploads");
  }

  Path upload(UploadId id) {
    return uploads().resolve(id.text());
  }

  /** Where submitted files of a population lie until a run takes them. */
  public Path inbox(Population population) {
    return root.resolve("inbox").resolve(population.word());
  }

  /** Answers that are written while somebody waits for them. */
  public Path answers() {
    return root.resolve("answers");
  }

  public void create() throws IOException {
    OwnerOnly.createFolders(uploads());
    OwnerOnly.createFolders(answers());
    for (Population population : Population.values()) {
      OwnerOnly.createFolders(inbox(population));
    }
  }
}
