package basedecl.table;

import basedecl.cell.CellValue;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.SourceCell;
import basedecl.spreadsheet.row.SheetRow;
import java.util.Optional;

/**
 * A row under a header.
 *
 * @param <C> the columns
 */
public final class TableRow<C extends Enum<C>> {

  private final SheetRow row;
  private final ColumnPlaces columns;

  TableRow(SheetRow row, ColumnPlaces columns) {
    this.row = row;
    this.columns = columns;
  }

  public String sheet() {
    return row.sheet();
  }

  /** The row as a spreadsheet counts it, from 1. */
  public int number() {
    return row.number();
  }

  public boolean hidden() {
    return row.hidden();
  }

  /** The cell in that column; blank where the table has no such column. */
  public CellValue cell(C column) {
    return row.cell(columns.of(column));
  }

  public boolean has(C column) {
    return columns.of(column) >= 0;
  }

  /** Something stands right of the header's last title, so that the columns may have shifted. */
  public Optional<Finding> tooWide() {
    int beyond = columns.firstBeyond(row);
    return beyond < 0
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                FindingCode.ROW_TOO_WIDE, "", new SourceCell(row.sheet(), row.number(), beyond)));
  }

  public SourceCell place(C column) {
    return new SourceCell(row.sheet(), row.number(), columns.of(column));
  }
}
