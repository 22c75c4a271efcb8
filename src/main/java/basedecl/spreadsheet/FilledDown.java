package basedecl.spreadsheet;

import basedecl.declaration.CellValue;

/**
 * The value of a column whose cells may be merged downwards: such a range stores it in its first
 * row only. Rows that are blank without being merged stay blank.
 */
final class FilledDown {

  private final int column;
  private CellValue lastCell = CellValue.Blank.BLANK;
  private String last = "";
  private int lastRow;

  FilledDown(int column) {
    this.column = column;
  }

  /** Looks at a row, whether or not it turns out to be a person's. */
  void see(SheetRow row) {
    CellValue cell = row.cell(column);
    if (!cell.isBlank()) {
      if (!cell.equals(lastCell)) {
        last = EmployerBlock.normal(cell.asText());
        lastCell = cell;
      }
      lastRow = row.number();
    }
  }

  /** The value that stands in the row seen last, {@code ""} where there is none. */
  String here(int row) {
    return row == lastRow ? last : "";
  }

  /** The value merged over the row. */
  String merged(int row, MergedCells merged) {
    int head = merged.firstRow(row, column);
    return head > 0 && head == lastRow ? last : "";
  }
}
