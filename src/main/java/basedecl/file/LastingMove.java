package basedecl.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * A file put into another folder of the same file system in one step that a power cut leaves done.
 */
public final class LastingMove {

  private LastingMove() {}

  /**
   * Moves a file whose content is on the disk already. The target's folder is made where it is
   * missing, its owner's only.
   *
   * @return false where there was no such file: somebody else moved it
   */
  public static boolean move(Path source, Path target) throws IOException {
    Path from = folderOf(source);
    Path to = folderOf(target);
    OwnerOnly.createFolders(to);
    try {
      Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return false;
    }
    // The new name first: between the two a power cut may leave both, never none.
    ReplacedFile.flushFolder(to);
    ReplacedFile.flushFolder(from);
    return true;
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }
}
