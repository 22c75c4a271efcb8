package basedecl.spreadsheet.xls;

import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.MergedCells;
import basedecl.spreadsheet.row.ParserSource;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.spreadsheet.row.SheetTraits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a BIFF8 workbook ({@code .xls}, Excel 97 to 2003). Read record by record from the
 * stream itself: only records that hold values are looked at, so that drawings, names and macros
 * that other programs wrote loosely cannot spoil a declaration.
 *
 * <p>A formula that was never calculated cannot be told in this format from one whose result is 0,
 * unless its writer asked for calculation on loading: only that is reported as not calculated. That
 * mark says nothing of any other result: POI sets it on every formula, and leaves it there once it
 * has calculated them. Results are out of date where the sheet or the workbook says so.
 */
public final class XlsSource implements ParserSource {

  /** A worksheet as the workbook names it; {@code position} is where its records begin. */
  record SheetPart(String name, boolean hidden, int position) {}

  private final byte[] stream;
  private final ReadBudget budget;
  private final XlsGlobals globals;
  private final List<SheetPart> sheets;
  private int nextSheet;
  private @Nullable XlsSheet sheet;
  private @Nullable SheetPart part;

  /** The sheet whose row was handed out last, which may be over already. */
  private @Nullable SheetPart lastPart;

  private SheetTraits lastTraits = SheetTraits.NONE;
  private MergedCells lastMerged = MergedCells.NONE;

  /**
   * @param stored the stream as stored, perhaps encrypted with Excel's default key
   */
  public XlsSource(byte[] stored, ReadBudget budget) throws RefusedFileException {
    this.stream = XlsDecryption.decrypted(stored, budget);
    this.budget = budget;
    this.globals = XlsGlobals.read(stream, budget);
    this.sheets = globals.sheets();
  }

  @Override
  public @Nullable SheetRow next() throws RefusedFileException {
    while (true) {
      XlsSheet current = sheet;
      if (current == null) {
        if (nextSheet == sheets.size()) {
          return null;
        }
        SheetPart next = sheets.get(nextSheet++);
        current = XlsSheet.open(stream, next, globals, budget);
        sheet = current;
        part = next;
      }
      SheetRow row = current.next();
      if (row != null) {
        lastPart = part;
        lastTraits = current.traits();
        lastMerged = current.mergedCells();
        return row;
      }
      sheet = null;
    }
  }

  @Override
  public SheetTraits traits() {
    return lastTraits;
  }

  @Override
  public MergedCells mergedCells() {
    return lastMerged;
  }

  @Override
  public ParserSource sheetAgain() throws RefusedFileException {
    return again(Objects.requireNonNull(lastPart, "no row was handed out yet"));
  }

  private ParserSource again(SheetPart of) throws RefusedFileException {
    return new OneSheet(of, XlsSheet.open(stream, of, globals, budget));
  }

  /** One sheet by itself. */
  private final class OneSheet implements ParserSource {
    private final SheetPart of;
    private final XlsSheet rows;

    private OneSheet(SheetPart of, XlsSheet rows) {
      this.of = of;
      this.rows = rows;
    }

    @Override
    public @Nullable SheetRow next() throws RefusedFileException {
      return rows.next();
    }

    @Override
    public SheetTraits traits() {
      return rows.traits();
    }

    @Override
    public MergedCells mergedCells() {
      return rows.mergedCells();
    }

    @Override
    public ParserSource sheetAgain() throws RefusedFileException {
      return again(of);
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  @Override
  public void close() {
    sheet = null;
  }
}
