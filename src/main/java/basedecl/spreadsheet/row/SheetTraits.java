package basedecl.spreadsheet.row;

import java.util.BitSet;

/** What is known of a sheet beside its cells. */
public final class SheetTraits {

  public static final SheetTraits NONE = new SheetTraits(false, new BitSet());

  private final boolean hidden;
  private final BitSet hiddenColumns;

  /**
   * @param hidden the sheet as a whole does not show
   * @param hiddenColumns columns that do not show, from 0
   */
  public SheetTraits(boolean hidden, BitSet hiddenColumns) {
    this.hidden = hidden;
    this.hiddenColumns = (BitSet) hiddenColumns.clone();
  }

  public boolean hidden() {
    return hidden;
  }

  public boolean isColumnHidden(int column) {
    return column >= 0 && hiddenColumns.get(column);
  }

  /** A width or height of 0, however many zeros it is written with. */
  public static boolean isNothing(String size) {
    for (int i = 0; i < size.length(); i++) {
      if (size.charAt(i) != '0' && size.charAt(i) != '.') {
        return false;
      }
    }
    return !size.isEmpty();
  }
}
