package basedecl.spreadsheet;

import java.util.Arrays;

/** The merged ranges of a sheet that span more than one row. */
public final class MergedCells {

  static final MergedCells NONE = new MergedCells();

  private int[] ranges = new int[16];
  private int used;

  MergedCells() {}

  /** Rows from 1, columns from 0, all inclusive. */
  void add(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    if (lastRow <= firstRow) {
      return;
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

  boolean isEmpty() {
    return used == 0;
  }

  /** The row whose cell shows its value over the given one, or 0 if that is not merged. */
  public int firstRow(int row, int column) {
    for (int i = 0; i < used; i += 4) {
      if (row > ranges[i]
          && row <= ranges[i + 1]
          && column >= ranges[i + 2]
          && column <= ranges[i + 3]) {
        return ranges[i];
      }
    }
    return 0;
  }
}
