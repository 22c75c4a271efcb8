package basedecl.spreadsheet.xls;

import basedecl.cell.CellTexts;
import basedecl.cell.CellValue;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.MergedCells;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.spreadsheet.row.SheetTraits;
import basedecl.spreadsheet.value.CellFormat;
import basedecl.spreadsheet.value.NumberTexts;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.UncalcedRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet of a BIFF8 workbook. A first look over the records finds hidden rows,
 * merged ranges and whether cells stand in the order of rows; where they do not, the sheet is
 * gathered before it is handed out.
 */
final class XlsSheet {

  private static final int RICH_LABEL = 0xD6;
  private static final int WORKSHEET = 0x10;
  private static final int MAX_GATHERED = 1_000_000;
  private static final long MAX_GATHERED_CHARACTERS = 24L << 20;
  private static final int LAST_COLUMN = 255;
  private static final CellValue BLANK = CellValue.Blank.BLANK;

  private final BiffRecords records;
  private final XlsSource.SheetPart part;
  private final XlsGlobals globals;
  private final ReadBudget budget;
  private final BitSet hiddenRows = new BitSet();
  private final BitSet hiddenColumns = new BitSet();
  private final MergedCells merged = new MergedCells();
  private boolean inOrder = true;
  private boolean worksheet;
  private boolean outOfDate;
  private SheetTraits traits = SheetTraits.NONE;
  private CellValue[] cells = new CellValue[32];
  private int width;
  private int current = -1;
  private int pending;
  private boolean ended;
  private @Nullable Queue<SheetRow> gathered;

  private XlsSheet(
      BiffRecords records, XlsSource.SheetPart part, XlsGlobals globals, ReadBudget budget) {
    this.records = records;
    this.part = part;
    this.globals = globals;
    this.budget = budget;
    this.outOfDate = globals.outOfDate();
  }

  static XlsSheet open(
      byte[] stream, XlsSource.SheetPart part, XlsGlobals globals, ReadBudget budget)
      throws RefusedFileException {
    BiffRecords records = new BiffRecords(stream, part.position(), budget);
    XlsSheet sheet = new XlsSheet(records, part, globals, budget);
    sheet.lookOver(new BiffRecords(stream, part.position(), budget));
    if (records.next() != BOFRecord.sid) {
      throw FileReason.CONTENT.refusal();
    }
    sheet.pending = records.next();
    return sheet;
  }

  SheetTraits traits() {
    return traits;
  }

  MergedCells mergedCells() {
    return merged;
  }

  private static boolean isCell(int type) {
    return switch (type) {
      case LabelSSTRecord.sid,
          LabelRecord.sid,
          RICH_LABEL,
          RKRecord.sid,
          MulRKRecord.sid,
          NumberRecord.sid,
          FormulaRecord.sid,
          BoolErrRecord.sid ->
          true;
      default -> false;
    };
  }

  private void lookOver(BiffRecords look) throws RefusedFileException {
    if (look.next() != BOFRecord.sid || look.remaining() < 4) {
      throw FileReason.CONTENT.refusal();
    }
    look.skip(2);
    worksheet = look.u16() == WORKSHEET;
    int depth = 1;
    int lastRow = 0;
    while (depth > 0) {
      int type = look.next();
      if (type == BOFRecord.sid) {
        depth++;
      } else if (type == EOFRecord.sid) {
        depth--;
      } else if (depth == 1) {
        lastRow = lookAt(look, type, lastRow);
      }
    }
    if (globals.anySheetWithin(part.position(), look.end())) {
      // sheets that share records: each would be read as often as it is pointed at
      throw FileReason.OVERLAPPING_ENTRIES.refusal();
    }
    traits = new SheetTraits(part.hidden(), hiddenColumns);
  }

  private int lookAt(BiffRecords look, int type, int lastRow) throws RefusedFileException {
    if (type == RowRecord.sid) {
      int row = look.u16();
      look.skip(4);
      boolean noHeight = (look.u16() & 0x7FFF) == 0;
      look.skip(4);
      int options = look.u16();
      hiddenRows.set(row, (options & 0x20) != 0 || (noHeight && (options & 0x40) != 0));
    } else if (type == ColumnInfoRecord.sid) {
      int first = look.u16();
      int last = Math.min(look.u16(), LAST_COLUMN);
      boolean noWidth = look.u16() == 0;
      look.skip(2);
      if (first <= last && ((look.u16() & 1) != 0 || noWidth)) {
        hiddenColumns.set(first, last + 1);
      }
    } else if (type == UncalcedRecord.sid) {
      outOfDate = true;
    } else if (type == MergeCellsRecord.sid) {
      for (int left = look.u16(); left > 0; left--) {
        merged.add(look.u16() + 1, look.u16() + 1, look.u16(), look.u16());
      }
    } else if (isCell(type)) {
      int row = look.u16();
      inOrder &= row >= lastRow;
      return row;
    }
    return lastRow;
  }

  @Nullable SheetRow next() throws RefusedFileException {
    if (!worksheet) {
      return null;
    }
    if (inOrder) {
      return nextInOrder();
    }
    if (gathered == null) {
      gathered = gather();
    }
    return gathered.poll();
  }

  /** Gathers cells that stand out of order into rows. */
  private Queue<SheetRow> gather() throws RefusedFileException {
    Map<Integer, CellValue[]> rows = new TreeMap<>();
    int held = 0;
    long characters = 0;
    SheetRow next = nextInOrder();
    while (next != null) {
      CellValue[] row = rows.getOrDefault(next.number(), new CellValue[0]);
      int grown = Math.max(row.length, next.cells().size());
      held += grown - row.length;
      if (held > MAX_GATHERED) {
        throw FileReason.MEMORY.refusal();
      }
      CellValue[] wider = Arrays.copyOf(row, grown);
      Arrays.fill(wider, row.length, grown, BLANK);
      for (int i = 0; i < next.cells().size(); i++) {
        if (next.cell(i) != BLANK) {
          wider[i] = next.cell(i);
          characters += next.cell(i) instanceof CellValue.Text text ? text.text().length() : 0;
        }
      }
      if (characters > MAX_GATHERED_CHARACTERS) {
        throw FileReason.MEMORY.refusal();
      }
      rows.put(next.number(), wider);
      next = nextInOrder();
    }
    Queue<SheetRow> all = new ArrayDeque<>();
    rows.forEach((number, row) -> all.add(row(number - 1, row)));
    return all;
  }

  private SheetRow row(int index, CellValue[] values) {
    return new SheetRow(
        part.name(),
        index + 1,
        part.hidden() || hiddenRows.get(index),
        Collections.unmodifiableList(Arrays.asList(values)));
  }

  private @Nullable SheetRow nextInOrder() throws RefusedFileException {
    while (!ended) {
      if (pending == EOFRecord.sid) {
        ended = true;
      } else if (pending == BOFRecord.sid) {
        skipEmbedded();
        pending = records.next();
      } else if (isCell(pending)) {
        int row = records.u16();
        if (row != current && width > 0) {
          SheetRow done = takeRow();
          current = row;
          readCell(pending);
          pending = records.next();
          return done;
        }
        current = row;
        readCell(pending);
        pending = records.next();
      } else {
        pending = records.next();
      }
    }
    return width > 0 ? takeRow() : null;
  }

  private SheetRow takeRow() throws RefusedFileException {
    budget.checkTime();
    SheetRow done = row(current, Arrays.copyOf(cells, width));
    width = 0;
    return done;
  }

  private void skipEmbedded() throws RefusedFileException {
    int depth = 1;
    while (depth > 0) {
      int type = records.next();
      depth += type == BOFRecord.sid ? 1 : type == EOFRecord.sid ? -1 : 0;
    }
  }

  private void readCell(int type) throws RefusedFileException {
    int column = records.u16();
    if (type == MulRKRecord.sid) {
      for (int at = column; records.remaining() >= 8; at++) {
        CellFormat format = globals.format(records.u16());
        put(at, compact(records.i32(), format));
      }
      return;
    }
    CellFormat format = globals.format(records.u16());
    switch (type) {
      case LabelSSTRecord.sid -> put(column, globals.text(records.i32()));
      case LabelRecord.sid, RICH_LABEL -> put(column, CellTexts.of(records.text()));
      case RKRecord.sid -> put(column, compact(records.i32(), format));
      case NumberRecord.sid -> put(column, NumberTexts.ofBinary(records.i64(), format));
      case FormulaRecord.sid -> put(column, formula(format));
      default -> {
        int value = records.u8();
        put(column, records.u8() == 0 ? new CellValue.Bool(value != 0) : error(value));
      }
    }
  }

  private static CellValue error(int code) {
    return new CellValue.ErrorValue(
        FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#N/A");
  }

  /** A number packed into 30 bits: an integer or the head of a binary number, perhaps × 100. */
  private static CellValue compact(int packed, CellFormat format) {
    boolean hundredfold = (packed & 1) != 0;
    if ((packed & 2) != 0) {
      return NumberTexts.of(BigDecimal.valueOf(packed >> 2, hundredfold ? 2 : 0), format);
    }
    double head = Double.longBitsToDouble((packed & 0xFFFF_FFFCL) << 32);
    return NumberTexts.ofBinary(
        Double.doubleToRawLongBits(hundredfold ? head / 100 : head), format);
  }

  private CellValue formula(CellFormat format) throws RefusedFileException {
    long result = records.i64();
    boolean calculateOnLoad = (records.u16() & 2) != 0;
    if (calculateOnLoad && result == 0) {
      return new CellValue.NotCalculated();
    }
    CellValue stored = stored(result, format);
    return outOfDate && stored != BLANK && !(stored instanceof CellValue.NotCalculated)
        ? new CellValue.OutOfDate(stored)
        : stored;
  }

  private CellValue stored(long result, CellFormat format) throws RefusedFileException {
    if ((result >>> 48) != 0xFFFF) {
      return NumberTexts.ofBinary(result, format);
    }
    int value = (int) (result >>> 16) & 0xFF;
    return switch ((int) result & 0xFF) {
      case 0 -> storedText();
      case 1 -> new CellValue.Bool(value != 0);
      case 2 -> error(value);
      default -> BLANK;
    };
  }

  /** A formula's text stands in a STRING record behind it, perhaps after a shared formula. */
  private CellValue storedText() throws RefusedFileException {
    int type = records.peek();
    while (type != StringRecord.sid) {
      if (isCell(type) || type == EOFRecord.sid || type == RowRecord.sid || type < 0) {
        return new CellValue.NotCalculated();
      }
      records.next();
      type = records.peek();
    }
    records.next();
    return CellTexts.of(records.text());
  }

  private void put(int column, CellValue value) throws RefusedFileException {
    if (value == BLANK) {
      return;
    }
    budget.checkColumn(column);
    if (value instanceof CellValue.Text text) {
      budget.checkCharacters(text.text().length());
    }
    if (column >= cells.length) {
      cells = Arrays.copyOf(cells, Math.max(2 * cells.length, column + 1));
    }
    if (column >= width) {
      Arrays.fill(cells, width, column, BLANK);
      width = column + 1;
    }
    cells[column] = value;
  }
}
