package basedecl.samples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.WriteAccessRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;

/** Sheets as the bytes of a file; the same sheets give the same bytes on any day and machine. */
final class SampleBytes {

  private static final LocalDateTime MADE = LocalDateTime.of(2024, 1, 20, 9, 0);
  private static final String MADE_UTC = "2024-01-20T09:00:00Z";

  private SampleBytes() {}

  static byte[] xlsx(SampleTable... sheets) {
    return xlsx(XSSFWorkbookType.XLSX, sheets);
  }

  static byte[] xlsx(XSSFWorkbookType type, SampleTable... sheets) {
    try (XSSFWorkbook workbook = new XSSFWorkbook(type)) {
      for (SampleTable sheet : sheets) {
        fill(workbook, sheet);
      }
      PackageProperties properties = workbook.getPackage().getPackageProperties();
      properties.setCreatorProperty("sample");
      properties.setCreatedProperty(MADE_UTC);
      properties.setModifiedProperty(MADE_UTC);
      return zip(unzip(written(workbook)));
    } catch (IOException | org.apache.poi.openxml4j.exceptions.InvalidFormatException failed) {
      throw new IllegalStateException(failed);
    }
  }

  static byte[] xls(SampleTable... sheets) {
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      for (SampleTable sheet : sheets) {
        fill(workbook, sheet);
      }
      workbook.getInternalWorkbook().getRecords().stream()
          .filter(WriteAccessRecord.class::isInstance)
          .map(WriteAccessRecord.class::cast)
          .forEach(user -> user.setUsername("sample"));
      return written(workbook);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Text without quotes where none are needed, lines ended as Excel ends them. */
  static byte[] csv(SampleTable table, char separator, Charset charset) {
    StringBuilder text = new StringBuilder();
    for (List<SampleCell> row : table.allRows()) {
      for (int i = 0; i < row.size(); i++) {
        text.append(i == 0 ? "" : separator).append(quoted(plain(row.get(i)), separator));
      }
      text.append("\r\n");
    }
    return text.toString().getBytes(charset);
  }

  static byte[] withBom(byte[] utf8) {
    byte[] bytes = new byte[utf8.length + 3];
    bytes[0] = (byte) 0xEF;
    bytes[1] = (byte) 0xBB;
    bytes[2] = (byte) 0xBF;
    System.arraycopy(utf8, 0, bytes, 3, utf8.length);
    return bytes;
  }

  static String quoted(String field, char separator) {
    boolean plain =
        field.indexOf(separator) < 0 && field.indexOf('"') < 0 && field.indexOf('\n') < 0;
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  static Map<String, byte[]> unzip(byte[] zip) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return entries;
  }

  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setTimeLocal(MADE);
        out.putNextEntry(entry);
        out.write(each.getValue());
        out.closeEntry();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return bytes.toByteArray();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] written(Workbook workbook) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = bytes) {
      workbook.write(out);
    }
    return bytes.toByteArray();
  }

  private static void fill(Workbook workbook, SampleTable table) {
    Sheet sheet = workbook.createSheet(table.name());
    CellStyle asText = workbook.createCellStyle();
    asText.setDataFormat(workbook.createDataFormat().getFormat("@"));
    List<List<SampleCell>> rows = table.allRows();
    for (int r = 0; r < rows.size(); r++) {
      Row row = sheet.createRow(r);
      for (int c = 0; c < rows.get(r).size(); c++) {
        fill(row, c, rows.get(r).get(c), asText);
      }
      row.setZeroHeight(table.isHidden(r - table.titles() - 1));
    }
    for (int c = 0; c < Math.min(table.header().size(), 20); c++) {
      sheet.setColumnWidth(c, (table.header().get(c).contains("号") ? 22 : 14) * 256);
    }
    sheet.createFreezePane(0, table.titles() + 1);
  }

  private static void fill(Row row, int column, SampleCell content, CellStyle asText) {
    if (content instanceof SampleCell.Blank) {
      return;
    }
    Cell cell = row.createCell(column);
    if (content instanceof SampleCell.Text text) {
      cell.setCellValue(text.text());
      cell.setCellStyle(asText);
    } else if (content instanceof SampleCell.Amount number) {
      cell.setCellValue(number.number().doubleValue());
    } else if (content instanceof SampleCell.Formula formula) {
      cell.setCellFormula(formula.formula());
      cell.setCellValue(formula.stored().doubleValue());
    } else if (content instanceof SampleCell.Uncalculated formula) {
      cell.setCellFormula(formula.formula());
      // POI stores no value beside a formula in an empty cell.
      if (((XSSFCell) cell).getCTCell().isSetV()) {
        ((XSSFCell) cell).getCTCell().unsetV();
      }
    } else {
      cell.setCellErrorValue(FormulaError.REF.getCode());
    }
  }

  private static String plain(SampleCell cell) {
    if (cell instanceof SampleCell.Text text) {
      return text.text();
    }
    if (cell instanceof SampleCell.Amount number) {
      return number.number().toPlainString();
    }
    if (cell instanceof SampleCell.Blank) {
      return "";
    }
    throw new IllegalArgumentException("a CSV holds no " + cell);
  }
}
