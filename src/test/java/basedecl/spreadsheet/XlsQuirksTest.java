package basedecl.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cell.CellValue;
import basedecl.spreadsheet.gate.ReadLimits;
import basedecl.spreadsheet.row.RowSource;
import basedecl.spreadsheet.row.SheetRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsQuirksTest {

  private final Path folder;

  XlsQuirksTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A BIFF8 stream, record by record. */
  private static final class Records {
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    Records record(int type, int... shorts) {
      bytes.putShort((short) type).putShort((short) (2 * shorts.length));
      for (int value : shorts) {
        bytes.putShort((short) value);
      }
      return this;
    }

    Records text(int type, int row, int column, String text) {
      byte[] chars = text.getBytes(StandardCharsets.UTF_16LE);
      bytes.putShort((short) type).putShort((short) (9 + chars.length));
      bytes.putShort((short) row).putShort((short) column).putShort((short) 0);
      bytes.putShort((short) text.length()).put((byte) 1).put(chars);
      return this;
    }

    Records string(String text) {
      byte[] chars = text.getBytes(StandardCharsets.UTF_16LE);
      bytes.putShort((short) 0x207).putShort((short) (3 + chars.length));
      bytes.putShort((short) text.length()).put((byte) 1).put(chars);
      return this;
    }

    Records formula(int row, long result, int options) {
      bytes.putShort((short) 6).putShort((short) 22);
      bytes.putShort((short) row).putShort((short) 0).putShort((short) 0);
      bytes.putLong(result).putShort((short) options).putInt(0).putShort((short) 0);
      return this;
    }

    Records sheet(String name, int position) {
      bytes.putShort((short) 0x85).putShort((short) (8 + name.length()));
      bytes.putInt(position).put((byte) 0).put((byte) 0);
      bytes.put((byte) name.length()).put((byte) 0);
      bytes.put(name.getBytes(StandardCharsets.US_ASCII));
      return this;
    }

    byte[] stream() {
      byte[] stream = new byte[Math.max(4096, bytes.position())];
      System.arraycopy(bytes.array(), 0, stream, 0, bytes.position());
      return stream;
    }
  }

  private Path workbook(Records records) throws IOException {
    try (POIFSFileSystem system = new POIFSFileSystem()) {
      system.createDocument(new ByteArrayInputStream(records.stream()), "Workbook");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      system.writeFilesystem(out);
      return Read.file(folder, out.toByteArray());
    }
  }

  private static Records globals() {
    // 20 bytes of BOF, 13 of the sheet, 4 of EOF
    return new Records()
        .record(0x809, 0x600, 5, 0, 0, 0, 0, 0, 0)
        .sheet("a", 37)
        .record(0x0A)
        .record(0x809, 0x600, 0x10, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void cellsOutOfOrderAreGatheredIntoRows() throws Exception {
    Records records =
        globals()
            .text(0x204, 1, 0, "丙")
            .text(0x204, 0, 0, "甲")
            .text(0x204, 1, 1, "丁")
            .text(0x204, 0, 1, "乙")
            .record(0x0A);

    assertThat(Read.rows(workbook(records)))
        .containsExactly(
            new SheetRow("a", 1, false, List.of(Read.text("甲"), Read.text("乙"))),
            new SheetRow("a", 2, false, List.of(Read.text("丙"), Read.text("丁"))));
  }

  @Test
  void compactNumbersUnpackExactly() throws Exception {
    // 500010 / 100 as an integer, and two plain integers in one record
    int packed = 500_010 << 2 | 3;
    Records records =
        globals()
            .record(0x27E, 0, 0, 0, packed & 0xFFFF, packed >>> 16)
            .record(0xBD, 0, 1, 0, 4300 << 2 | 2, 0, 0, -5 << 2 | 2, 0xFFFF, 2)
            .record(0x0A);

    assertThat(Read.rows(workbook(records)).get(0).cells())
        .containsExactly(Read.number("5000.1"), Read.number("4300"), Read.number("-5"));
  }

  @Test
  void aFormulaThatWaitsForItsFirstCalculationIsNotCalculated() throws Exception {
    Records records = globals().formula(0, 0, 2).formula(1, 0, 0).record(0x0A);

    assertThat(Read.rows(workbook(records)))
        .extracting(row -> row.cell(0))
        .containsExactly(new CellValue.NotCalculated(), Read.number("0"));
  }

  @Test
  void aResultHoldsThoughTheFormulaIsMarkedForCalculationOnLoading() throws Exception {
    long text = 0xFFFF_0000_0000_0000L;
    long yes = 0xFFFF_0000_0001_0001L;
    Records records =
        globals()
            .formula(0, Double.doubleToLongBits(5000), 2)
            .formula(1, yes, 2)
            .formula(2, text, 2)
            .string("甲")
            .formula(3, Double.doubleToLongBits(5000), 1)
            .formula(4, text, 2)
            .record(0x0A);

    assertThat(Read.rows(workbook(records)))
        .extracting(row -> row.cell(0))
        .containsExactly(
            Read.number("5000"),
            new CellValue.Bool(true),
            Read.text("甲"),
            Read.number("5000"),
            new CellValue.NotCalculated());
  }

  @Test
  void anUncalculatedSheetOrWorkbookHasNoResultsThatHold() throws Exception {
    long wage = Double.doubleToLongBits(5000);
    Records sheet = globals().record(0x5E, 0).formula(0, wage, 0).record(0x0A);
    // no program calculated it: engine 0
    Records book =
        new Records()
            .record(0x809, 0x600, 5, 0, 0, 0, 0, 0, 0)
            .record(0x1C1, 0x1C1, 0, 0, 0)
            .sheet("a", 49)
            .record(0x0A)
            .record(0x809, 0x600, 0x10, 0, 0, 0, 0, 0, 0)
            .formula(0, wage, 0)
            .record(0x0A);

    assertThat(Read.rows(workbook(sheet)).get(0).cell(0))
        .isEqualTo(new CellValue.OutOfDate(Read.number("5000")));
    assertThat(Read.rows(workbook(book)).get(0).cell(0))
        .isEqualTo(new CellValue.OutOfDate(Read.number("5000")));
  }

  @Test
  void hiddenColumnsRowsWithoutHeightAndUnitsAreTold() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      HSSFSheet sheet = book.createSheet("a");
      HSSFCellStyle wan = book.createCellStyle();
      wan.setDataFormat(book.createDataFormat().getFormat("0.00\"万元\""));
      HSSFCell cell = sheet.createRow(0).createCell(3);
      cell.setCellValue(0.5);
      cell.setCellStyle(wan);
      sheet.createRow(1).createCell(0).setCellValue(1);
      sheet.getRow(1).setHeight((short) 0);
      sheet.setColumnHidden(1, true);
      sheet.setColumnWidth(4, 0);
      book.write(out);
    }

    try (RowSource rows =
        new SpreadsheetFiles(ReadLimits.DEFAULT).open(Read.file(folder, out.toByteArray()))) {
      SheetRow first = Objects.requireNonNull(rows.next());
      assertThat(first.cell(3)).isEqualTo(new CellValue.InUnit(new BigDecimal("0.5"), "万元"));
      assertThat(rows.traits().isColumnHidden(1)).isTrue();
      assertThat(rows.traits().isColumnHidden(3)).isFalse();
      assertThat(rows.traits().isColumnHidden(4)).isTrue();
      assertThat(rows.next()).extracting(SheetRow::hidden).isEqualTo(true);
      try (RowSource again = rows.sheetAgain()) {
        assertThat(again.next()).isEqualTo(first);
      }
    }
  }

  @Test
  void sheetsThatShareRecordsAreUnsafe() throws Exception {
    Records same = new Records().record(0x809, 0x600, 5, 0, 0, 0, 0, 0, 0);
    for (int i = 0; i < 300; i++) {
      same.sheet("a", 20 + 300 * 13 + 4);
    }
    same.record(0x0A).record(0x809, 0x600, 0x10, 0, 0, 0, 0, 0, 0).record(0x0A);
    // b begins within a: as a chart in it would, or in the middle of its records
    Records within =
        new Records()
            .record(0x809, 0x600, 5, 0, 0, 0, 0, 0, 0)
            .sheet("a", 50)
            .sheet("b", 70)
            .record(0x0A)
            .record(0x809, 0x600, 0x10, 0, 0, 0, 0, 0, 0)
            .record(0x809, 0x600, 0x10, 0, 0, 0, 0, 0, 0)
            .record(0x0A)
            .record(0x0A);

    assertThat(Read.verdict(workbook(same))).isEqualTo("FILE_UNSAFE overlapping-entries");
    assertThat(Read.verdict(workbook(within))).isEqualTo("FILE_UNSAFE overlapping-entries");
  }

  @Test
  void endlessRecordsAreReadUnderTheClock() throws Exception {
    Records records = globals();
    for (int i = 0; i < 3_000; i++) {
      records.record(0x1234);
    }

    assertThat(
            Read.verdict(
                workbook(records.record(0x0A)), new ReadLimits(1 << 20, 1 << 20, 10, 100, 10, 0)))
        .isEqualTo("FILE_TOO_LARGE seconds");
  }

  @Test
  void aTableOfTextsThatClaimsBillionsIsDamaged() throws Exception {
    Records records =
        new Records()
            .record(0x809, 0x600, 5, 0, 0, 0, 0, 0, 0)
            .record(0xFC, 0, 0, 0xFFFF, 0x7FFF, 1, 0x4100)
            .record(0x0A);

    assertThat(Read.verdict(workbook(records))).isEqualTo("FILE_DAMAGED content");
  }

  @Test
  void aSheetWithoutItsEndIsTruncated() throws Exception {
    assertThat(Read.verdict(workbook(globals().text(0x204, 0, 0, "甲")))).startsWith("FILE_DAMAGED");
  }

  @Test
  void aSheetThatPointsOutsideIsDamaged() throws Exception {
    Records records =
        new Records().record(0x809, 0x600, 5, 0, 0, 0, 0, 0, 0).sheet("a", 1 << 30).record(0x0A);

    assertThat(Read.verdict(workbook(records))).isEqualTo("FILE_DAMAGED truncated");
  }

  @Test
  void longAndRichSharedTextsSpanRecords() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String wide = "长文".repeat(5_000);
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      HSSFSheet sheet = book.createSheet("a");
      HSSFFont font = book.createFont();
      font.setBold(true);
      for (int i = 0; i < 20; i++) {
        HSSFRichTextString text =
            new HSSFRichTextString(i + (i % 2 == 0 ? wide : "x".repeat(9_000)));
        text.applyFont(1, 3, font);
        sheet.createRow(i).createCell(0).setCellValue(text);
      }
      book.write(out);
    }

    List<SheetRow> rows = Read.rows(Read.file(folder, out.toByteArray()));

    assertThat(rows).hasSize(20);
    assertThat(rows.get(18).cell(0)).isEqualTo(Read.text("18" + wide));
    assertThat(rows.get(19).cell(0)).isEqualTo(Read.text("19" + "x".repeat(9_000)));
  }
}
