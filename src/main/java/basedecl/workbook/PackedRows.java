package basedecl.workbook;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a table that follow on each other, formatted and packed apart from all others: several
 * threads may make them side by side, and what was made once may be kept. They hold their numbers,
 * so that they fit in one place of a table only, behind as many rows as they were made for. Equal
 * rows in the same place give equal bytes.
 *
 * @param before rows of the table before these
 */
public record PackedRows(long before, long count, List<Stretch> stretches) {

  /** The longest stretch that is believed when it is read back. */
  private static final int LONGEST = 1 << 30;

  /**
   * Those of them that lie in one sheet.
   *
   * @param part the sheet, the first being 1
   * @param rows how many
   */
  record Stretch(int part, int rows, PackedZip.Piece piece) {}

  /** Where rows come from, in order. */
  public interface Source {
    Optional<PackedRows> next() throws IOException;
  }

  public PackedRows {
    stretches = List.copyOf(stretches);
  }

  /** Writes them so that {@link #read} has them back. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(before);
    out.writeLong(count);
    out.writeInt(stretches.size());
    for (Stretch stretch : stretches) {
      out.writeInt(stretch.part());
      out.writeInt(stretch.rows());
      out.writeLong(stretch.piece().size());
      out.writeInt(stretch.piece().crc());
      out.writeInt(stretch.piece().deflated().length);
      out.write(stretch.piece().deflated());
    }
  }

  /**
   * @throws IOException if there are none; whether the bytes are those that were written is not
   *     asked
   */
  public static PackedRows read(DataInput in) throws IOException {
    long before = in.readLong();
    long count = in.readLong();
    int size = in.readInt();
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int part = in.readInt();
      int rows = in.readInt();
      long plain = in.readLong();
      int crc = in.readInt();
      int length = in.readInt();
      if (length < 0 || length > LONGEST) {
        throw new IOException("Not as rows are kept");
      }
      byte[] deflated = new byte[length];
      in.readFully(deflated);
      stretches.add(new Stretch(part, rows, new PackedZip.Piece(deflated, plain, crc)));
    }
    return new PackedRows(before, count, stretches);
  }
}
