package basedecl.spreadsheet.value;

import basedecl.cell.CellTexts;
import basedecl.cell.CellValue;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A workbook's table of shared texts, packed as UTF-8 in chunks: a table of a million identity
 * numbers takes some 25 MB instead of the 70 MB of as many strings, and a hostile table of tiny
 * texts cannot take many times its own size. Texts used again and again are kept unpacked.
 */
public final class SharedTexts {

  private static final int CHUNK_BITS = 20;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int LENGTH_BYTES = 3;
  private static final int CACHED = 1024;

  private final ReadBudget budget;
  private final List<byte[]> chunks = new ArrayList<>();
  private byte[] chunk = new byte[0];
  private int chunkUsed;
  private int[] places = new int[64];
  private int count;
  private final int[] cachedIndex = new int[CACHED];
  private final CellValue[] cached = new CellValue[CACHED];

  public SharedTexts(ReadBudget budget) {
    this.budget = budget;
    Arrays.fill(cachedIndex, -1);
    Arrays.fill(cached, CellValue.Blank.BLANK);
  }

  public void add(String stored) throws RefusedFileException {
    byte[] bytes = CellTexts.strip(stored).getBytes(StandardCharsets.UTF_8);
    if (chunk.length - chunkUsed < bytes.length + LENGTH_BYTES) {
      int wanted = chunks.isEmpty() ? 4096 : CHUNK;
      chunk = new byte[Math.max(wanted, bytes.length + LENGTH_BYTES)];
      chunkUsed = 0;
      chunks.add(chunk);
      budget.checkTextMemory((long) chunks.size() * CHUNK + 4L * places.length);
    }
    if (count == places.length) {
      budget.checkTextMemory((long) chunks.size() * CHUNK + 8L * places.length);
      places = Arrays.copyOf(places, 2 * count);
    }
    places[count++] = (chunks.size() - 1) << CHUNK_BITS | chunkUsed;
    chunk[chunkUsed] = (byte) bytes.length;
    chunk[chunkUsed + 1] = (byte) (bytes.length >> 8);
    chunk[chunkUsed + 2] = (byte) (bytes.length >> 16);
    System.arraycopy(bytes, 0, chunk, chunkUsed + LENGTH_BYTES, bytes.length);
    chunkUsed += LENGTH_BYTES + bytes.length;
  }

  public CellValue get(int index) throws RefusedFileException {
    if (index < 0 || index >= count) {
      throw FileReason.CONTENT.refusal();
    }
    int slot = index & (CACHED - 1);
    if (cachedIndex[slot] != index) {
      cachedIndex[slot] = index;
      cached[slot] = unpack(places[index]);
    }
    return cached[slot];
  }

  private CellValue unpack(int place) {
    byte[] bytes = chunks.get(place >>> CHUNK_BITS);
    int at = place & (CHUNK - 1);
    int length = (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16;
    return length == 0
        ? CellValue.Blank.BLANK
        : new CellValue.Text(new String(bytes, at + LENGTH_BYTES, length, StandardCharsets.UTF_8));
  }
}
