package basedecl.spreadsheet.row;

import basedecl.cell.CellValue;
import java.util.List;

/**
 * A row as stored: the sheet's name ({@code ""} for CSV), the row as a spreadsheet counts it (from
 * 1), whether it or its sheet is hidden, and its cells from column A. Rows without any cell are not
 * handed out.
 */
public record SheetRow(String sheet, int number, boolean hidden, List<CellValue> cells) {

  public CellValue cell(int column) {
    return column >= 0 && column < cells.size() ? cells.get(column) : CellValue.Blank.BLANK;
  }
}
