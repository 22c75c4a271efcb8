package basedecl.workbook;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Makes {@link PackedRows}: what is written to {@link #rows()} becomes stretches of a sheet, each
 * packed by itself.
 */
public final class RowPacker implements Closeable {

  private final long before;
  private final Deflating deflating = new Deflating();
  private final TableBytes bytes = new TableBytes(deflating);
  private final List<PackedRows.Stretch> stretches = new ArrayList<>();
  private final TableRows rows;
  private int part;
  private long lastRow;

  /**
   * @param before how many rows of the table come before
   * @param rowLimit rows after which the table goes on in the next sheet
   */
  public RowPacker(TableSheet table, int rowLimit, long before) throws IOException {
    this.before = before;
    this.rows =
        new TableRows(new Stretches(), bytes, table, OptionalLong.empty(), rowLimit, before);
  }

  /** To which the rows are written. */
  public TableRows rows() {
    return rows;
  }

  /** Ends the last row. */
  public PackedRows finish() throws IOException {
    rows.end();
    return new PackedRows(before, rows.count() - before, stretches);
  }

  /** Gives up what the packing holds of the machine's memory. */
  @Override
  public void close() {
    deflating.deflater.end();
  }

  /** Markup around rows, packed as the rows are; {@code last}: the sheet's deflate stream ends. */
  static PackedZip.Piece markup(String xml, boolean last) throws IOException {
    Deflating deflating = new Deflating();
    try {
      deflating.write(xml.getBytes(StandardCharsets.UTF_8));
      return last ? deflating.last() : deflating.piece();
    } finally {
      deflating.deflater.end();
    }
  }

  private final class Stretches implements TableRows.Sheets {
    @Override
    public void begin(TableSheet sheet, int number, long row, OptionalLong left) {
      part = number;
      lastRow = row;
    }

    @Override
    public void end(TableSheet sheet, long row, boolean last) throws IOException {
      bytes.flush();
      PackedZip.Piece piece = deflating.piece();
      if (row > lastRow) {
        stretches.add(new PackedRows.Stretch(part, Math.toIntExact(row - lastRow), piece));
      }
    }
  }

  /** Bytes packed as they come. */
  private static final class Deflating extends OutputStream {
    private static final int BUFFER = 1 << 14;

    private final Deflater deflater = new Deflater(TableWorkbook.DEFLATE_LEVEL, true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private ByteArrayOutputStream packed = new ByteArrayOutputStream(BUFFER);

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] content, int offset, int length) {
      crc.update(content, offset, length);
      deflater.setInput(content, offset, length);
      while (!deflater.needsInput()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
    }

    /** What was written since the last piece; nothing that follows will refer to it. */
    private PackedZip.Piece piece() {
      int count = buffer.length;
      while (count == buffer.length) {
        count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        packed.write(buffer, 0, count);
      }
      return taken();
    }

    private PackedZip.Piece last() {
      deflater.finish();
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return taken();
    }

    private PackedZip.Piece taken() {
      PackedZip.Piece piece =
          new PackedZip.Piece(packed.toByteArray(), deflater.getBytesRead(), (int) crc.getValue());
      deflater.reset();
      crc.reset();
      packed = new ByteArrayOutputStream(BUFFER);
      return piece;
    }
  }
}
