package basedecl.workbook;

import basedecl.file.ReplacedFile;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A CSV for programs: UTF-8 without BOM, commas, lines ended by LF, cells quoted where they need it
 * (RFC 4180). Callers pass text from outside through {@link #harmless(String)} or {@link
 * #harmlessPath(String)}, since clerks open such files in Excel.
 */
public final class CsvTable implements Closeable {

  private final ReplacedFile file;
  private final CSVPrinter printer;
  private final int columns;

  private CsvTable(ReplacedFile file, CSVPrinter printer, int columns) {
    this.file = file;
    this.printer = printer;
    this.columns = columns;
  }

  /** Begins the file that will stand at {@code target}; its first line is {@code header}. */
  public static CsvTable at(Path target, List<String> header) throws IOException {
    return begin(target, header, "");
  }

  /** As {@link #at}, after a byte order mark, by which spreadsheets know the file for UTF-8. */
  public static CsvTable withMark(Path target, List<String> header) throws IOException {
    return begin(target, header, "\uFEFF");
  }

  private static CsvTable begin(Path target, List<String> header, String mark) throws IOException {
    ReplacedFile file = ReplacedFile.at(target);
    try {
      Writer writer =
          new BufferedWriter(new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8));
      writer.write(mark);
      CSVPrinter printer =
          new CSVPrinter(writer, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
      printer.printRecord(header);
      return new CsvTable(file, printer, header.size());
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  public void row(List<String> cells) throws IOException {
    if (cells.size() != columns) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns + " columns");
    }
    printer.printRecord(cells);
  }

  /** Puts the file in its place. */
  public ReplacedFile.Written finish() throws IOException {
    printer.flush();
    return file.finish();
  }

  /** Gives up what was written unless it was finished. */
  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Text that a spreadsheet would take for a formula gets an apostrophe before it. */
  public static String harmless(String text) {
    return FormulaStart.of(text) ? "'" + text : text;
  }

  /**
   * A relative path that a spreadsheet would take for a formula gets {@code ./} before it: the same
   * path for programs, and text for Excel.
   */
  public static String harmlessPath(String path) {
    return FormulaStart.of(path) ? "./" + path : path;
  }
}
