package basedecl.workbook;

import java.util.List;
import java.util.OptionalLong;

/** What stands in a sheet above and below its rows: ECMA-376 part 1, 18.3. Heights are points. */
public final class TableHead {

  private static final int TITLE_HEIGHT = 32;
  private static final int NOTE_HEIGHT = 15;
  private static final int HEADER_LINE = 15;

  /** Height of a line below the table in tenths of its letters' size. */
  private static final int CLOSING_LINE = 15;

  /** Points above and below a line that is signed or sealed by hand. */
  private static final int SIGNATURE_ROOM = 40;

  private static final int HEADER_MARGIN = 9;

  /** What the filter's button takes of a header cell, in digits. */
  private static final int BUTTON = 2;

  /** Letters of notes are smaller than those the widths are counted in. */
  private static final int NOTE_SIZE = 10;

  private static final int CELL_SIZE = 11;

  private static final int LONGEST_FOOTER = 80;

  private static final int ROW_LINE = 14;
  private static final int ROW_MARGIN = 3;

  /**
   * The first of the characters that are two digits wide: radicals, ideographs, full-width forms.
   */
  private static final int FIRST_WIDE = 0x2E80;

  /** Excel shows no higher row. */
  private static final int HIGHEST = 409;

  private TableHead() {}

  static String xml(TableSheet sheet, OptionalLong rows, boolean selected) {
    StringBuilder xml = new StringBuilder(4096);
    xml.append(TableParts.XML).append("<worksheet xmlns=\"").append(TableParts.MAIN);
    xml.append("\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
    rows.ifPresent(
        n ->
            xml.append("<dimension ref=\"A1:")
                .append(sheet.lastColumn())
                .append(sheet.headerRow() + n)
                .append("\"/>"));
    int header = sheet.headerRow();
    xml.append("<sheetViews><sheetView")
        .append(selected ? " tabSelected=\"1\"" : "")
        .append(" workbookViewId=\"0\"><pane ySplit=\"" + header + "\" topLeftCell=\"A")
        .append((header + 1) + "\" activePane=\"bottomLeft\" state=\"frozen\"/>")
        .append("<selection pane=\"bottomLeft\" activeCell=\"A" + (header + 1) + "\" sqref=\"A")
        .append((header + 1) + "\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"");
    xml.append(sheet.rowHeight()).append("\" customHeight=\"1\"/><cols>");
    for (int i = 0; i < sheet.columns().size(); i++) {
      xml.append("<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\"")
          .append(sheet.columns().get(i).width())
          .append(".7109375\" customWidth=\"1\"/>");
    }
    xml.append(sheet.charts().isEmpty() ? "" : TableCharts.columns(sheet));
    xml.append("</cols><sheetData>");
    wide(xml, 1, TITLE_HEIGHT, TableStyles.TITLE, sheet.title());
    int row = 1;
    for (String note : sheet.notes()) {
      row++;
      wide(xml, row, noteHeight(sheet, note), TableStyles.NOTE, note);
    }
    for (String warning : sheet.warnings()) {
      row++;
      wide(xml, row, noteHeight(sheet, warning), TableStyles.WARNING, warning);
    }
    headerRow(xml, sheet);
    return xml.toString();
  }

  /** What stands below the rows; {@code last}: the table ends here and does not go on. */
  static String end(TableSheet sheet, long lastRow, boolean last) {
    StringBuilder xml = new StringBuilder(2048);
    List<TableBlock> closing = last ? sheet.closing() : List.of();
    for (int i = 0; i < closing.size(); i++) {
      block(xml, lastRow + 1 + i, sheet, closing.get(i));
    }
    xml.append("</sheetData><autoFilter ref=\"A" + sheet.headerRow() + ":")
        .append(sheet.lastColumn())
        .append(lastRow)
        .append("\"/>");
    if (sheet.columns().size() > 1) {
      int wideRows = sheet.headerRow() - 1;
      xml.append("<mergeCells count=\"" + (wideRows + closing.size()) + "\">");
      for (int row = 1; row <= wideRows; row++) {
        merge(xml, sheet, row);
      }
      for (int i = 0; i < closing.size(); i++) {
        merge(xml, sheet, lastRow + 1 + i);
      }
      xml.append("</mergeCells>");
    }
    return xml.append("<printOptions horizontalCentered=\"1\"/>")
        .append("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.55\" bottom=\"0.6\"")
        .append(" header=\"0.3\" footer=\"0.3\"/>")
        .append("<pageSetup paperSize=\"9\" fitToWidth=\"1\" fitToHeight=\"0\"")
        .append(" orientation=\"landscape\"/><headerFooter>")
        .append(pageHead(sheet))
        .append("<oddFooter>")
        .append(TableParts.escaped("&L" + footer(sheet.title())))
        .append(sheet.mark().isEmpty() ? "" : TableParts.escaped("&C" + footer(sheet.mark())))
        .append(TableParts.escaped("&R第 &P 页，共 &N 页"))
        .append("</oddFooter></headerFooter>")
        .append(
            sheet.charts().isEmpty()
                ? ""
                : "<drawing xmlns:r=\"" + TableParts.OFFICE + "\" r:id=\"rId1\"/>")
        .append("</worksheet>")
        .toString();
  }

  private static String pageHead(TableSheet sheet) {
    return sheet.mark().isEmpty()
        ? ""
        : "<oddHeader>" + TableParts.escaped("&R" + footer(sheet.mark())) + "</oddHeader>";
  }

  private static void merge(StringBuilder xml, TableSheet sheet, long row) {
    xml.append("<mergeCell ref=\"A" + row + ":" + sheet.lastColumn() + row + "\"/>");
  }

  private static void block(StringBuilder xml, long row, TableSheet sheet, TableBlock block) {
    int height = closingHeight(sheet, block.text());
    switch (block.kind()) {
      case HEADING ->
          wide(xml, row, TITLE_HEIGHT + SIGNATURE_ROOM, TableStyles.TITLE, block.text());
      case PARAGRAPH -> wide(xml, row, height, TableStyles.closing(), block.text());
      case SIGNATURE ->
          wide(xml, row, height + SIGNATURE_ROOM, TableStyles.closing(), block.text());
    }
  }

  /** A footer takes 255 characters, and {@code &} begins a command in it. */
  private static String footer(String title) {
    String start = title.length() > LONGEST_FOOTER ? title.substring(0, LONGEST_FOOTER) : title;
    return start.replace("&", "&&");
  }

  /** What title, notes, warnings and header take, in points. */
  static int height(TableSheet sheet) {
    return TITLE_HEIGHT
        + sheet.notes().stream().mapToInt(note -> noteHeight(sheet, note)).sum()
        + sheet.warnings().stream().mapToInt(note -> noteHeight(sheet, note)).sum()
        + headerHeight(sheet);
  }

  private static int headerHeight(TableSheet sheet) {
    int lines =
        sheet.columns().stream().mapToInt(c -> lines(c.name(), c.width() - BUTTON)).max().orElse(1);
    return HEADER_MARGIN + HEADER_LINE * lines;
  }

  private static void headerRow(StringBuilder xml, TableSheet sheet) {
    List<TableColumn> columns = sheet.columns();
    int row = sheet.headerRow();
    xml.append("<row r=\"" + row + "\" ht=\"" + headerHeight(sheet))
        .append("\" customHeight=\"1\">");
    for (int i = 0; i < columns.size(); i++) {
      words(xml, TableColumn.letters(i) + row, TableStyles.HEADER, columns.get(i).name());
    }
    xml.append("</row>");
  }

  private static void wide(StringBuilder xml, long row, int height, int style, String text) {
    xml.append("<row r=\"" + row + "\" ht=\"" + height + "\" customHeight=\"1\">");
    words(xml, "A" + row, style, text);
    xml.append("</row>");
  }

  private static void words(StringBuilder xml, String reference, int style, String text) {
    xml.append("<c r=\"" + reference + "\" s=\"" + style + "\" t=\"inlineStr\"><is><t>")
        .append(TableParts.escaped(text))
        .append("</t></is></c>");
  }

  /** A merged cell does not grow with its text, so its height is reckoned here. */
  private static int noteHeight(TableSheet sheet, String note) {
    return Math.min(HIGHEST, 3 + NOTE_HEIGHT * lines(note, sheet.width() * CELL_SIZE / NOTE_SIZE));
  }

  private static int closingHeight(TableSheet sheet, String text) {
    int letters = sheet.width() * CELL_SIZE / TableStyles.CLOSING_SIZE;
    return Math.min(
        HIGHEST - SIGNATURE_ROOM,
        TableStyles.CLOSING_SIZE / 2
            + TableStyles.CLOSING_SIZE * CLOSING_LINE * lines(text, letters) / 10);
  }

  /** How many lines a text takes in a column so wide. */
  public static int lines(String text, int width) {
    int lines = 1;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int wide = c < FIRST_WIDE ? 1 : 2;
      if (c == '\n' || (digits > 0 && digits + wide > width)) {
        lines++;
        digits = 0;
      }
      digits += c == '\n' ? 0 : wide;
    }
    return lines;
  }

  /** The height of a row with a text of so many lines, as three digits. */
  static byte[] rowHeight(TableSheet sheet, int lines) {
    int height = Math.max(sheet.rowHeight(), ROW_MARGIN + ROW_LINE * lines);
    return TableParts.bytes(String.valueOf(1000 + Math.min(HIGHEST, height)).substring(1));
  }
}
