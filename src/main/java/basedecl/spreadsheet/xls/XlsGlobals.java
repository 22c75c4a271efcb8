package basedecl.spreadsheet.xls;

import basedecl.cell.CellValue;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.value.CellFormat;
import basedecl.spreadsheet.value.CellFormatTable;
import basedecl.spreadsheet.value.SharedTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.RecalcIdRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.UncalcedRecord;

/** What the sheets of a BIFF8 workbook share: texts, formats, and where each sheet begins. */
final class XlsGlobals {

  private static final int BIFF8 = 0x600;

  private final ReadBudget budget;
  private final List<XlsSource.SheetPart> sheets = new ArrayList<>();
  private final NavigableSet<Integer> positions = new TreeSet<>();
  private final List<CellFormat> formats = new ArrayList<>();
  private final List<Integer> formatIds = new ArrayList<>();
  private final Map<Integer, String> codes = new HashMap<>();
  private final SharedTexts texts;
  private boolean since1904;
  private boolean outOfDate;

  private XlsGlobals(ReadBudget budget) {
    this.budget = budget;
    this.texts = new SharedTexts(budget);
  }

  /** Reads the records at the head of the stream, which must not be encrypted any more. */
  static XlsGlobals read(byte[] stream, ReadBudget budget) throws RefusedFileException {
    XlsGlobals globals = new XlsGlobals(budget);
    BiffRecords records = new BiffRecords(stream, 0, budget);
    checkVersion(records);
    for (int type = records.next(); type != EOFRecord.sid; type = records.next()) {
      globals.take(type, records);
    }
    CellFormatTable table = new CellFormatTable(globals.since1904);
    for (Map.Entry<Integer, String> code : globals.codes.entrySet()) {
      table.define(code.getKey(), code.getValue());
    }
    globals.formatIds.forEach(id -> globals.formats.add(table.format(id)));
    return globals;
  }

  static void checkVersion(BiffRecords records) throws RefusedFileException {
    if ((records.next() & 0xFF) != (BOFRecord.sid & 0xFF)) {
      throw FileReason.CONTENT.refusal();
    }
    if (records.remaining() < 4 || records.u16() != BIFF8) {
      throw FileReason.OLD_XLS.refusal();
    }
  }

  private void take(int type, BiffRecords records) throws RefusedFileException {
    switch (type) {
      case FilePassRecord.sid -> {
        // seen and taken off by XlsDecryption, which knows the default key only
      }
      case BoundSheetRecord.sid -> takeSheet(records);
      case SSTRecord.sid -> takeTexts(records);
      case FormatRecord.sid -> {
        CellFormatTable.checkCount(codes.size());
        codes.put(records.u16(), records.text());
      }
      case ExtendedFormatRecord.sid -> {
        CellFormatTable.checkCount(formatIds.size());
        records.skip(2);
        formatIds.add(records.u16());
      }
      case DateWindow1904Record.sid -> since1904 = records.u16() == 1;
      case UncalcedRecord.sid -> outOfDate = true;
      case RecalcIdRecord.sid -> {
        // no program calculated this workbook: its writer asks for it on loading
        records.skip(4);
        outOfDate |= records.i32() == 0;
      }
      default -> {
        // nothing that changes a value
      }
    }
  }

  private void takeSheet(BiffRecords records) throws RefusedFileException {
    int position = records.i32();
    int state = records.u8() & 3;
    int kind = records.u8();
    String name = records.text(records.u8());
    if (kind != 0) {
      return;
    }
    if (sheets.size() == budget.limits().entries()) {
      throw FileReason.ENTRIES.refusal(Integer.toString(budget.limits().entries()));
    }
    if (!positions.add(position)) {
      throw FileReason.OVERLAPPING_ENTRIES.refusal();
    }
    sheets.add(new XlsSource.SheetPart(name, state != 0, position));
  }

  private void takeTexts(BiffRecords records) throws RefusedFileException {
    records.skip(4);
    int count = records.i32();
    for (int i = 0; i < count; i++) {
      String text = records.text();
      budget.checkCharacters(text.length());
      texts.add(text);
      if ((i & 1023) == 0) {
        budget.checkTime();
      }
    }
  }

  List<XlsSource.SheetPart> sheets() {
    return sheets;
  }

  /** Whether another sheet begins between the start of one and its end. */
  boolean anySheetWithin(int start, int end) {
    Integer next = positions.higher(start);
    return next != null && next < end;
  }

  CellFormat format(int index) {
    return index < formats.size() ? formats.get(index) : CellFormat.GENERAL;
  }

  CellValue text(int index) throws RefusedFileException {
    return texts.get(index);
  }

  /** Whether the workbook says that its formulas' stored results do not hold. */
  boolean outOfDate() {
    return outOfDate;
  }
}
