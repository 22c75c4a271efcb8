package basedecl.spreadsheet;

import basedecl.declaration.Finding;
import basedecl.declaration.Population;
import basedecl.declaration.RawRow;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The persons' rows of a declaration file: finds the header of each sheet, resolves the employer,
 * passes over blank and total rows.
 */
public final class DeclarationRows implements Closeable {

  private final RowSource rows;
  private final Population population;

  public DeclarationRows(RowSource rows, Population population) {
    this.rows = rows;
    this.population = population;
  }

  /**
   * The next person's row, or null after the last.
   *
   * @throws RefusedFileException HEADER_NOT_FOUND, HEADER_AMBIGUOUS or NO_ROWS, or what reading
   *     gave
   */
  public @Nullable RawRow next() throws RefusedFileException, IOException {
    if (rows.next() != null) {
      throw new IllegalStateException(population.name());
    }
    return null;
  }

  /** Findings of the file as a whole that do not refuse it, known after the last row. */
  public List<Finding> findings() {
    return List.of();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
