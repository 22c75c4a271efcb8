package basedecl.workbook;

import basedecl.workbook.TableColumn.Kind;

/**
 * The look of every table: {@code xl/styles.xml} and the numbers by which cells name a style of it.
 * Sizes are points; colours are ARGB.
 */
final class TableStyles {

  static final int DATE_FORMAT = 164;

  static final int TITLE = 1;
  static final int NOTE = 2;
  static final int WARNING = 3;
  static final int HEADER = 4;
  private static final int FIRST_CELL = 5;
  private static final int VARIANTS = 4;
  private static final int HIGHLIGHTED = 1;
  private static final int QUOTED = 2;

  private static final int HIGHLIGHT_FILL = 3;
  private static final int HEADER_FILL = 2;

  /** Points; a wide table on A4 shows them at about half their size. */
  static final int CLOSING_SIZE = 17;

  private TableStyles() {}

  /**
   * The style of a cell. A {@code quoted} one stays text when it is edited in Excel, whatever it
   * begins with.
   */
  static int cell(Kind kind, boolean highlighted, boolean quoted) {
    return FIRST_CELL
        + kind.ordinal() * VARIANTS
        + (highlighted ? HIGHLIGHTED : 0)
        + (quoted ? QUOTED : 0);
  }

  /** The style of a paragraph below a table, in letters that are still read when printed small. */
  static int closing() {
    return FIRST_CELL + Kind.values().length * VARIANTS;
  }

  static String xml() {
    StringBuilder xml = new StringBuilder(8192);
    xml.append(TableParts.XML)
        .append("<styleSheet xmlns=\"")
        .append(TableParts.MAIN)
        .append("\"><numFmts count=\"1\"><numFmt numFmtId=\"")
        .append(DATE_FORMAT)
        .append("\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><fonts count=\"6\">")
        .append(font("", 11, "FF000000", "宋体"))
        .append(font("<b/>", 16, "FF000000", "黑体"))
        .append(font("", 10, "FF404040", "宋体"))
        .append(font("<b/>", 10, "FFC00000", "宋体"))
        .append(font("<b/>", 11, "FF000000", "宋体"))
        .append(font("", CLOSING_SIZE, "FF000000", "宋体"))
        .append("</fonts><fills count=\"4\">")
        .append("<fill><patternFill patternType=\"none\"/></fill>")
        .append("<fill><patternFill patternType=\"gray125\"/></fill>")
        .append(fill("FFDCE6F1"))
        .append(fill("FFFCE4D6"))
        .append("</fills><borders count=\"2\">")
        .append("<border><left/><right/><top/><bottom/><diagonal/></border><border>")
        .append(side("left"))
        .append(side("right"))
        .append(side("top"))
        .append(side("bottom"))
        .append("<diagonal/></border></borders><cellStyleXfs count=\"1\">")
        .append("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>")
        .append("<cellXfs count=\"")
        .append(closing() + 1)
        .append("\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>")
        .append(words(1, 0, 0, "horizontal=\"center\" vertical=\"center\""))
        .append(words(2, 0, 0, "horizontal=\"left\" vertical=\"center\" wrapText=\"1\""))
        .append(words(3, 0, 0, "horizontal=\"left\" vertical=\"center\" wrapText=\"1\""))
        .append(
            words(4, HEADER_FILL, 1, "horizontal=\"center\" vertical=\"center\" wrapText=\"1\""));
    for (Kind kind : Kind.values()) {
      for (int variant = 0; variant < VARIANTS; variant++) {
        xml.append(cell(kind, variant));
      }
    }
    xml.append(words(5, 0, 0, "horizontal=\"left\" vertical=\"center\" wrapText=\"1\""));
    return xml.append("</cellXfs><cellStyles count=\"1\">")
        .append("<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>")
        .append("<dxfs count=\"0\"/><tableStyles count=\"0\"/></styleSheet>")
        .toString();
  }

  private static String cell(Kind kind, int variant) {
    return "<xf numFmtId=\""
        + kind.numberFormat()
        + "\" fontId=\"0\" fillId=\""
        + ((variant & HIGHLIGHTED) == 0 ? 0 : HIGHLIGHT_FILL)
        + "\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyFill=\"1\" applyBorder=\"1\""
        + ((variant & QUOTED) == 0 ? "" : " quotePrefix=\"1\"")
        + " applyAlignment=\"1\"><alignment horizontal=\""
        + horizontal(kind)
        + (kind == Kind.TEXT || kind == Kind.PROSE ? "\" indent=\"1" : "")
        + "\" vertical=\"center\" "
        + (kind == Kind.PROSE ? "wrapText" : "shrinkToFit")
        + "=\"1\"/></xf>";
  }

  private static String horizontal(Kind kind) {
    return switch (kind) {
      case TEXT, PROSE -> "left";
      case WORD, SERIAL, DATE -> "center";
      case MONEY, COUNT, PERCENT -> "right";
    };
  }

  private static String words(int font, int fill, int border, String alignment) {
    return "<xf numFmtId=\"49\" fontId=\""
        + font
        + "\" fillId=\""
        + fill
        + "\" borderId=\""
        + border
        + "\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\""
        + " applyBorder=\"1\" applyAlignment=\"1\"><alignment "
        + alignment
        + "/></xf>";
  }

  private static String font(String weight, int size, String colour, String name) {
    return "<font>"
        + weight
        + "<sz val=\""
        + size
        + "\"/><color rgb=\""
        + colour
        + "\"/><name val=\""
        + name
        + "\"/><family val=\"3\"/><charset val=\"134\"/></font>";
  }

  private static String fill(String colour) {
    return "<fill><patternFill patternType=\"solid\"><fgColor rgb=\""
        + colour
        + "\"/><bgColor indexed=\"64\"/></patternFill></fill>";
  }

  private static String side(String name) {
    return "<" + name + " style=\"thin\"><color rgb=\"FFBFBFBF\"/></" + name + ">";
  }
}
