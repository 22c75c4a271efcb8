package basedecl.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a BIFF8 workbook ({@code .xls}, Excel 97 to 2003). Read record by record from the
 * stream itself: only records that hold values are looked at, so that drawings, names and macros
 * that other programs wrote loosely cannot spoil a declaration.
 *
 * <p>A formula that was never calculated cannot be told in this format from one whose result is 0,
 * unless its writer asked for calculation on loading: only that is reported as not calculated.
 */
final class XlsSource implements ParserSource {

  private static final int BOF = 0x809;
  private static final int EOF = 0x0A;
  private static final int FILEPASS = 0x2F;
  private static final int BOUNDSHEET = 0x85;
  private static final int SST = 0xFC;
  private static final int FORMAT = 0x41E;
  private static final int XF = 0xE0;
  private static final int DATEMODE = 0x22;
  private static final int BIFF8 = 0x600;

  private record SheetPart(String name, boolean hidden, int position) {}

  private final byte[] stream;
  private final ReadBudget budget;
  private final List<SheetPart> sheets = new ArrayList<>();
  private final List<CellFormat> formats = new ArrayList<>();
  private final SharedTexts texts;
  private int nextSheet;
  private @Nullable XlsSheet sheet;

  XlsSource(byte[] stream, ReadBudget budget) throws RefusedFileException {
    this.stream = stream;
    this.budget = budget;
    this.texts = new SharedTexts(budget);
    readGlobals();
  }

  private void readGlobals() throws RefusedFileException {
    BiffRecords records = new BiffRecords(stream, 0);
    if ((records.next() & 0xFF) != (BOF & 0xFF)) {
      throw FileCase.CONTENT.refusal();
    }
    if (records.remaining() < 4 || records.u16() != BIFF8) {
      throw FileCase.OLD_XLS.refusal();
    }
    boolean since1904 = false;
    List<Integer> formatIds = new ArrayList<>();
    List<FormatCode> codes = new ArrayList<>();
    int type = records.next();
    while (type != EOF) {
      switch (type) {
        case FILEPASS -> throw FileCase.ENCRYPTED_XLS.refusal();
        case BOUNDSHEET -> readSheet(records);
        case SST -> readTexts(records);
        case FORMAT -> codes.add(new FormatCode(records.u16(), records.text()));
        case XF -> {
          records.skip(2);
          formatIds.add(records.u16());
        }
        case DATEMODE -> since1904 = records.u16() == 1;
        default -> {
          // nothing that changes a value
        }
      }
      type = records.next();
    }
    CellFormatTable table = new CellFormatTable(since1904);
    codes.forEach(code -> table.define(code.id, code.code));
    formatIds.forEach(id -> formats.add(table.format(id)));
  }

  private record FormatCode(int id, String code) {}

  private void readSheet(BiffRecords records) throws RefusedFileException {
    int position = records.i32();
    int state = records.u8() & 3;
    int kind = records.u8();
    String name = records.text(records.u8());
    if (kind == 0) {
      sheets.add(new SheetPart(name, state != 0, position));
    }
  }

  private void readTexts(BiffRecords records) throws RefusedFileException {
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

  @Override
  public @Nullable SheetRow next() throws RefusedFileException {
    while (true) {
      if (sheet == null) {
        if (nextSheet == sheets.size()) {
          return null;
        }
        SheetPart part = sheets.get(nextSheet++);
        sheet =
            XlsSheet.open(stream, part.position, part.name, part.hidden, formats, texts, budget);
      }
      SheetRow row = sheet.next();
      if (row != null) {
        return row;
      }
      if (nextSheet == sheets.size()) {
        return null;
      }
      sheet = null;
    }
  }

  @Override
  public SheetTraits traits() {
    return sheet == null ? SheetTraits.NONE : sheet.traits();
  }

  @Override
  public ParserSource sheetAgain() throws RefusedFileException {
    SheetPart part = sheets.get(nextSheet - 1);
    XlsSheet again =
        XlsSheet.open(stream, part.position, part.name, part.hidden, formats, texts, budget);
    return new OneSheet(again);
  }

  /** One sheet by itself. */
  private record OneSheet(XlsSheet sheet) implements ParserSource {

    @Override
    public @Nullable SheetRow next() throws RefusedFileException {
      return sheet.next();
    }

    @Override
    public SheetTraits traits() {
      return sheet.traits();
    }

    @Override
    public ParserSource sheetAgain() {
      throw new UnsupportedOperationException("a second reading of a second reading");
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  @Override
  public MergedCells mergedCells() {
    return sheet == null ? MergedCells.NONE : sheet.mergedCells();
  }

  @Override
  public void close() throws IOException {
    sheet = null;
  }
}
