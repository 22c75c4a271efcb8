package basedecl.spreadsheet;

import java.util.Arrays;

/** Where each column stands, by ordinal, from 0; -1 where the table has none. */
final class Columns {

  private final int[] places;

  Columns(int[] places) {
    this.places = Arrays.copyOf(places, places.length);
  }

  int of(Enum<?> column) {
    return places[column.ordinal()];
  }

  int[] places() {
    return Arrays.copyOf(places, places.length);
  }

  /** How many columns the table has. */
  int count() {
    return (int) Arrays.stream(places).filter(place -> place >= 0).count();
  }

  boolean same(Columns other) {
    return Arrays.equals(places, other.places);
  }
}
