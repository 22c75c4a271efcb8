package basedecl.job.support;

import basedecl.ledger.FileRecord;
import basedecl.ledger.IntakeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;

/**
 * Where claimed files lie while they are read ({@code claimed/}) and afterwards, by outcome ({@code
 * archive/OUTCOME/run-N/}). Folders are the owner's only.
 */
public final class WorkFolder {

  private final Path root;

  public WorkFolder(Path root) {
    this.root = root;
  }

  public Path claimed(String claimedName) {
    return root.resolve("claimed").resolve(claimedName);
  }

  public Path log() {
    return root.resolve("log").resolve("base-declaration.log");
  }

  /** Keeps what the operator was told, as {@code log/run-N.txt}. */
  public void keepSummary(long runId, List<String> lines) throws IOException {
    Files.write(root.resolve("log").resolve("run-" + runId + ".txt"), lines);
  }

  public void create() throws IOException {
    createOwnerOnly(root);
    Files.createDirectories(root.resolve("claimed"));
    Files.createDirectories(root.resolve("log"));
  }

  /** Creates a folder that only its owner may enter, where the file system knows owners. */
  public static void createOwnerOnly(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (folder.getParent() != null) {
      Files.createDirectories(folder.getParent());
    }
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectory(folder);
    }
  }

  /** Moves a file from the inbox; safe to repeat. False when it is in neither place. */
  public boolean claim(Path source, String claimedName) throws IOException {
    return move(source, claimed(claimedName));
  }

  /** Moves a finished file to the archive under its outcome; safe to repeat. */
  public void archive(IntakeFile file) throws IOException {
    String outcome =
        file.verdict().map(FileRecord.Verdict::name).orElse("REJECTED").toLowerCase(Locale.ROOT);
    Path target =
        root.resolve("archive")
            .resolve(outcome)
            .resolve("run-" + file.runId())
            .resolve(file.path());
    Files.createDirectories(target.getParent());
    move(claimed(file.claimedName()), target);
  }

  private static boolean move(Path source, Path target) throws IOException {
    if (!Files.exists(source, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return Files.exists(target);
    }
    try {
      Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      moveAcrossFileSystems(source, target);
    }
    return true;
  }

  /** Another file system: a whole copy beside the target first, the source removed last. */
  private static void moveAcrossFileSystems(Path source, Path target) throws IOException {
    Path copy = target.resolveSibling("." + target.getFileName() + ".copy");
    Files.copy(
        source, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(source);
  }
}
