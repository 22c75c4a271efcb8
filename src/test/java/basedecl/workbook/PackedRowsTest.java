package basedecl.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basedecl.money.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackedRowsTest {

  private static final TableSheet SHEET =
      TableSheet.of(
              "明细表",
              "明细",
              TableColumn.serial("序号", 8),
              TableColumn.prose("单位名称", 12),
              TableColumn.text("姓名", 12),
              TableColumn.money("工资", 12))
          .withNotes(List.of("说明"));

  private final Path folder;

  PackedRowsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Whatever the stretches, whether a sheet ends in one or between two. */
  @ParameterizedTest
  @CsvSource({"0,100", "1,100", "97,100", "98,100", "99,100", "250,23", "250,100", "5000,1048576"})
  void whatIsPackedApartReadsAsWhatIsStreamed(int rows, int rowLimit) throws IOException {
    Map<String, String> streamed = parts(streamed(rows, rowLimit));
    for (int together : new int[] {1, 7, 20, 10_000}) {
      assertThat(parts(packed(rows, rowLimit, together))).isEqualTo(streamed);
    }
  }

  @Test
  void everyReaderFindsSizeAndChecksum() throws IOException {
    Path file = packed(5_000, TableWorkbook.ROW_LIMIT, 300);

    try (XSSFWorkbook read = new XSSFWorkbook(Files.newInputStream(file))) {
      XSSFSheet sheet = read.getSheet("明细表");
      assertThat(sheet.getLastRowNum()).isEqualTo(5_002);
      assertThat(sheet.getRow(5_002).getCell(0).getNumericCellValue()).isEqualTo(5_000);
    }
    try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry each = entries.getNextEntry(); each != null; each = entries.getNextEntry()) {
        assertThat(entries.readAllBytes()).isNotEmpty();
      }
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry sheet = zip.getEntry("xl/worksheets/sheet1.xml");
      byte[] xml = zip.getInputStream(sheet).readAllBytes();
      CRC32 crc = new CRC32();
      crc.update(xml);
      assertThat(sheet.getSize()).isEqualTo(xml.length);
      assertThat(sheet.getCrc()).isEqualTo(crc.getValue());
    }
  }

  @Test
  void rowsReadBackAreTheSame() throws IOException {
    List<PackedRows> all = new ArrayList<>();
    Path first = written(250, 23, packedRows(250, 23, 40), row -> all.add(row));
    List<PackedRows> back = new ArrayList<>();
    for (PackedRows each : all) {
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      each.write(new DataOutputStream(kept));
      back.add(PackedRows.read(new DataInputStream(new ByteArrayInputStream(kept.toByteArray()))));
    }
    byte[] bytes = Files.readAllBytes(first);
    assertThat(Files.readAllBytes(written(250, 23, back, row -> {}))).isEqualTo(bytes);
  }

  @Test
  void rowsOfAnotherPlaceAreRefused() throws IOException {
    List<PackedRows> rows = packedRows(100, 1_000, 40);

    assertThatThrownBy(() -> written(60, 1_000, rows.subList(1, 3), row -> {}))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> written(100, 1_000, rows.subList(0, 2), row -> {}))
        .isInstanceOf(IllegalStateException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theChecksumOfPartsIsThatOfTheWhole(long seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[200_000];
    random.nextBytes(bytes);
    int crc = 0;
    int at = 0;
    while (at < bytes.length) {
      int length = Math.min(bytes.length - at, random.nextInt(1 << random.nextInt(18)));
      crc = PackedZip.crc(crc, crcOf(bytes, at, length), length);
      at += length;
    }
    assertThat(crc).isEqualTo(crcOf(bytes, 0, bytes.length));
  }

  private static int crcOf(byte[] bytes, int offset, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }

  private Path streamed(int rows, int rowLimit) throws IOException {
    Path target = folder.resolve("streamed.xlsx");
    try (TableWorkbook workbook = workbook(target, rowLimit)) {
      TableRows table = workbook.sheet(SHEET, rows);
      for (int i = 0; i < rows; i++) {
        row(table, i);
      }
      workbook.finish();
    }
    return target;
  }

  private Path packed(int rows, int rowLimit, int together) throws IOException {
    return written(rows, rowLimit, packedRows(rows, rowLimit, together), row -> {});
  }

  private interface Seen {
    void row(PackedRows rows);
  }

  private Path written(int rows, int rowLimit, List<PackedRows> all, Seen seen) throws IOException {
    Path target = folder.resolve("packed.xlsx");
    Iterator<PackedRows> each = all.iterator();
    try (TableWorkbook workbook = workbook(target, rowLimit)) {
      workbook.packed(
          SHEET,
          rows,
          () -> {
            Optional<PackedRows> next =
                each.hasNext() ? Optional.of(each.next()) : Optional.empty();
            next.ifPresent(seen::row);
            return next;
          });
      workbook.finish();
    }
    return target;
  }

  private static List<PackedRows> packedRows(int rows, int rowLimit, int together)
      throws IOException {
    List<PackedRows> all = new ArrayList<>();
    for (int from = 0; from < rows; from += together) {
      try (RowPacker packer = new RowPacker(SHEET, rowLimit, from)) {
        for (int i = from; i < Math.min(rows, from + together); i++) {
          row(packer.rows(), i);
        }
        all.add(packer.finish());
      }
    }
    return all;
  }

  private static TableWorkbook workbook(Path target, int rowLimit) throws IOException {
    return TableWorkbook.at(
        target, LocalDate.of(2024, 1, 26), TableWorkbook.DEFLATE_LEVEL, rowLimit);
  }

  private static void row(RowCells rows, int i) throws IOException {
    rows.row()
        .number(i + 1L)
        .text(i % 7 < 4 ? "潍坊市第" + i / 50 + "某某有限责任公司" : "=甲")
        .text(i % 11 == 0 ? "" : "王" + i)
        .money(Money.ofFen(i * 12_345L));
  }

  private static Map<String, String> parts(Path workbook) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        parts.put(
            entry.getName(),
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }
}
