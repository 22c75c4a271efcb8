package basedecl.declarationfile;

import basedecl.cell.CellValue;
import basedecl.declaration.row.EmployerCell;
import basedecl.spreadsheet.row.MergedCells;
import basedecl.spreadsheet.row.SheetRow;
import java.util.function.UnaryOperator;

/**
 * The value of a column whose cells may be merged downwards: such a range stores it in its first
 * row only. Rows that are blank without being merged stay blank.
 */
final class MergedColumn {

  private final int column;
  private final UnaryOperator<String> spelling;
  private CellValue lastCell = CellValue.Blank.BLANK;
  private String last = "";
  private int lastRow;
  private boolean unfit;

  /**
   * @param spelling how its texts are written in one way
   */
  MergedColumn(int column, UnaryOperator<String> spelling) {
    this.column = column;
    this.spelling = spelling;
  }

  boolean exists() {
    return column >= 0;
  }

  /** Looks at a row, whether or not it turns out to be a person's. */
  void see(SheetRow row) {
    CellValue cell = row.cell(column);
    if (!cell.isBlank()) {
      if (!isLast(cell)) {
        String text = cell.asText();
        unfit = EmployerCell.isNoCode(cell);
        last = unfit ? "" : spelling.apply(text);
        lastCell = cell;
      }
      lastRow = row.number();
    }
  }

  /** The same employer on row after row, told without the slower equality of records. */
  private boolean isLast(CellValue cell) {
    if (cell instanceof CellValue.Text text && lastCell instanceof CellValue.Text before) {
      return text.text().equals(before.text());
    }
    return cell.equals(lastCell);
  }

  /** The value that stands in the row seen last, {@code ""} where there is none. */
  String here(int row) {
    return row == lastRow ? last : "";
  }

  /** Whether the cell of the row seen last is filled with what can be no code: "as above". */
  boolean isUnfit(int row) {
    return row == lastRow && unfit;
  }

  /** The value merged over the row. */
  String merged(int row, MergedCells merged) {
    int head = merged.firstRow(row, column);
    return head > 0 && head == lastRow ? last : "";
  }
}
