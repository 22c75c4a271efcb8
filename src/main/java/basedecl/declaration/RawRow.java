package basedecl.declaration;

import java.util.Arrays;
import java.util.List;

/**
 * One person's row as read, before any check. {@code employerCode} is resolved already: from its
 * column or from the block above the header; {@code ""} where neither gives one. {@code cells} and
 * {@code columns} are indexed by {@link Field#ordinal()}; a field without a column has column -1
 * and a blank cell.
 */
public record RawRow(
    String sheet,
    int row,
    boolean hidden,
    String employerCode,
    String employerName,
    List<CellValue> cells,
    ColumnMap columns) {

  public CellValue cell(Field field) {
    return cells.get(field.ordinal());
  }

  public boolean has(Field field) {
    return columns.of(field) >= 0;
  }

  public SourceCell place(Field field) {
    return new SourceCell(sheet, row, columns.of(field));
  }

  /** Where each field's column stands in a sheet, from 0; -1 where the sheet has none. */
  public static final class ColumnMap {
    private final int[] columns;

    public ColumnMap(int[] columns) {
      if (columns.length != Field.values().length) {
        throw new IllegalArgumentException("one column for each field, not " + columns.length);
      }
      this.columns = Arrays.copyOf(columns, columns.length);
    }

    public int of(Field field) {
      return columns[field.ordinal()];
    }
  }
}
