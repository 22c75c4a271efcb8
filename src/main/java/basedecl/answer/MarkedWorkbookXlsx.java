package basedecl.answer;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The sheets of an .xlsx, values, looks and layout, each read once from its beginning to its end.
 */
final class MarkedWorkbookXlsx implements MarkedWorkbookStyles.Original {

  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final XSSFReader original;
  private final MarkedSheets copy;
  private final StylesTable looks;
  private final MarkedWorkbookStyles styles;
  private int left;

  /**
   * Sheets to be copied.
   *
   * @param most cells
   */
  MarkedWorkbookXlsx(OPCPackage original, MarkedSheets copy, int most)
      throws IOException, OpenXML4JException {
    this.original = new XSSFReader(original);
    this.copy = copy;
    StylesTable own = this.original.getStylesTable();
    this.looks = own == null ? new StylesTable() : own;
    this.styles = new MarkedWorkbookStyles(this, copy.workbook());
    this.left = most;
  }

  @Override
  public @Nullable CellStyle style(int index) {
    return looks.getStyleAt(index);
  }

  @Override
  public Font font(int index) {
    return looks.getFontAt(index);
  }

  @Override
  public @Nullable Color colour(Font font) {
    return font instanceof XSSFFont x ? x.getXSSFColor() : null;
  }

  void copySheets()
      throws MarkedWorkbookCopy.NotCopied, IOException, OpenXML4JException, SAXException {
    Outline outline = new Outline();
    parse(original.getWorkbookData(), outline);
    Texts texts = new Texts();
    parse(original.getSharedStringsData(), texts);
    if (outline.countsFrom1904()) {
      copy.countFrom1904();
    }
    for (Outline.Named sheet : outline.sheets()) {
      if (!MarkedWorkbookList.isList(sheet.name())) {
        copySheet(sheet, texts.all());
      }
    }
  }

  private void copySheet(Outline.Named from, List<String> texts)
      throws MarkedWorkbookCopy.NotCopied, IOException, OpenXML4JException, SAXException {
    MarkedWorkbookXlsxSheet sheet = new MarkedWorkbookXlsxSheet(texts, styles, left);
    try {
      parse(original.getSheet(from.relation()), sheet);
    } catch (MarkedWorkbookXlsxSheet.TooManyCellsException e) {
      throw new MarkedWorkbookCopy.NotCopied(e);
    }
    if (sheet.isOfCells()) {
      MarkedSheet to = copy.add(from.name());
      left -= sheet.into(to);
      copy.workbook()
          .setSheetVisibility(
              copy.workbook().getSheetIndex(to.layout()),
              switch (from.state()) {
                case "hidden" -> SheetVisibility.HIDDEN;
                case "veryHidden" -> SheetVisibility.VERY_HIDDEN;
                default -> SheetVisibility.VISIBLE;
              });
    }
  }

  private static void parse(@Nullable InputStream part, DefaultHandler handler)
      throws IOException, SAXException {
    if (part == null) {
      return;
    }
    try (part) {
      XMLReader xml = XMLHelper.newXMLReader();
      xml.setContentHandler(handler);
      xml.setErrorHandler(handler);
      xml.parse(new InputSource(part));
    } catch (ParserConfigurationException e) {
      throw new SAXException(e);
    }
  }

  static boolean isTrue(String attribute) {
    return attribute.equals("1") || attribute.equals("true");
  }

  static String attribute(Attributes attributes, String name) {
    String value = attributes.getValue(name);
    return value == null ? "" : value;
  }

  /** The sheets of the workbook, in its order. */
  static final class Outline extends DefaultHandler {

    /**
     * A sheet.
     *
     * @param relation by which its part is found
     * @param state hidden, veryHidden, or another word for visible
     */
    record Named(String name, String relation, String state) {}

    private final List<Named> sheets = new ArrayList<>();
    private boolean from1904;

    List<Named> sheets() {
      return sheets;
    }

    /** Whether the days of this workbook are counted as on an old Macintosh. */
    boolean countsFrom1904() {
      return from1904;
    }

    @Override
    public void startElement(String space, String name, String qualified, Attributes attributes) {
      if (name.equals("sheet")) {
        String relation = attributes.getValue(RELATIONS, "id");
        sheets.add(
            new Named(
                attribute(attributes, "name"),
                relation == null ? "" : relation,
                attribute(attributes, "state")));
      } else if (name.equals("workbookPr")) {
        from1904 = isTrue(attribute(attributes, "date1904"));
      }
    }
  }

  /** A text as it is read: runs are put together, phonetic ones are reading aids and no text. */
  static final class Text {
    private final StringBuilder text = new StringBuilder();
    private boolean phonetic;
    private boolean inside;

    void start(String element) {
      phonetic |= element.equals("rPh");
      inside = !phonetic && element.equals("t");
    }

    void end(String element) {
      phonetic &= !element.equals("rPh");
      inside = false;
    }

    void add(char[] characters, int start, int length) {
      if (inside) {
        text.append(characters, start, length);
      }
    }

    String take() {
      String taken = unescaped(text.toString());
      text.setLength(0);
      return taken;
    }
  }

  /** Escapes such as {@code _x000D_} resolved. */
  static String unescaped(String text) {
    return text.contains("_x") ? new XSSFRichTextString(text).getString() : text;
  }

  /** The texts that cells share, by their numbers. */
  static final class Texts extends DefaultHandler {
    private final List<String> all = new ArrayList<>();
    private final Text text = new Text();

    List<String> all() {
      return all;
    }

    @Override
    public void startElement(String space, String name, String qualified, Attributes attributes) {
      text.start(name);
    }

    @Override
    public void endElement(String space, String name, String qualified) {
      text.end(name);
      if (name.equals("si")) {
        all.add(text.take());
      }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      text.add(characters, start, length);
    }
  }
}
