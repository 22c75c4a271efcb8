package basedecl.table;

import basedecl.cell.CellValue;
import basedecl.spreadsheet.row.SheetRow;
import java.util.Arrays;

/** Where each column stands, by ordinal, from 0; -1 where the table has none. */
public final class ColumnPlaces {

  private final int[] places;
  private final int twin;
  private final int lastTitle;

  /**
   * @param twin a second column of the same meaning as one in {@code places}, -1 where there is
   *     none
   * @param lastTitle the place of the last title, known or not
   */
  ColumnPlaces(int[] places, int twin, int lastTitle) {
    this.places = Arrays.copyOf(places, places.length);
    this.twin = twin;
    this.lastTitle = lastTitle;
  }

  public int of(Enum<?> column) {
    return places[column.ordinal()];
  }

  public int[] places() {
    return Arrays.copyOf(places, places.length);
  }

  public int twin() {
    return twin;
  }

  public int lastTitle() {
    return lastTitle;
  }

  /** The first cell of a row right of the last title that holds more than a nought, or -1. */
  public int firstBeyond(SheetRow row) {
    for (int column = lastTitle + 1; column < row.cells().size(); column++) {
      CellValue cell = row.cell(column);
      boolean nought = !(cell instanceof CellValue.Text) && CellWords.isNothing(cell);
      if (!cell.isBlank() && !nought) {
        return column;
      }
    }
    return -1;
  }

  /** How many columns the table has. */
  int count() {
    return (int) Arrays.stream(places).filter(place -> place >= 0).count();
  }

  public boolean same(ColumnPlaces other) {
    return Arrays.equals(places, other.places) && twin == other.twin;
  }
}
