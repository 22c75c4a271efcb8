package basedecl.spreadsheet.row;

import basedecl.spreadsheet.gate.RefusedFileException;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file, sheet by sheet, streamed. */
public interface RowSource extends Closeable {

  /**
   * The next row, or null after the last.
   *
   * @throws RefusedFileException if what follows cannot be read
   */
  @Nullable SheetRow next() throws RefusedFileException, IOException;

  /** What is known of the sheet whose row was handed out last. */
  default SheetTraits traits() {
    return SheetTraits.NONE;
  }

  /**
   * The rows of that sheet once more, from its first. This costs a second reading of the sheet: ask
   * only where it matters. Reading goes on where it was; close what you were given before.
   */
  RowSource sheetAgain() throws RefusedFileException, IOException;

  /**
   * The merged ranges of the sheet whose row was handed out last. They stand behind the rows in
   * every carrier, so asking costs a second look at the sheet: ask only where it matters.
   */
  default MergedCells mergedCells() throws RefusedFileException, IOException {
    return MergedCells.NONE;
  }
}
