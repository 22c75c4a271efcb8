package basedecl.spreadsheet;

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
}
