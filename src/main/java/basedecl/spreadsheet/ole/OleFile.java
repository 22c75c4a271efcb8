package basedecl.spreadsheet.ole;

import basedecl.spreadsheet.gate.DiskException;
import basedecl.spreadsheet.gate.FileBytes;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.gate.RefusedInStreamException;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.apache.poi.poifs.common.POIFSConstants;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSDocument;
import org.apache.poi.poifs.storage.HeaderBlock;
import org.apache.poi.util.LittleEndian;

/**
 * An OLE2 compound file (MS-CFB) and its streams, read by Apache POI. POI trusts what a file says
 * of its own lengths and reads over what is cut off. So the lengths are held against the file's
 * size first, and a stream that is missing its end is refused.
 */
public final class OleFile implements Closeable {

  private static final int HEADER_LENGTH = POIFSConstants.SMALLER_BIG_BLOCK_SIZE;
  private static final int MINI_SECTOR_BITS_AT = 32;
  private static final int MINI_SECTOR_BITS = 6;
  private static final int MINI_CUTOFF_AT = 56;

  private final BoundedFileSystem system;
  private final DirectoryNode root;
  private final long fileSize;

  private OleFile(BoundedFileSystem system, long fileSize) {
    this.system = system;
    this.root = system.getRoot();
    this.fileSize = fileSize;
  }

  public static OleFile open(FileBytes file) throws IOException, RefusedFileException {
    byte[] header = file.read(0, HEADER_LENGTH);
    if (header.length < HEADER_LENGTH) {
      throw FileReason.TRUNCATED.refusal();
    }
    try {
      checkHeader(header, file.size());
      return new OleFile(new BoundedFileSystem(file.stream()), file.size());
    } catch (DiskException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw verdict(e, file.size());
    }
  }

  /**
   * Loops of sectors and chains that begin nowhere, unless the guard below POI said more itself. A
   * file that ends within a sector was cut off there, whatever POI stumbled over.
   */
  private static RefusedFileException verdict(Exception thrown, long fileSize) {
    return Stream.of(thrown, thrown.getCause())
        .filter(RefusedInStreamException.class::isInstance)
        .map(refused -> ((RefusedInStreamException) refused).verdict())
        .findFirst()
        .orElseGet(
            fileSize % HEADER_LENGTH == 0
                ? FileReason.CONTAINER::refusal
                : FileReason.TRUNCATED::refusal);
  }

  /** POI takes memory for as many sectors as the header announces. */
  private static void checkHeader(byte[] bytes, long fileSize)
      throws IOException, RefusedFileException {
    HeaderBlock header = new HeaderBlock(ByteBuffer.wrap(bytes));
    // POI takes the usual sizes of small streams for granted
    if (LittleEndian.getUShort(bytes, MINI_SECTOR_BITS_AT) != MINI_SECTOR_BITS
        || LittleEndian.getInt(bytes, MINI_CUTOFF_AT)
            != POIFSConstants.BIG_BLOCK_MINIMUM_DOCUMENT_SIZE) {
      throw FileReason.CONTAINER.refusal();
    }
    long sectors = fileSize / header.getBigBlockSize().getBigBlockSize() + 1;
    long tables = sectors / header.getBigBlockSize().getBATEntriesPerBlock() + 1;
    if (header.getBATCount() < 0 || header.getBATCount() > tables) {
      throw FileReason.TRUNCATED.refusal();
    }
  }

  /** Whether a stream or storage of that name stands at the top; case does not matter. */
  public boolean has(String name) {
    return root.hasEntryCaseInsensitive(name);
  }

  /** Whether a stream or storage of that name stands anywhere in the file. */
  public boolean hasAnywhere(String name) {
    Deque<DirectoryNode> left = new ArrayDeque<>();
    left.add(root);
    while (!left.isEmpty()) {
      for (Entry entry : left.remove()) {
        if (entry.getName().equalsIgnoreCase(name)) {
          return true;
        }
        if (entry instanceof DirectoryNode directory) {
          left.add(directory);
        }
      }
    }
    return false;
  }

  /** The whole stream at the top of the file; call {@link #has} first. */
  public byte[] read(String name) throws RefusedFileException {
    try {
      if (root.getEntryCaseInsensitive(name) instanceof DocumentNode stream) {
        return read(stream);
      }
      throw FileReason.CONTAINER.refusal();
    } catch (FileNotFoundException | RuntimeException e) {
      throw verdict(e, fileSize);
    }
  }

  private byte[] read(DocumentNode stream) throws RefusedFileException {
    int size = stream.getSize();
    int miniStream = system.getPropertyTable().getRoot().getSize();
    if (size < 0 || size > fileSize || miniStream < 0 || miniStream > fileSize) {
      throw FileReason.CONTAINER.refusal();
    }
    int sectorSize =
        size < POIFSConstants.BIG_BLOCK_MINIMUM_DOCUMENT_SIZE
            ? POIFSConstants.SMALL_BLOCK_SIZE
            : system.getBigBlockSize();
    byte[] bytes = new byte[size];
    int at = 0;
    for (ByteBuffer sector : new POIFSDocument(stream)) {
      if (at == size) {
        break;
      }
      int length = Math.min(sectorSize, size - at);
      if (sector.remaining() < length) {
        throw FileReason.TRUNCATED.refusal();
      }
      sector.get(bytes, at, length);
      at += length;
    }
    if (at < size) {
      throw FileReason.TRUNCATED.refusal();
    }
    return bytes;
  }

  /** The top of the file, for a decryptor that reads a stream piece by piece. */
  public DirectoryNode root() {
    return root;
  }

  @Override
  public void close() throws IOException {
    system.close();
  }
}
