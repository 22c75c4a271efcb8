package basedecl.workbook;

import basedecl.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Takes the rows of a table, cell by cell in the order of its columns: into a workbook ({@link
 * TableRows}) or to be shown ({@link ShownRows}).
 */
public interface RowCells {

  /** Begins a row. */
  default RowCells row() throws IOException {
    return row(false);
  }

  /** Begins a row, on a coloured ground where {@code highlight} says so. */
  RowCells row(boolean highlight) throws IOException;

  RowCells text(String text) throws IOException;

  RowCells money(Money money) throws IOException;

  /** A cell of money, blank where there is none. */
  RowCells money(Optional<Money> money) throws IOException;

  /** A count or a serial number. */
  RowCells number(long number) throws IOException;

  /** A fraction shown as a percentage. */
  RowCells fraction(BigDecimal fraction) throws IOException;

  RowCells date(LocalDate date) throws IOException;

  RowCells blank() throws IOException;
}
