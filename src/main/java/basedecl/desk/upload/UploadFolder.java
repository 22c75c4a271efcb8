package basedecl.desk.upload;

import basedecl.file.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where files lie while they come in: a folder under the desk's {@code work}, which only its owner
 * reads; nothing is ever written to the system's folder for temporary files.
 */
public final class UploadFolder {

  private final Path folder;

  /** Makes the folder, and clears away what a desk that was killed left in it. */
  public UploadFolder(Path work) {
    this.folder = work.resolve("uploading");
    try {
      OwnerOnly.createFolders(folder);
      List<Path> left;
      try (Stream<Path> files = Files.list(folder)) {
        left = files.toList();
      }
      for (Path file : left) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An empty file with a name that nobody foretells. */
  Path newFile() throws IOException {
    Path file = folder.resolve(UUID.randomUUID() + ".part");
    OwnerOnly.createFile(file);
    return file;
  }
}
