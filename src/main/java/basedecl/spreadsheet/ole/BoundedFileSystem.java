package basedecl.spreadsheet.ole;

import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.RefusedInStreamException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * POI's reader of compound files, which by itself builds a directory as large as a file asks for:
 * some fifteen times the memory of its bytes. Here opening ends where tables and directory take
 * more than an honest file needs.
 */
final class BoundedFileSystem extends POIFSFileSystem {

  /** The directory of 16,000 streams; a workbook with macros and drawings has some hundred. */
  private static final long MOST_DIRECTORY_BYTES = 2L << 20;

  /** Allocation tables take four bytes a sector, that is at most 1/128 of a file. */
  private static final int TABLES_SHARE = 64;

  // Counted from within POI's constructor, so an initialiser here would set it back to nothing.
  private long opening;
  private boolean opened;

  BoundedFileSystem(InputStream file) throws IOException {
    super(file);
    opened = true;
  }

  @Override
  protected ByteBuffer getBlockAt(int offset) throws IOException {
    if ((offset + 1L) * getBigBlockSize() >= size()) {
      throw new RefusedInStreamException(FileReason.TRUNCATED.refusal());
    }
    if (!opened) {
      opening += getBigBlockSize();
      if (opening > MOST_DIRECTORY_BYTES + size() / TABLES_SHARE) {
        throw new RefusedInStreamException(FileReason.MEMORY.refusal());
      }
    }
    return super.getBlockAt(offset);
  }
}
