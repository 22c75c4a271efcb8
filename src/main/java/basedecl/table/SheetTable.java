package basedecl.table;

import basedecl.cell.AmountReading;
import basedecl.cell.CellValue;
import basedecl.cell.Field;
import basedecl.money.Money;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.RowSource;
import basedecl.spreadsheet.row.SheetRow;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that is no declaration: rosters, payments, elections. The header is found by
 * its words in every sheet; sheets without one are passed over if another has one. Blank rows,
 * repeated headers and total rows are passed over; every other row under a header is handed out.
 *
 * @param <C> the columns
 */
public final class SheetTable<C extends Enum<C>> implements Closeable {

  /** Rows under a header that may be lines of sub-titles. */
  private static final int SUB_TITLE_LINES = 2;

  private static final BigDecimal BEYOND_THE_LEDGER = BigDecimal.TEN.pow(14);

  private final RowSource rows;
  private final HeaderSpec<C> spec;
  private HeaderFinder<C> finder;
  private @Nullable ColumnPlaces columns;
  private int rowsSinceHeader;
  private @Nullable String sheet;
  private int lastNumber;
  private boolean anyHeader;
  private @Nullable RefusedFileException nearest;

  /**
   * Opens the table of a file behind the gate.
   *
   * @throws RefusedFileException if the file cannot be read safely
   */
  public static <C extends Enum<C>> SheetTable<C> open(
      SpreadsheetFiles files, Path file, HeaderSpec<C> spec)
      throws RefusedFileException, IOException {
    return new SheetTable<>(files.open(file), spec);
  }

  /** A cell as an amount of yuan with at most two decimals; empty where it is none. */
  public static Optional<Money> amount(CellValue cell) {
    return AmountReading.of(cell, Field.WAGE) instanceof AmountReading.Exact exact
            && exact.value().stripTrailingZeros().scale() <= Money.SCALE
        ? Optional.of(new Money(exact.value()))
        : Optional.empty();
  }

  /** The same, and no more than the ledger holds: under a hundred million million. */
  public static Optional<Money> storableAmount(CellValue cell) {
    return amount(cell).filter(money -> money.amount().abs().compareTo(BEYOND_THE_LEDGER) < 0);
  }

  public SheetTable(RowSource rows, HeaderSpec<C> spec) {
    this.rows = rows;
    this.spec = spec;
    this.finder = new HeaderFinder<>(spec);
  }

  /**
   * The next row, or null after the last. A table without rows is no error here.
   *
   * @throws RefusedFileException HEADER_NOT_FOUND (arguments: the missing titles, the titles found)
   *     or HEADER_AMBIGUOUS (the title, the letters of both columns), or what reading gave
   */
  public @Nullable TableRow<C> next() throws RefusedFileException, IOException {
    while (true) {
      SheetRow row = rows.next();
      if (row == null) {
        finishSheet();
        if (!anyHeader) {
          throw nearest == null ? finder.notFound("") : nearest;
        }
        return null;
      }
      if (!row.sheet().equals(sheet) || row.number() <= lastNumber) {
        finishSheet();
        sheet = row.sheet();
        finder = new HeaderFinder<>(spec);
        columns = null;
      }
      lastNumber = row.number();
      if (isHeader(row)) {
        refuseOtherUnit(row, UnitWords::inCell);
        continue;
      }
      ColumnPlaces current = columns;
      if (current != null && holdsData(row, current)) {
        return new TableRow<>(row, current);
      }
      refuseOtherUnit(row, UnitWords::inLine);
    }
  }

  /**
   * A line above, below or between the data, or a cell beside the titles, that says another unit
   * than yuan.
   */
  private void refuseOtherUnit(SheetRow row, Function<String, Optional<String>> said)
      throws RefusedFileException {
    for (int column = 0; spec.hasAmounts() && column < row.cells().size(); column++) {
      Optional<String> unit =
          row.cell(column) instanceof CellValue.Text text
              ? said.apply(CellWords.squeezed(text))
              : Optional.empty();
      if (unit.isPresent()) {
        throw HeaderFinder.otherUnit(
            row.sheet(), new HeaderMatch.OtherUnit<C>(row.number(), column, unit.get()));
      }
    }
  }

  private boolean isHeader(SheetRow row) throws RefusedFileException {
    ColumnPlaces current = columns;
    if (current != null && ++rowsSinceHeader <= SUB_TITLE_LINES && isSubTitles(row, current)) {
      return true;
    }
    if (current != null && !mayBeHeader(row, current)) {
      return false;
    }
    HeaderMatch<C> match = finder.offer(row);
    refuse(row, match);
    if (match instanceof HeaderMatch.Found<C> found) {
      columns = found.columns();
      rowsSinceHeader = 0;
      anyHeader = true;
      finder.forgetRowsAbove();
      return true;
    }
    return false;
  }

  /** A line of sub-titles that says which columns are meant. */
  private boolean isSubTitles(SheetRow row, ColumnPlaces current) throws RefusedFileException {
    HeaderMatch<C> match = finder.below(row);
    refuse(row, match);
    if (match instanceof HeaderMatch.Found<C> found && !found.columns().same(current)) {
      columns = found.columns();
      return true;
    }
    return false;
  }

  private void refuse(SheetRow row, HeaderMatch<C> match) throws RefusedFileException {
    if (match instanceof HeaderMatch.Ambiguous<C> twice) {
      throw finder.ambiguous(row.sheet(), twice);
    }
    if (match instanceof HeaderMatch.OtherUnit<C> unit) {
      throw HeaderFinder.otherUnit(row.sheet(), unit);
    }
  }

  /** A header repeated below its table has a title again where the first one has. */
  private boolean mayBeHeader(SheetRow row, ColumnPlaces current) {
    for (int place : current.places()) {
      if (place >= 0) {
        return spec.named(row.cell(place).asText()).isPresent();
      }
    }
    return false;
  }

  private static boolean holdsData(SheetRow row, ColumnPlaces current) {
    boolean any = false;
    boolean total = false;
    int filled = 0;
    for (int place : current.places()) {
      if (place >= 0 && !row.cell(place).isBlank()) {
        any = true;
        boolean isTotal = CellWords.isTotal(row.cell(place));
        total |= isTotal;
        filled += isTotal ? 0 : 1;
      }
    }
    return any && !(total && filled <= current.count() / 2);
  }

  private void finishSheet() {
    if (sheet != null && columns == null) {
      RefusedFileException missing = finder.notFound(sheet);
      if (nearest == null || missing.finding().place().row() > 0) {
        nearest = missing;
      }
    }
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
