package basedecl.declaration.row;

import basedecl.cell.CellValue;
import basedecl.cell.Field;
import basedecl.cell.RowFault;
import basedecl.finding.Finding;
import basedecl.finding.SourceCell;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One person's row as read, before any check. {@code employerCode} is resolved already: from its
 * column or from the block above the header; {@code ""} where neither gives one. {@code cells} and
 * {@code columns} are indexed by {@link Field#ordinal()}; a field without a column has column -1
 * and a blank cell, and {@code cells} may end before the last field.
 *
 * @param hidden the row itself is hidden; of its sheet {@code columns} tells
 * @param beyond the first filled column right of the header's last, from 0; -1 where there is none
 * @param mark the words by which the row calls itself an example, {@code ""} where it does not
 */
public record RawRow(
    String sheet,
    int row,
    boolean hidden,
    String employerCode,
    String employerName,
    List<CellValue> cells,
    ColumnMap columns,
    int beyond,
    String mark) {

  public CellValue cell(Field field) {
    return field.ordinal() < cells.size() ? cells.get(field.ordinal()) : CellValue.Blank.BLANK;
  }

  public boolean has(Field field) {
    return columns.of(field) >= 0;
  }

  public SourceCell place(Field field) {
    return new SourceCell(sheet, row, columns.of(field));
  }

  /**
   * The finding that a fault of this row is.
   *
   * @param employer whose row it is, {@code ""} for nobody's
   */
  public Finding finding(RowFault fault, String employer) {
    return fault.at(employer, place(fault.field()));
  }

  /** The same row under another name of its sheet. */
  public RawRow onSheet(String name) {
    return new RawRow(name, row, hidden, employerCode, employerName, cells, columns, beyond, mark);
  }

  /** Where each field's column stands in a sheet, from 0; -1 where the sheet has none. */
  public static final class ColumnMap {
    private final int[] columns;
    private final Set<Field> hidden;
    private final boolean sheetHidden;

    public ColumnMap(int[] columns) {
      this(columns, Set.of(), false);
    }

    /**
     * @param hidden the fields whose columns are hidden
     * @param sheetHidden the sheet as a whole is hidden
     */
    public ColumnMap(int[] columns, Set<Field> hidden, boolean sheetHidden) {
      if (columns.length != Field.values().length) {
        throw new IllegalArgumentException("one column for each field, not " + columns.length);
      }
      this.columns = Arrays.copyOf(columns, columns.length);
      this.hidden = EnumSet.noneOf(Field.class);
      this.hidden.addAll(hidden);
      this.sheetHidden = sheetHidden;
    }

    public int of(Field field) {
      return columns[field.ordinal()];
    }

    public Set<Field> hidden() {
      return Set.copyOf(hidden);
    }

    public boolean sheetHidden() {
      return sheetHidden;
    }
  }
}
