package basedecl.answer;

import basedecl.workbook.ReproducibleZip;
import basedecl.workbook.TableBytes;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The sheets of an answer while it is made. POI holds styles and layout; rows and comments are held
 * apart and written as XML. As objects of POI, 10,000 rows with three faults each took 4 GiB of
 * allocations and a dozen seconds; this takes 0.1 GiB.
 */
final class MarkedSheets implements Closeable {

  /** What a sheet's rows are written with. */
  interface Rows {
    void write(MarkedSheetXml xml) throws IOException;
  }

  private static final String NO_ROWS = "<sheetData/>";

  /** Has all texts, and so is written when every sheet is. */
  private static final String TEXTS = "xl/sharedStrings.xml";

  /** Writes the content of a part. */
  private interface Part {
    void write(TableBytes out) throws IOException;
  }

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final Map<String, MarkedSheet> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<XSSFSheet, Rows> rows = new LinkedHashMap<>();
  private final Map<String, Rows> byPart = new HashMap<>();
  private final Map<String, Part> parts = new HashMap<>();
  private final Set<String> commentTexts = new HashSet<>();
  private final Map<String, Integer> texts = MarkedSheetXml.newTexts();

  /** For styles and layout alone; a cell made in it would be lost. */
  XSSFWorkbook workbook() {
    return workbook;
  }

  /** Days are numbered as on an old Macintosh, as in the original. */
  void countFrom1904() {
    workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
  }

  /**
   * A further sheet.
   *
   * @param name as the file has it; a spreadsheet shows 31 characters of it at most
   */
  MarkedSheet add(String name) {
    XSSFSheet layout = workbook.createSheet(name);
    MarkedSheet sheet = new MarkedSheet(layout);
    byName.put(name, sheet);
    rows.put(layout, sheet);
    return sheet;
  }

  /** The sheet that findings call so. */
  Optional<MarkedSheet> called(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }

  /** The rows of a sheet that nothing marks. */
  void put(XSSFSheet layout, Rows written) {
    rows.put(layout, written);
  }

  /**
   * The answer: what POI makes of it without rows, with the rows put in as it is packed.
   *
   * @param author of the comments
   */
  byte[] bytes(String author) throws IOException {
    int block = 1;
    for (MarkedSheet sheet : byName.values()) {
      if (!sheet.comments().isEmpty()) {
        block = comments(sheet, author, block);
      }
      dimension(sheet.layout(), sheet.dimension());
    }
    for (Map.Entry<XSSFSheet, Rows> sheet : rows.entrySet()) {
      byPart.put(
          sheet.getKey().getPackagePart().getPartName().getName().substring(1), sheet.getValue());
    }
    parts.put(TEXTS, out -> MarkedSheetXml.writeTexts(texts, out));
    ByteArrayOutputStream empty = new ByteArrayOutputStream();
    workbook.write(empty);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    ReproducibleZip.write(empty.toByteArray(), TEXTS, new Contents(), whole);
    return whole.toByteArray();
  }

  /** Readers that do not want to read it all look for a sheet's size at its beginning. */
  static void dimension(XSSFSheet layout, String range) {
    layout.getCTWorksheet().getDimension().setRef(range);
  }

  private int comments(MarkedSheet sheet, String author, int block) {
    MarkedSheetComments comments = new MarkedSheetComments(sheet.comments(), author, block);
    MarkedSheetComments.prepare(sheet.layout());
    String part = MarkedSheetComments.textPart(sheet.layout());
    parts.put(part, comments::writeTexts);
    commentTexts.add(part);
    parts.put(MarkedSheetComments.shapePart(sheet.layout()), comments::writeShapes);
    return comments.nextBlock();
  }

  /** What the parts of the workbook hold; thousands of comments may have one and the same text. */
  private final class Contents implements ReproducibleZip.Parts {

    @Override
    public void write(String name, byte[] content, OutputStream out) throws IOException {
      MarkedSheets.this.write(name, content, out);
    }

    @Override
    public boolean staysUnpacked(String name) {
      return commentTexts.contains(name);
    }
  }

  private void write(String name, byte[] content, OutputStream zip) throws IOException {
    TableBytes out = new TableBytes(zip);
    Rows sheet = byPart.get(name);
    Part part = parts.get(name);
    if (sheet != null) {
      String layout = new String(content, StandardCharsets.UTF_8);
      int at = layout.indexOf(NO_ROWS);
      if (at < 0) {
        throw new IllegalStateException("A sheet has rows of its own");
      }
      out.raw(layout.substring(0, at)).raw("<sheetData>");
      sheet.write(new MarkedSheetXml(out, texts));
      out.raw("</sheetData>").raw(layout.substring(at + NO_ROWS.length()));
    } else if (part != null) {
      part.write(out);
    } else {
      out.flush();
      zip.write(content);
    }
    out.flush();
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
