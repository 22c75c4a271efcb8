package basedecl.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Set;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * An output that is written beside its place, under a hidden name in the same folder, and takes its
 * place in one step: a reader sees the old file or the whole new one. Only its owner may read it,
 * where the file system knows owners. Closed without {@link #finish()} it leaves nothing behind;
 * what a killed run left is written over by the next one, since the hidden name is always the same.
 *
 * <pre>{@code
 * try (ReplacedFile file = ReplacedFile.at(folder.resolve("receipts.csv"))) {
 *   file.stream().write(bytes);
 *   return file.finish();
 * }
 * }</pre>
 */
public final class ReplacedFile implements Closeable {

  /**
   * What was written.
   *
   * @param sha256 of the whole file, 64 lower-case hexadecimal digits
   */
  public record Written(Path path, long bytes, String sha256) {}

  private static final int BUFFER = 1 << 16;

  /** Leaves room for what the hidden name adds: file systems take 255 bytes. */
  private static final int LONGEST_NAME = 60;

  private final Path target;
  private final Path hidden;
  private final FileChannel channel;
  private final MessageDigest digest = DigestUtils.getSha256Digest();
  private final BackgroundStream digesting =
      new BackgroundStream(
          "file-digest", new DigestOutputStream(OutputStream.nullOutputStream(), digest));
  private final OutputStream stream;
  private boolean open = true;

  private ReplacedFile(Path target, Path hidden, FileChannel channel) {
    this.target = target;
    this.hidden = hidden;
    this.channel = channel;
    this.stream =
        new BufferedOutputStream(new Both(Channels.newOutputStream(channel), digesting), BUFFER) {
          @Override
          public void close() throws IOException {
            flush();
          }
        };
  }

  /** As {@link #at}, for a file that everybody on the machine may read. */
  public static ReplacedFile readableAt(Path target) throws IOException {
    ReplacedFile file = at(target);
    if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file.hidden, PosixFilePermissions.fromString("rw-r--r--"));
    }
    return file;
  }

  /** Begins the file that will stand at {@code target}; its folder is made where it is missing. */
  public static ReplacedFile at(Path target) throws IOException {
    Path place = target.toAbsolutePath();
    Path folder = folderOf(place);
    Files.createDirectories(folder);
    Path hidden = folder.resolve(hiddenName(String.valueOf(place.getFileName())));
    Files.deleteIfExists(hidden);
    return new ReplacedFile(
        target,
        hidden,
        FileChannel.open(
            hidden,
            Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
            OwnerOnly.file(folder)));
  }

  /** Where the content goes; closing it only flushes, so that it may be wrapped and closed. */
  public OutputStream stream() {
    return stream;
  }

  /** Flushes the file to the disk and puts it in its place. */
  public Written finish() throws IOException {
    stream.flush();
    long bytes = channel.size();
    channel.force(true);
    channel.close();
    digesting.settle();
    Files.move(
        hidden,
        target.toAbsolutePath(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    open = false;
    digesting.close();
    flushFolder(folderOf(target.toAbsolutePath()));
    return new Written(target, bytes, Hex.encodeHexString(digest.digest()));
  }

  /** Gives up what was written unless it was finished. */
  @Override
  public void close() throws IOException {
    if (open) {
      open = false;
      try {
        digesting.close();
      } finally {
        channel.close();
        Files.deleteIfExists(hidden);
      }
    }
  }

  private static String hiddenName(String name) {
    return name.length() <= LONGEST_NAME
        ? "." + name + ".part"
        : "."
            + name.substring(0, LONGEST_NAME)
            + "-"
            + Integer.toHexString(name.hashCode())
            + ".part";
  }

  private static Path folderOf(Path place) {
    Path folder = place.getParent();
    if (folder == null) {
      throw new IllegalArgumentException("Not a file: " + place);
    }
    return folder;
  }

  /** Makes the new name last over a power cut; only POSIX systems can open a folder. */
  static void flushFolder(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
        entries.force(true);
      }
    }
  }

  /** Writes to the file and shows the same bytes to its digest. */
  private static final class Both extends OutputStream {
    private final OutputStream file;
    private final OutputStream digest;

    private Both(OutputStream file, OutputStream digest) {
      this.file = file;
      this.digest = digest;
    }

    @Override
    public void write(int b) throws IOException {
      file.write(b);
      digest.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      file.write(bytes, offset, length);
      digest.write(bytes, offset, length);
    }
  }
}
