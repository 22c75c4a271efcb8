package basedecl.workbook;

import static basedecl.workbook.TableParts.bytes;

import basedecl.money.Money;
import basedecl.workbook.TableColumn.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The rows of a table, cell by cell in the order of its columns; see {@link TableWorkbook} for an
 * example. A row ends where the next begins. Text is text whatever it begins with: no formula is
 * ever written.
 */
public final class TableRows implements RowCells {

  /** What a spreadsheet would take for a formula when the cell is edited. */
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private static final int LONGEST_FEN = 18;
  private static final int DIGITS = 10;

  /** What indent and margins take of a column of text, in digits. */
  private static final int INDENT = 2;

  /** What stands around the rows of each sheet that they fill. */
  interface Sheets {

    /**
     * @param part which of the table's sheets, the first being 1
     * @param row the one above the first row
     * @param left how many rows the sheet will have, where that is known
     */
    void begin(TableSheet sheet, int part, long row, OptionalLong left) throws IOException;

    /**
     * @param last whether the table ends here and does not go on
     */
    void end(TableSheet sheet, long lastRow, boolean last) throws IOException;
  }

  /** Characters of a text that is kept as bytes, and the room such a cell takes. */
  private static final int LONGEST_REPEATED = 200;

  private static final int ROOM_REPEATED = 1 << 11;
  private static final byte[] NOTHING = {};

  private final Sheets sheets;
  private final TableBytes out;
  private final TableSheet table;
  private final OptionalLong expected;
  private final int rowLimit;
  private final Kind[] kinds;
  private final boolean hasProse;
  private final byte[] oneLine;
  private final Cells plain;
  private final Cells highlighted;

  private TableSheet sheet;
  private Cells cells;
  private long rows;
  private int row;
  private int began;
  private int column;
  private int lines = 1;
  private int part;

  /** What each column's last cell said; what is said again is kept as the bytes it became. */
  private final String[] said;

  private final byte[][] saidAs;
  private final int[] saidLines;
  private final byte[] rowDigits = new byte[DIGITS];
  private int rowDigitCount;

  /** The unchanging bytes of each column's cells. */
  private static final class Cells {
    private final byte[][] open;
    private final byte[][] blank;
    private final byte[][] number;
    private final byte[][] text;
    private final byte[][] quoted;

    Cells(List<TableColumn> columns, boolean highlighted) {
      int n = columns.size();
      open = new byte[n][];
      blank = new byte[n][];
      number = new byte[n][];
      text = new byte[n][];
      quoted = new byte[n][];
      for (int i = 0; i < n; i++) {
        Kind kind = columns.get(i).kind();
        String style = "\" s=\"" + TableStyles.cell(kind, highlighted, false);
        String quotedStyle = "\" s=\"" + TableStyles.cell(kind, highlighted, true);
        open[i] = bytes("<c r=\"" + TableColumn.letters(i));
        blank[i] = bytes(style + "\"/>");
        number[i] = bytes(style + "\"><v>");
        text[i] = bytes(style + "\" t=\"inlineStr\"><is><t");
        quoted[i] = bytes(quotedStyle + "\" t=\"inlineStr\"><is><t");
      }
    }
  }

  private static final byte[] ROW_OPEN = bytes("<row r=\"");
  private static final byte[] ROW_HEIGHT = bytes("\" ht=\"");
  private static final byte[] ROW_HEIGHT_END = bytes("\" customHeight=\"1");
  private static final byte[] ROW_OPENED = bytes("\">");
  private static final byte[] ROW_END = bytes("</row>");
  private static final byte[] TEXT_OPEN = bytes(">");
  private static final byte[] SPACED_TEXT_OPEN = bytes(" xml:space=\"preserve\">");
  private static final byte[] TEXT_END = bytes("</t></is></c>");
  private static final byte[] NUMBER_END = bytes("</v></c>");

  /**
   * @param before how many rows of the table were written elsewhere before these
   */
  TableRows(
      Sheets sheets,
      TableBytes out,
      TableSheet table,
      OptionalLong expected,
      int rowLimit,
      long before)
      throws IOException {
    if (rowLimit - table.closing().size() <= table.headerRow()) {
      throw new IllegalArgumentException("No room for rows under the header: " + rowLimit);
    }
    this.sheets = sheets;
    this.out = out;
    this.table = table;
    this.expected = expected;
    this.rowLimit = rowLimit - table.closing().size();
    this.kinds = table.columns().stream().map(TableColumn::kind).toArray(Kind[]::new);
    this.hasProse = List.of(kinds).contains(Kind.PROSE);
    this.oneLine = TableHead.rowHeight(table, 1);
    this.plain = new Cells(table.columns(), false);
    this.highlighted = new Cells(table.columns(), true);
    this.cells = plain;
    this.column = kinds.length;
    this.said = new String[kinds.length];
    this.saidAs = new byte[kinds.length][];
    this.saidLines = new int[kinds.length];
    Arrays.fill(said, "");
    Arrays.fill(saidAs, NOTHING);
    int roomy = this.rowLimit - table.headerRow();
    this.rows = before;
    this.part = Math.toIntExact(before / roomy) + 1;
    this.sheet = part == 1 ? table : table.part(part);
    beginSheet(table.headerRow() + (int) (before % roomy));
  }

  /** Begins a row. */
  @Override
  public TableRows row() throws IOException {
    return row(false);
  }

  /** Begins a row, on a coloured ground where {@code highlight} says so. */
  @Override
  public TableRows row(boolean highlight) throws IOException {
    endRow();
    if (row == rowLimit) {
      endSheet(false);
      part++;
      sheet = table.part(part);
      beginSheet(sheet.headerRow());
    }
    row++;
    rows++;
    column = 0;
    cells = highlight ? highlighted : plain;
    rowDigitCount = TableBytes.write(row, rowDigits, 0);
    out.raw(ROW_OPEN).raw(rowDigits, rowDigitCount);
    if (hasProse) {
      lines = 1;
      out.raw(ROW_HEIGHT).hole(oneLine).raw(ROW_HEIGHT_END);
    }
    out.raw(ROW_OPENED);
    return this;
  }

  /** A cell of text; blank for an empty one. */
  @Override
  public TableRows text(String text) throws IOException {
    int at = cell(kind().isText());
    if (text.isEmpty()) {
      out.raw(cells.blank[at]);
      return this;
    }
    boolean again = cells == plain && text.length() <= LONGEST_REPEATED && said[at].equals(text);
    if (again && saidAs[at].length > 0) {
      lines = Math.max(lines, saidLines[at]);
      out.raw(saidAs[at]);
      return this;
    }
    int high = 1;
    if (kinds[at] == Kind.PROSE) {
      high = TableHead.lines(text, table.columns().get(at).width() - INDENT);
      lines = Math.max(lines, high);
    }
    int from = again ? out.stretch(ROOM_REPEATED) : 0;
    out.raw(FormulaStart.of(text) ? cells.quoted[at] : cells.text[at])
        .raw(isSpaced(text) ? SPACED_TEXT_OPEN : TEXT_OPEN)
        .text(text)
        .raw(TEXT_END);
    said[at] = cells == plain ? text : "";
    saidAs[at] = again ? out.since(from) : NOTHING;
    saidLines[at] = high;
    return this;
  }

  @Override
  public TableRows money(Money money) throws IOException {
    int at = cell(kind() == Kind.MONEY);
    out.raw(cells.number[at]);
    if (money.amount().precision() <= LONGEST_FEN) {
      out.fen(money.fen());
    } else {
      out.raw(money.toString());
    }
    out.raw(NUMBER_END);
    return this;
  }

  /** A cell of money, blank where there is none. */
  @Override
  public TableRows money(Optional<Money> money) throws IOException {
    return money.isPresent() ? money(money.get()) : blank();
  }

  /** A count or a serial number. */
  @Override
  public TableRows number(long number) throws IOException {
    int at = cell(kind() == Kind.COUNT || kind() == Kind.SERIAL);
    out.raw(cells.number[at]).digits(number).raw(NUMBER_END);
    return this;
  }

  /** A fraction shown as a percentage: {@code 0.7} is 70.00%. */
  @Override
  public TableRows fraction(BigDecimal fraction) throws IOException {
    int at = cell(kind() == Kind.PERCENT);
    out.raw(cells.number[at]).raw(fraction.toPlainString()).raw(NUMBER_END);
    return this;
  }

  /** A day, from 1900-03-01 on. */
  @Override
  public TableRows date(LocalDate date) throws IOException {
    int at = cell(kind() == Kind.DATE);
    out.raw(cells.number[at]).digits(ChronoUnit.DAYS.between(DAY_ZERO, date)).raw(NUMBER_END);
    return this;
  }

  @Override
  public TableRows blank() throws IOException {
    kind();
    int at = cell(true);
    out.raw(cells.blank[at]);
    return this;
  }

  /** Ends the last row and the sheet. */
  void end() throws IOException {
    endRow();
    if (expected.isPresent() && expected.getAsLong() != rows) {
      throw notAsMany(table, expected.getAsLong(), rows);
    }
    endSheet(true);
  }

  static IllegalStateException notAsMany(TableSheet table, long expected, long rows) {
    return new IllegalStateException(
        "Sheet " + table.name() + ": " + expected + " rows were said, not " + rows);
  }

  /** How many rows of the table there are, those before them among them. */
  long count() {
    return rows;
  }

  /** What the next cell of the row holds. */
  private Kind kind() {
    if (column == kinds.length) {
      throw new IllegalStateException("No row of " + table.name() + " has room for another cell");
    }
    return kinds[column];
  }

  private int cell(boolean fits) throws IOException {
    if (!fits) {
      throw new IllegalStateException(
          "Not what column " + table.columns().get(column).name() + " holds");
    }
    out.raw(cells.open[column]).raw(rowDigits, rowDigitCount);
    return column++;
  }

  private void endRow() throws IOException {
    if (row == began) {
      return;
    }
    if (column != kinds.length) {
      throw new IllegalStateException(
          "A row of " + table.name() + " has " + kinds.length + " cells, not " + column);
    }
    if (hasProse && lines > 1) {
      out.fill(TableHead.rowHeight(table, lines));
    }
    out.raw(ROW_END);
  }

  private void beginSheet(int above) throws IOException {
    OptionalLong left =
        expected.isPresent()
            ? OptionalLong.of(
                Math.min(
                    expected.getAsLong() - rows + table.closing().size(),
                    rowLimit - (long) sheet.headerRow()))
            : OptionalLong.empty();
    row = above;
    began = above;
    sheets.begin(sheet, part, above, left);
  }

  private void endSheet(boolean last) throws IOException {
    sheets.end(sheet, row, last);
  }

  private static boolean isSpaced(String text) {
    return text.charAt(0) <= ' '
        || text.charAt(text.length() - 1) <= ' '
        || text.indexOf('\n') >= 0;
  }
}
