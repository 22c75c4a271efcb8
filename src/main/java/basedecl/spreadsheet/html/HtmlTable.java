package basedecl.spreadsheet.html;

import basedecl.cell.CellValue;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.CellRange;
import basedecl.spreadsheet.row.MergedCells;
import basedecl.spreadsheet.row.SheetTraits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jsoup.nodes.Element;

/** One table of a web page while it is walked through: where its next cell stands. */
final class HtmlTable {

  private static final CellValue BLANK = CellValue.Blank.BLANK;

  /** As browsers bound them. */
  private static final int MOST_COLUMNS_OF_A_CELL = 1_000;

  private static final int MOST_ROWS_OF_A_CELL = 65_534;

  private record Span(int row, int rows, int column, int columns) {}

  private final HtmlText text = new HtmlText();
  private final List<Span> spans = new ArrayList<>();
  private final List<CellValue> cells = new ArrayList<>();

  /** By column the first row of this table that a cell above does not reach into. */
  private int[] free = new int[16];

  private int row;
  private int rowOfTable;
  private boolean rowHidden;
  private boolean inCell;
  private int column;
  private int describedColumns;
  private int filledRows;
  private int mostFilled;

  void startRow(int number, boolean hidden) {
    row = number;
    rowOfTable++;
    rowHidden = hidden;
    column = 0;
    cells.clear();
  }

  void startCell() {
    inCell = rowOfTable > 0;
    text.clear();
    while (column < free.length && free[column] > rowOfTable) {
      column++;
    }
  }

  boolean inCell() {
    return inCell;
  }

  HtmlText text() {
    return text;
  }

  int row() {
    return row;
  }

  boolean isRowHidden() {
    return rowHidden;
  }

  /** The column of the cell that was started. */
  int column() {
    return column;
  }

  void endCell(Element cell, CellValue value) {
    inCell = false;
    int columns = span(cell, "colspan", MOST_COLUMNS_OF_A_CELL);
    int rows = span(cell, "rowspan", MOST_ROWS_OF_A_CELL);
    if (!value.isBlank()) {
      while (cells.size() < column) {
        cells.add(BLANK);
      }
      cells.add(value);
    }
    if (rows > 1 && column < CellRange.LAST_COLUMN) {
      if (column + columns > free.length) {
        free = Arrays.copyOf(free, 2 * (column + columns));
      }
      Arrays.fill(free, column, column + columns, rowOfTable + rows);
      spans.add(new Span(row, rows, column, columns));
    }
    column = Math.min(column + columns, CellRange.LAST_COLUMN);
  }

  private static int span(Element cell, String attribute, int most) {
    try {
      return Math.max(1, Math.min(most, Integer.parseInt(cell.attr(attribute).strip())));
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  /** The cells of the row, none where all are blank. */
  List<CellValue> endRow() {
    int filled = 0;
    for (CellValue cell : cells) {
      filled += cell.isBlank() ? 0 : 1;
    }
    filledRows += filled > 0 ? 1 : 0;
    mostFilled = Math.max(mostFilled, filled);
    return Collections.unmodifiableList(new ArrayList<>(cells));
  }

  /** A {@code col} element says how one or more columns look, from the left. */
  void column(Element col, boolean hidden, BitSet hiddenColumns) {
    int columns = span(col, "span", MOST_COLUMNS_OF_A_CELL);
    if (hidden || SheetTraits.isNothing(col.attr("width"))) {
      hiddenColumns.set(describedColumns, describedColumns + columns);
    }
    describedColumns = Math.min(describedColumns + columns, CellRange.LAST_COLUMN);
  }

  /** At least a header and a line of two cells: less is no table but a layout. */
  boolean holdsData() {
    return filledRows > 1 && mostFilled > 1;
  }

  void mergeInto(MergedCells merged) throws RefusedFileException {
    for (Span span : spans) {
      int last = Math.min(span.row + span.rows - 1, row);
      merged.add(span.row, last, span.column, span.column + span.columns - 1);
    }
  }
}
