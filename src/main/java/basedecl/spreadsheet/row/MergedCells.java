package basedecl.spreadsheet.row;

import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.RefusedFileException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The merged ranges of a sheet that span more than one row. */
public final class MergedCells {

  public static final MergedCells NONE = new MergedCells();

  /** No honest table joins more; each takes memory in every column that is asked for. */
  private static final int MOST = 100_000;

  private int[] ranges = new int[16];
  private int used;

  /** By column the ranges over it, last row by first row: a sheet may hold very many. */
  private final Map<Integer, NavigableMap<Integer, Integer>> byColumn = new HashMap<>();

  public MergedCells() {}

  /** Rows from 1, columns from 0, all inclusive. */
  public void add(int firstRow, int lastRow, int firstColumn, int lastColumn)
      throws RefusedFileException {
    if (lastRow <= firstRow) {
      return;
    }
    if (used == 4 * MOST) {
      throw FileReason.MEMORY.refusal();
    }
    if (used + 4 > ranges.length) {
      ranges = Arrays.copyOf(ranges, 2 * ranges.length);
    }
    ranges[used] = firstRow;
    ranges[used + 1] = lastRow;
    ranges[used + 2] = firstColumn;
    ranges[used + 3] = lastColumn;
    used += 4;
  }

  /** The row whose cell shows its value over the given one, or 0 if that is not merged. */
  public int firstRow(int row, int column) {
    Map.Entry<Integer, Integer> nearest =
        byColumn.computeIfAbsent(column, this::over).lowerEntry(row);
    return nearest != null && row <= nearest.getValue() ? nearest.getKey() : 0;
  }

  private NavigableMap<Integer, Integer> over(int column) {
    NavigableMap<Integer, Integer> over = new TreeMap<>();
    for (int i = 0; i < used; i += 4) {
      if (column >= ranges[i + 2] && column <= ranges[i + 3]) {
        over.merge(ranges[i], ranges[i + 1], Math::max);
      }
    }
    return over;
  }
}
