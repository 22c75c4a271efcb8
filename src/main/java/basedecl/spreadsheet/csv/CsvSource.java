package basedecl.spreadsheet.csv;

import basedecl.cell.CellTexts;
import basedecl.cell.CellValue;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.ParserSource;
import basedecl.spreadsheet.row.SheetRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a text file with separators. A record is a row as a spreadsheet counts them, blank
 * ones included, whatever lines its quoted texts span. Every cell is text.
 */
public final class CsvSource implements ParserSource {

  /**
   * A number of a document as a cell of its own inside one text of several lines: a stray quote
   * swallowed its row.
   */
  private static final Pattern SWALLOWED_ROW =
      Pattern.compile(
          "[,;\\t\\n]['\"]?\\s*(?:\\d{14,17}[\\dXx]|[A-Za-z]{1,3}\\d{5,15})\\s*['\"]?[,;\\t\\r\\n]");

  private final byte[] bytes;
  private final TextEncoding encoding;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final ReadBudget budget;
  private int row;

  public CsvSource(byte[] bytes, TextEncoding encoding, ReadBudget budget) throws IOException {
    this.bytes = bytes;
    this.encoding = encoding;
    this.budget = budget;
    Reader reader =
        new InputStreamReader(
            new ByteArrayInputStream(
                bytes, encoding.markLength(), bytes.length - encoding.markLength()),
            encoding.charset());
    CsvDialect dialect = CsvDialect.of(reader);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(dialect.delimiter())
            .setIgnoreEmptyLines(false)
            .setTrailingData(true)
            .get();
    parser = CSVParser.parse(dialect.rest(), format);
    records = parser.iterator();
  }

  @Override
  public @Nullable SheetRow next() throws RefusedFileException {
    try {
      while (records.hasNext()) {
        CSVRecord record = records.next();
        row++;
        if ((row & 255) == 0) {
          budget.checkTime();
        }
        SheetRow filled = filled(record);
        if (filled != null) {
          return filled;
        }
      }
      return null;
    } catch (UncheckedIOException | IllegalStateException unclosedQuote) {
      throw FileReason.QUOTES.refusal();
    }
  }

  private @Nullable SheetRow filled(CSVRecord record) throws RefusedFileException {
    CellValue[] cells = new CellValue[record.size()];
    int width = 0;
    for (int i = 0; i < cells.length; i++) {
      String stored = record.get(i);
      budget.checkCharacters(stored.length());
      if (stored.indexOf('\n') >= 0 && SWALLOWED_ROW.matcher(stored).find()) {
        throw FileReason.QUOTES.refusal();
      }
      cells[i] = CellTexts.ofUnguarded(stored);
      if (!cells[i].isBlank()) {
        width = i + 1;
      }
    }
    if (width == 0) {
      return null;
    }
    budget.checkColumn(width - 1);
    return new SheetRow(
        "", row, false, Collections.unmodifiableList(Arrays.asList(Arrays.copyOf(cells, width))));
  }

  @Override
  public ParserSource sheetAgain() throws IOException {
    return new CsvSource(bytes, encoding, budget);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
