package basedecl.spreadsheet.html;

import basedecl.spreadsheet.csv.TextEncoding;
import basedecl.spreadsheet.csv.TextReader;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.MergedCells;
import basedecl.spreadsheet.row.ParserSource;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.spreadsheet.row.SheetTraits;
import java.io.IOException;
import java.util.Iterator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a web page as one sheet, one below the other, as Excel opens them: accounting and
 * older portal programs write such pages and name them {@code .xls}. Text between the tables is a
 * row of one cell.
 */
public final class HtmlSource implements ParserSource {

  /** Half a million cells; with them the page takes some 150 MiB while it is read. */
  private static final int MOST_ELEMENTS = 600_000;

  private static final int MOST_ATTRIBUTES = 40;

  private final HtmlRows sheet;
  private final Iterator<SheetRow> rows;

  private HtmlSource(HtmlRows sheet) {
    this.sheet = sheet;
    this.rows = sheet.rows().iterator();
  }

  /** Reads the page whole; one without a table of data is a web page and nothing else. */
  public static HtmlSource of(byte[] bytes, TextEncoding encoding, ReadBudget budget)
      throws IOException, RefusedFileException {
    HtmlRows sheet = new HtmlRows(budget);
    NodeTraversor.traverse(sheet, document(bytes, encoding, budget));
    sheet.finish();
    if (!sheet.anyData()) {
      throw FileReason.HTML.refusal();
    }
    return new HtmlSource(sheet);
  }

  /** The parser is taken step by step, so that time and memory are watched from outside of it. */
  private static Document document(byte[] bytes, TextEncoding encoding, ReadBudget budget)
      throws IOException, RefusedFileException {
    checkCount(bytes);
    try (StreamParser parser =
        new StreamParser(Parser.htmlParser()).parse(new TextReader(bytes, encoding, budget), "")) {
      int elements = 0;
      for (Iterator<Element> all = parser.iterator(); all.hasNext(); elements++) {
        Element element = all.next();
        if (element.attributesSize() > MOST_ATTRIBUTES) {
          element.clearAttributes();
        }
        if (elements > MOST_ELEMENTS) {
          throw FileReason.MEMORY.refusal();
        }
        if ((elements & 255) == 0) {
          budget.checkTime();
        }
      }
      return parser.document();
    }
  }

  private static void checkCount(byte[] bytes) throws RefusedFileException {
    int tags = 0;
    for (byte b : bytes) {
      tags += b == '<' ? 1 : 0;
    }
    if (tags > 2 * MOST_ELEMENTS) {
      throw FileReason.MEMORY.refusal();
    }
  }

  @Override
  public @Nullable SheetRow next() {
    return rows.hasNext() ? rows.next() : null;
  }

  @Override
  public SheetTraits traits() {
    return sheet.traits();
  }

  @Override
  public MergedCells mergedCells() {
    return sheet.merged();
  }

  @Override
  public ParserSource sheetAgain() {
    return new HtmlSource(sheet);
  }

  @Override
  public void close() {
    // all of it is in memory
  }
}
