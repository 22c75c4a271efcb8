package basedecl.job.support;

import basedecl.ledger.FileRecord;
import basedecl.ledger.IntakeFile;
import basedecl.ledger.LedgerDatabase;
import basedecl.spreadsheet.ReplacedFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Where claimed files lie while they are read ({@code claimed/}) and afterwards, by outcome ({@code
 * archive/OUTCOME/run-N/}). Folders are the owner's only.
 */
public final class WorkFolder {

  /** What {@link Files#mismatch} says of equal files. */
  private static final long SAME_CONTENT = -1;

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
    try (ReplacedFile file =
        ReplacedFile.at(root.resolve("log").resolve("run-" + runId + ".txt"))) {
      file.stream().write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
      file.finish();
    }
  }

  public void create() throws IOException {
    createOwnerOnly(root.resolve("claimed"));
    createOwnerOnly(root.resolve("log"));
    LedgerDatabase.createOwnerOnly(log());
  }

  /**
   * Creates a folder, and those it lies in, that only their owner may enter, where the file system
   * knows owners.
   */
  public static void createOwnerOnly(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  /**
   * A name for a file to be claimed under: its number, and more where the folder holds that already
   * because the ledger is younger than the folder, restored from a backup for example.
   */
  public String freeName(long fileId) {
    String number = String.format("%09d", fileId);
    String name = number;
    for (int i = 2; Files.exists(claimed(name)); i++) {
      name = number + "-" + i;
    }
    return name;
  }

  /**
   * Moves a file from the inbox; safe to repeat. Where the claimed file is there already, what now
   * lies in the inbox under its path is another file and stays, unless it is the source of a copy
   * that was cut off before its source was removed. False when the file is in neither place.
   */
  public boolean claim(Path source, IntakeFile file) throws IOException {
    Path target = claimed(file.claimedName());
    if (!Files.exists(target)) {
      return move(source, target);
    }
    if (Files.isRegularFile(source, LinkOption.NOFOLLOW_LINKS)
        && Files.getLastModifiedTime(source).toMillis() == file.modifiedAt()
        && Files.mismatch(source, target) == SAME_CONTENT) {
      Files.delete(source);
    }
    return true;
  }

  /**
   * Moves a finished file to the archive under its outcome; safe to repeat. What lies there already
   * under the same path is kept: the file gets a name of its own.
   */
  public void archive(IntakeFile file) throws IOException {
    int attempt = 1;
    while (Files.exists(archived(file, attempt), LinkOption.NOFOLLOW_LINKS)) {
      attempt++;
    }
    Path target = archived(file, attempt);
    createOwnerOnly(Objects.requireNonNullElse(target.getParent(), root));
    move(claimed(file.claimedName()), target);
  }

  /** Where the file lies now: claimed still, or in the archive already. */
  public Path whereIs(IntakeFile file) throws IOException {
    Path claimed = claimed(file.claimedName());
    for (int i = 1; !Files.exists(claimed) && Files.exists(archived(file, i)); i++) {
      if (FileDigest.sha256(archived(file, i)).equals(file.sha256().orElse(""))) {
        return archived(file, i);
      }
    }
    return claimed;
  }

  private Path archived(IntakeFile file, int attempt) {
    String outcome =
        file.verdict().map(FileRecord.Verdict::name).orElse("REJECTED").toLowerCase(Locale.ROOT);
    Path place =
        root.resolve("archive")
            .resolve(outcome)
            .resolve("run-" + file.runId())
            .resolve(file.path());
    return attempt == 1 ? place : place.resolveSibling(attempt + "-" + place.getFileName());
  }

  private static boolean move(Path source, Path target) throws IOException {
    if (!Files.exists(source, LinkOption.NOFOLLOW_LINKS)) {
      return false;
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
