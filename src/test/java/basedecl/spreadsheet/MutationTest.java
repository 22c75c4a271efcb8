package basedecl.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.finding.FindingCode;
import basedecl.spreadsheet.gate.ReadLimits;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.SheetRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damages good files in every way a wire, a disk or a person may, with a fixed seed. Each mutant
 * must end in rows or in a verdict, in bounded time; a workbook in a zip, which carries checksums,
 * must give exactly the rows of the original or none at all.
 */
class MutationTest {

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final ReadLimits LIMITS =
      new ReadLimits(20L << 20, 50L << 20, 1_000, 32_767, 256, 5);

  private final Path folder;

  MutationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static byte[] saved(Workbook book, int rows, Random random) throws IOException {
    for (String name : List.of("申报", "附表")) {
      Sheet sheet = book.createSheet(name);
      for (int r = 0; r < rows; r++) {
        Row row = sheet.createRow(r);
        row.createCell(0).setCellValue("职工" + random.nextInt(10_000));
        row.createCell(1).setCellValue("37070219900101" + (1000 + random.nextInt(9000)));
        row.createCell(2).setCellValue(random.nextInt(3_000_000) / 100.0);
        row.createCell(3).setCellFormula("C" + (r + 1) + "*2");
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    book.write(out);
    book.close();
    return out.toByteArray();
  }

  private static Map<String, byte[]> seeds(Random random) throws IOException {
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    for (int i = 0; i < 8; i++) {
      seeds.put("poi" + i + ".xlsx", saved(new XSSFWorkbook(), 5 + 40 * i, random));
      seeds.put("poi" + i + ".xls", saved(new HSSFWorkbook(), 5 + 40 * i, random));
    }
    seeds.put("raw.xlsx", XlsxMaker.rows(XlsxMaker.declaration("5000")).bytes());
    StringBuilder text = new StringBuilder("单位编号,姓名,证件号码,月均工资\n");
    for (int i = 0; i < 300; i++) {
      text.append("0001,\"职工").append(i).append("\",370702199001010012,5000\n");
    }
    seeds.put("utf8.csv", text.toString().getBytes(StandardCharsets.UTF_8));
    seeds.put("gb.csv", text.toString().getBytes(Charset.forName("GB18030")));
    seeds.put("wide.csv", text.toString().getBytes(StandardCharsets.UTF_16LE));
    return seeds;
  }

  private static List<byte[]> mutants(byte[] seed, Random random) {
    List<byte[]> mutants = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      byte[] flipped = seed.clone();
      flipped[random.nextInt(seed.length)] ^= (byte) (1 << random.nextInt(8));
      mutants.add(flipped);
    }
    for (int length = 4096; length < seed.length; length += 4096) {
      mutants.add(Arrays.copyOf(seed, length));
    }
    for (int i = 0; i < 5; i++) {
      byte[] stained = seed.clone();
      int at = random.nextInt(seed.length);
      Arrays.fill(
          stained,
          at,
          Math.min(seed.length, at + 1 + random.nextInt(64)),
          (byte) random.nextInt(256));
      mutants.add(stained);
      byte[] swapped = seed.clone();
      int length = Math.max(1, Math.min(512, seed.length / 4));
      int from = random.nextInt(seed.length - length);
      int to = random.nextInt(seed.length - length);
      System.arraycopy(seed, from, swapped, to, length);
      System.arraycopy(seed, to, swapped, from, length);
      mutants.add(swapped);
      mutants.add(Arrays.copyOf(seed, random.nextInt(seed.length)));
    }
    return mutants;
  }

  /** The rows, or nothing where the file got a verdict; anything else fails the test. */
  private Optional<List<SheetRow>> read(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("mutant"), content);
    try {
      return Optional.of(Read.rows(file, LIMITS));
    } catch (RefusedFileException verdict) {
      assertThat(verdict.finding().code().scope()).isEqualTo(FindingCode.Scope.FILE);
      return Optional.empty();
    }
  }

  @Test
  void everyMutantGetsAVerdictAndNoWorkbookIsAcceptedWithOtherCells() throws IOException {
    Random random = new Random(20240125);
    int read = 0;
    int refused = 0;
    for (Map.Entry<String, byte[]> seed : seeds(random).entrySet()) {
      List<SheetRow> original = read(seed.getValue()).orElseThrow();
      for (byte[] mutant : mutants(seed.getValue(), random)) {
        long start = System.nanoTime();
        Optional<List<SheetRow>> rows = read(mutant);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        if (rows.isPresent()) {
          read++;
          if (seed.getKey().endsWith(".xlsx")) {
            assertThat(rows.get()).as(seed.getKey()).isEqualTo(original);
          }
        } else {
          refused++;
        }
      }
    }
    assertThat(read + refused).isGreaterThan(600);
    assertThat(refused).isGreaterThan(300);
  }

  @Test
  void theOrderOfEntriesDoesNotMatter() throws IOException {
    ZipMaker zip = XlsxMaker.rows(XlsxMaker.declaration("5000"));
    List<SheetRow> original = read(zip.bytes()).orElseThrow();
    Collections.reverse(zip.parts());

    assertThat(read(zip.bytes())).contains(original);
  }

  @Test
  void entriesWithSwappedContentsAreDamaged() throws IOException {
    ZipMaker zip = XlsxMaker.rows(XlsxMaker.declaration("5000"));
    ZipMaker.Part sheet = zip.part("xl/worksheets/sheet1.xml");
    ZipMaker.Part main = zip.part("xl/workbook.xml");
    byte[] packed = sheet.packed;
    sheet.packed = main.packed;
    main.packed = packed;

    assertThat(Read.verdict(Read.file(folder, zip.bytes()))).isEqualTo("FILE_DAMAGED checksum");
  }
}
