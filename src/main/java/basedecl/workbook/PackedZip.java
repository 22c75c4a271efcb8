package basedecl.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * A zip that is streamed, and takes entries which were packed elsewhere in pieces: each piece is a
 * stretch of a deflate stream that refers to nothing before it and ends at a byte, so that pieces
 * put one after another are a stream again. Size and checksum of such an entry are those of its
 * pieces together and stand behind its data, as with every entry that is streamed.
 */
final class PackedZip extends ZipArchiveOutputStream {

  /** Every entry bears the same day; the first of 1980 would stand for "earlier than 1980". */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final long LARGEST = 0xFFFF_FFFEL;

  /** The polynomial of CRC-32, the lowest power in the highest bit. */
  private static final int POLYNOMIAL = 0xEDB88320;

  private static final int ONE = 1 << 31;

  /** At {@code i}: x to the power of 2 to the power of i, modulo the polynomial. */
  private static final int[] POWERS = powers();

  /** A stretch of an entry, by those who made it; its bytes are not changed any more. */
  static final class Piece {
    private final byte[] deflated;
    private final long size;
    private final int crc;

    /**
     * @param size before it was packed, in bytes
     * @param crc CRC-32 of these bytes
     */
    Piece(byte[] deflated, long size, int crc) {
      this.deflated = deflated;
      this.size = size;
      this.crc = crc;
    }

    byte[] deflated() {
      return deflated;
    }

    long size() {
      return size;
    }

    int crc() {
      return crc;
    }
  }

  /** The pieces of an entry in order; the last of them ends its deflate stream. */
  interface Pieces {
    Optional<Piece> next() throws IOException;
  }

  private Optional<Joined> joined = Optional.empty();

  PackedZip(OutputStream out, int level) {
    super(out);
    setLevel(level);
  }

  /** Begins an entry that is packed here. */
  void begin(String name) throws IOException {
    putArchiveEntry(entry(name));
  }

  /** Writes an entry of pieces. */
  void add(String name, Pieces pieces) throws IOException {
    Joined stream = new Joined(pieces);
    joined = Optional.of(stream);
    addRawArchiveEntry(entry(name), stream);
    joined = Optional.empty();
  }

  /** What was packed elsewhere is known in size only now that it is written. */
  @Override
  protected void writeDataDescriptor(ZipArchiveEntry entry) throws IOException {
    if (joined.isPresent()) {
      Joined written = joined.get();
      if (written.size > LARGEST || written.packed > LARGEST) {
        throw new IOException("More than four gigabytes in " + entry.getName());
      }
      entry.setSize(written.size);
      entry.setCompressedSize(written.packed);
      entry.setCrc(Integer.toUnsignedLong(written.crc));
    }
    super.writeDataDescriptor(entry);
  }

  private static ZipArchiveEntry entry(String name) {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setTimeLocal(ENTRY_TIME);
    entry.setMethod(DEFLATED);
    return entry;
  }

  /**
   * The CRC-32 of bytes of which only the parts' are known, as zlib's {@code crc32_combine} works
   * it out: a checksum is a polynomial over two elements, and bytes that follow multiply it by a
   * power of x.
   *
   * @param first of what comes first
   * @param second of what follows
   * @param length of what follows, in bytes
   */
  static int crc(int first, int second, long length) {
    int shift = ONE;
    long left = length;
    // Eight bits a byte: the powers from 2^3 on.
    for (int i = 3; left != 0; i++) {
      if ((left & 1) != 0) {
        shift = product(POWERS[i % POWERS.length], shift);
      }
      left >>>= 1;
    }
    return product(shift, first) ^ second;
  }

  private static int[] powers() {
    int[] powers = new int[31];
    powers[0] = 1 << 30;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = product(powers[i - 1], powers[i - 1]);
    }
    return powers;
  }

  /** The product of two polynomials modulo that of CRC-32. */
  private static int product(int one, int other) {
    int product = 0;
    int shifted = other;
    for (int bit = ONE; bit != 0; bit >>>= 1) {
      if ((one & bit) != 0) {
        product ^= shifted;
      }
      shifted = (shifted & 1) != 0 ? shifted >>> 1 ^ POLYNOMIAL : shifted >>> 1;
    }
    return product;
  }

  /** The pieces as one stream, which adds up what they come to. */
  private static final class Joined extends InputStream {
    private final Pieces pieces;
    private Piece piece = new Piece(new byte[0], 0, 0);
    private int at;
    private long size;
    private long packed;
    private int crc;

    private Joined(Pieces pieces) {
      this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      while (at == piece.deflated().length) {
        Optional<Piece> next = pieces.next();
        if (next.isEmpty()) {
          return -1;
        }
        piece = next.get();
        at = 0;
        size += piece.size();
        packed += piece.deflated().length;
        crc = PackedZip.crc(crc, piece.crc(), piece.size());
      }
      int count = Math.min(length, piece.deflated().length - at);
      System.arraycopy(piece.deflated(), at, into, offset, count);
      at += count;
      return count;
    }
  }
}
