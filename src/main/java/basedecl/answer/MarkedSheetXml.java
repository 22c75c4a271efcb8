package basedecl.answer;

import basedecl.workbook.TableBytes;
import basedecl.workbook.TableColumn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows and cells as the XML of a sheet. Texts are shared: each stands once in the workbook, in the
 * part that {@link #writeTexts} writes after the last sheet.
 */
final class MarkedSheetXml {

  private static final byte[] ROW = bytes("<row r=\"");
  private static final byte[] HEIGHT = bytes("\" ht=\"");
  private static final byte[] OWN_HEIGHT = bytes("\" customHeight=\"1");
  private static final byte[] HIDDEN = bytes("\" hidden=\"1");
  private static final byte[] OPENED = bytes("\">");
  private static final byte[] ROW_END = bytes("</row>");
  private static final byte[] CELL = bytes("<c r=\"");
  private static final byte[] STYLE = bytes("\" s=\"");
  private static final byte[] BLANK_END = bytes("\"/>");
  private static final byte[] SHARED = bytes("\" t=\"s\"><v>");
  private static final byte[] NUMBER = bytes("\"><v>");
  private static final byte[] BOOL = bytes("\" t=\"b\"><v>");
  private static final byte[] ERROR = bytes("\" t=\"e\"><v>");
  private static final byte[] VALUE_END = bytes("</v></c>");

  private static final double TWIPS_OF_A_POINT = 20;

  /** Excel shows no higher row. */
  private static final int HIGHEST = 409;

  /** Whole numbers up to here are written as they are, without a point. */
  private static final double LARGEST_WHOLE = 1e15;

  private final TableBytes out;
  private final Map<String, Integer> texts;
  private final List<byte[]> letters = new ArrayList<>();
  private int row;

  MarkedSheetXml(TableBytes out, Map<String, Integer> texts) {
    this.out = out;
    this.texts = texts;
  }

  private static byte[] bytes(String xml) {
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  /** Where texts are numbered, for all sheets of a workbook. */
  static Map<String, Integer> newTexts() {
    return new LinkedHashMap<>();
  }

  /** From column A to the last, rows counted from 0. */
  static String range(int firstRow, int lastRow, int columns) {
    return "A" + (firstRow + 1) + ":" + TableColumn.letters(columns - 1) + (lastRow + 1);
  }

  /**
   * Begins a row.
   *
   * @param index from 0
   * @param twips its height, 0 for the sheet's own
   */
  void beginRow(int index, int twips, boolean hidden) throws IOException {
    row = index + 1;
    out.raw(ROW).digits(row);
    if (twips > 0) {
      out.raw(HEIGHT)
          .raw(Double.toString(Math.min(HIGHEST, twips / TWIPS_OF_A_POINT)))
          .raw(OWN_HEIGHT);
    }
    if (hidden) {
      out.raw(HIDDEN);
    }
    out.raw(OPENED);
  }

  void endRow() throws IOException {
    out.raw(ROW_END);
  }

  void blank(int column, int style) throws IOException {
    cell(column, style).raw(BLANK_END);
  }

  void text(int column, int style, String text) throws IOException {
    Integer known = texts.get(text);
    int number = known == null ? texts.size() : known;
    if (known == null) {
      texts.put(text, number);
    }
    cell(column, style).raw(SHARED).digits(number).raw(VALUE_END);
  }

  void number(int column, int style, double number) throws IOException {
    cell(column, style).raw(NUMBER);
    if (number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE) {
      out.digits((long) number);
    } else {
      out.raw(Double.toString(number));
    }
    out.raw(VALUE_END);
  }

  void bool(int column, int style, boolean value) throws IOException {
    cell(column, style).raw(BOOL).digits(value ? 1 : 0).raw(VALUE_END);
  }

  void error(int column, int style, String code) throws IOException {
    cell(column, style).raw(ERROR).text(code).raw(VALUE_END);
  }

  private TableBytes cell(int column, int style) throws IOException {
    while (letters.size() <= column) {
      letters.add(bytes(TableColumn.letters(letters.size())));
    }
    return out.raw(CELL).raw(letters.get(column)).digits(row).raw(STYLE).digits(style);
  }

  /** The part with all texts, in the order of their numbers. */
  static void writeTexts(Map<String, Integer> texts, TableBytes out) throws IOException {
    out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<sst xmlns=\"")
        .raw("http://schemas.openxmlformats.org/spreadsheetml/2006/main\" uniqueCount=\"")
        .digits(texts.size())
        .raw(OPENED);
    for (String text : texts.keySet()) {
      out.raw("<si><t xml:space=\"preserve\">").text(text).raw("</t></si>");
    }
    out.raw("</sst>");
  }
}
