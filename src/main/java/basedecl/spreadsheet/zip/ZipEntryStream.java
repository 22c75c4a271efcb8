package basedecl.spreadsheet.zip;

import basedecl.spreadsheet.gate.FileBytes;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.gate.RefusedInStreamException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.commons.compress.archivers.zip.ZipLong;
import org.apache.commons.compress.archivers.zip.ZipShort;

/**
 * The bytes of one part of a zip file. Counts what it unpacks against the budget, and says {@code
 * FILE_DAMAGED} where length or CRC-32 differ from what the directory declares.
 */
public final class ZipEntryStream extends InputStream {

  static final int LOCAL_HEADER_LENGTH = 30;
  private static final long LOCAL_HEADER = 0x04034b50;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  /** A part this much longer than declared was declared wrongly on purpose. */
  private static final long LIE = 16L << 20;

  /** XML has a {@code <} far more often; without one an attribute would fill the memory. */
  private static final int LONGEST_WITHOUT_MARKUP = 1 << 20;

  private final FileBytes file;
  private final ZipContainer.Entry entry;
  private final ReadBudget budget;
  private final boolean counted;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] input;
  private long position;
  private long unread;
  private long produced;
  private int withoutMarkup;
  private boolean ended;

  ZipEntryStream(FileBytes file, ZipContainer.Entry entry, ReadBudget budget, boolean counted)
      throws IOException, RefusedFileException {
    this.file = file;
    this.entry = entry;
    this.budget = budget;
    this.counted = counted;
    byte[] header = file.read(entry.offset(), LOCAL_HEADER_LENGTH + entry.rawName().length());
    checkHeader(header);
    position = entry.offset() + header.length + ZipShort.getValue(header, 28);
    unread = entry.compressed();
    input = new byte[(int) Math.max(1, Math.min(unread, 32_768))];
  }

  private void checkHeader(byte[] header) throws RefusedFileException {
    boolean same =
        header.length == LOCAL_HEADER_LENGTH + entry.rawName().length()
            && ZipLong.getValue(header, 0) == LOCAL_HEADER
            && ZipShort.getValue(header, 26) == entry.rawName().length()
            && new String(
                    header,
                    LOCAL_HEADER_LENGTH,
                    header.length - LOCAL_HEADER_LENGTH,
                    StandardCharsets.ISO_8859_1)
                .equals(entry.rawName())
            && ZipShort.getValue(header, 8) == entry.method();
    boolean sizesFollow = (ZipShort.getValue(header, 6) & 8) != 0;
    // some writers leave the sizes out without saying so; the directory's are checked in any case
    boolean leftOut =
        ZipLong.getValue(header, 14) == 0
            && ZipLong.getValue(header, 18) == 0
            && ZipLong.getValue(header, 22) == 0;
    boolean sizes64 =
        ZipLong.getValue(header, 18) == 0xFFFF_FFFFL
            || ZipLong.getValue(header, 22) == 0xFFFF_FFFFL;
    if (same && !sizesFollow && !leftOut && !sizes64) {
      same =
          ZipLong.getValue(header, 14) == entry.crc()
              && ZipLong.getValue(header, 18) == entry.compressed()
              && ZipLong.getValue(header, 22) == entry.size();
    }
    if (!same) {
      throw FileReason.CONTAINER.refusal();
    }
    if (entry.encrypted()) {
      throw FileReason.ENCRYPTED_ZIP.refusal();
    }
    if (entry.method() != STORED && entry.method() != DEFLATED) {
      throw FileReason.ZIP_METHOD.refusal();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (ended || length == 0) {
      return ended ? -1 : 0;
    }
    try {
      budget.checkTime();
      int read =
          entry.method() == STORED ? copy(target, offset, length) : inflate(target, offset, length);
      if (read <= 0) {
        end();
        return -1;
      }
      crc.update(target, offset, read);
      produced += read;
      if (counted) {
        budget.inflated(read);
      } else {
        budget.inflatedAgain(read);
      }
      if (produced > entry.size()) {
        throw tooLong(target);
      }
      watchMarkup(target, offset, read);
      return read;
    } catch (RefusedFileException e) {
      throw new RefusedInStreamException(e);
    }
  }

  private int copy(byte[] target, int offset, int length) throws IOException {
    int read = file.read(position, target, offset, (int) Math.min(length, unread));
    position += read;
    unread -= read;
    return read;
  }

  private int inflate(byte[] target, int offset, int length)
      throws IOException, RefusedFileException {
    try {
      while (true) {
        int read = inflater.inflate(target, offset, length);
        if (read > 0 || inflater.finished()) {
          return read;
        }
        if (inflater.needsDictionary() || unread == 0) {
          throw FileReason.CHECKSUM.refusal();
        }
        int fed = file.read(position, input, 0, (int) Math.min(input.length, unread));
        if (fed == 0) {
          throw FileReason.TRUNCATED.refusal();
        }
        position += fed;
        unread -= fed;
        inflater.setInput(input, 0, fed);
      }
    } catch (DataFormatException e) {
      throw FileReason.CHECKSUM.refusal();
    }
  }

  private void end() throws RefusedFileException {
    ended = true;
    boolean whole =
        produced == entry.size()
            && crc.getValue() == entry.crc()
            && unread == 0
            && inflater.getRemaining() == 0;
    if (!whole) {
      throw FileReason.CHECKSUM.refusal();
    }
  }

  /** Goes on a little to tell a flipped bit from a part whose declared size lies. */
  private RefusedFileException tooLong(byte[] scratch) throws IOException {
    try {
      while (true) {
        int read =
            entry.method() == STORED
                ? copy(scratch, 0, scratch.length)
                : inflate(scratch, 0, scratch.length);
        if (read <= 0) {
          return FileReason.CHECKSUM.refusal();
        }
        produced += read;
        if (produced > entry.size() + LIE) {
          return FileReason.BOMB.refusal();
        }
      }
    } catch (RefusedFileException e) {
      return e;
    }
  }

  private void watchMarkup(byte[] target, int offset, int read) throws RefusedFileException {
    for (int i = offset + read - 1; i >= offset; i--) {
      if (target[i] == '<') {
        withoutMarkup = offset + read - 1 - i;
        return;
      }
    }
    withoutMarkup += read;
    if (withoutMarkup > LONGEST_WITHOUT_MARKUP) {
      throw FileReason.CELL_CHARACTERS.refusal(Integer.toString(budget.limits().cellCharacters()));
    }
  }

  /** Reads what is left, so that its checksum is known. */
  public void drain() throws IOException {
    byte[] scratch = new byte[8192];
    while (read(scratch, 0, scratch.length) >= 0) {
      // counted and checked by read
    }
  }

  @Override
  public void close() {
    ended = true;
    inflater.end();
  }
}
