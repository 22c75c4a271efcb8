package basedecl.workbook;

import static basedecl.workbook.TableParts.escaped;

import java.util.List;

/**
 * The parts of a workbook that draw charts: ECMA-376 part 1, 20.5 (drawings) and 21.2 (charts). The
 * order of elements is the schema's; Excel repairs a file that has another.
 */
final class TableCharts {

  private static final String DRAWING =
      "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
  private static final String MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
  private static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  /** Columns that a chart covers, how wide each is in digits, and the one before them. */
  private static final int WIDTH = 12;

  private static final int COLUMN = 9;
  private static final int COLUMN_BEFORE = 2;

  /** Rows between two charts; rows of a chart, whatever the page has room for. */
  private static final int GAP = 1;

  private static final int LEAST_ROWS = 6;
  private static final int MOST_ROWS = 16;

  /** The printed part of an A4 page on its side, in points; see the margins of the sheets. */
  private static final double PAGE_WIDTH = 841.9 - 0.8 * 72;

  private static final double PAGE_HEIGHT = 595.3 - 1.15 * 72;

  /** What is not reckoned on: programs differ by a few points a page. */
  private static final double SPARE = 0.04;

  /** Points of a digit and of a column's margins: 7 and 5 pixels. */
  private static final double DIGIT = 5.25;

  private static final double COLUMN_MARGIN = 3.75;

  private static final int NAMES_AXIS = 111;
  private static final int FIGURES_AXIS = 112;

  private TableCharts() {}

  static String sheetRelations(int drawing) {
    return relations(relation(1, "/drawing", "../drawings/drawing" + drawing + ".xml"));
  }

  static String drawingRelations(int firstChart, int charts) {
    StringBuilder xml = new StringBuilder();
    for (int i = 0; i < charts; i++) {
      xml.append(relation(i + 1, "/chart", "../charts/chart" + (firstChart + i) + ".xml"));
    }
    return relations(xml.toString());
  }

  /** The widths of the columns to the right of the table, which the charts cover. */
  static String columns(TableSheet sheet) {
    int first = sheet.columns().size() + 1;
    return column(first, first, COLUMN_BEFORE) + column(first + 1, first + WIDTH, COLUMN);
  }

  private static String column(int first, int last, int width) {
    return "<col min=\""
        + first
        + "\" max=\""
        + last
        + "\" width=\""
        + width
        + ".7109375\" customWidth=\"1\"/>";
  }

  /**
   * The rows of a chart. Table and charts are printed as wide as the page, and all charts stand
   * under the header on the first one: so none is cut in two by a page's end, and no repeated
   * header row carries a piece of one. Excel heeds no page breaks where it fits to the width.
   */
  static int rows(TableSheet sheet) {
    double table =
        sheet.columns().stream().mapToDouble(c -> c.width() * DIGIT + COLUMN_MARGIN).sum();
    double all =
        table + COLUMN_BEFORE * DIGIT + COLUMN_MARGIN + WIDTH * (COLUMN * DIGIT + COLUMN_MARGIN);
    double points = all * PAGE_HEIGHT / PAGE_WIDTH * (1 - SPARE) - TableHead.height(sheet);
    int charts = sheet.charts().size();
    int rows = ((int) (points / sheet.rowHeight()) - GAP * (charts - 1)) / charts;
    return Math.max(LEAST_ROWS, Math.min(MOST_ROWS, rows));
  }

  /** The charts one below another, to the right of the table. */
  static String drawing(TableSheet sheet) {
    StringBuilder xml = new StringBuilder(TableParts.XML);
    xml.append("<xdr:wsDr xmlns:xdr=\"" + DRAWING + "\" xmlns:a=\"" + MAIN + "\">");
    int left = sheet.columns().size() + 1;
    int height = rows(sheet);
    for (int i = 0; i < sheet.charts().size(); i++) {
      int top = sheet.headerRow() + i * (height + GAP);
      xml.append("<xdr:twoCellAnchor>")
          .append(corner("from", left, top))
          .append(corner("to", left + WIDTH, top + height))
          .append("<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"")
          .append(i + 2)
          .append("\" name=\"" + escaped(sheet.charts().get(i).title()) + "\"/>")
          .append("<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm>")
          .append("<a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic>")
          .append("<a:graphicData uri=\"" + CHART + "\"><c:chart xmlns:c=\"" + CHART)
          .append("\" xmlns:r=\"" + OFFICE + "\" r:id=\"rId" + (i + 1) + "\"/>")
          .append("</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/>")
          .append("</xdr:twoCellAnchor>");
    }
    return xml.append("</xdr:wsDr>").toString();
  }

  static String chart(TableSheet sheet, TableChart chart) {
    String format = chart.percent() ? "0.0%" : "#,##0";
    return TableParts.XML
        + "<c:chartSpace xmlns:c=\""
        + CHART
        + "\" xmlns:a=\""
        + MAIN
        + "\" xmlns:r=\""
        + OFFICE
        + "\"><c:roundedCorners val=\"0\"/><c:chart>"
        + title(chart.title())
        + "<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/><c:barChart>"
        + "<c:barDir val=\"col\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>"
        + "<c:ser><c:idx val=\"0\"/><c:order val=\"0\"/><c:tx><c:v>"
        + escaped(chart.title())
        + "</c:v></c:tx><c:spPr><a:solidFill><a:srgbClr val=\"4472C4\"/></a:solidFill></c:spPr>"
        + "<c:invertIfNegative val=\"0\"/><c:dLbls><c:numFmt formatCode=\""
        + format
        + "\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        + "<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/>"
        + "<c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>"
        + "</c:dLbls><c:cat><c:strRef><c:f>"
        + escaped(chart.range(sheet, chart.names()))
        + "</c:f><c:strCache>"
        + points(chart.categories())
        + "</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>"
        + escaped(chart.range(sheet, chart.figures()))
        + "</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        + points(chart.values())
        + "</c:numCache></c:numRef></c:val></c:ser><c:gapWidth val=\"60\"/>"
        + "<c:axId val=\""
        + NAMES_AXIS
        + "\"/><c:axId val=\""
        + FIGURES_AXIS
        + "\"/></c:barChart>"
        + namesAxis()
        + figuresAxis(format)
        + "</c:plotArea><c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>"
        + "</c:chartSpace>";
  }

  private static String namesAxis() {
    return "<c:catAx><c:axId val=\""
        + NAMES_AXIS
        + "\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/>"
        + "<c:axPos val=\"b\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>"
        + "<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>"
        + "<c:tickLblPos val=\"nextTo\"/><c:crossAx val=\""
        + FIGURES_AXIS
        + "\"/><c:crosses val=\"autoZero\"/><c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/>"
        + "<c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"0\"/></c:catAx>";
  }

  private static String figuresAxis(String format) {
    return "<c:valAx><c:axId val=\""
        + FIGURES_AXIS
        + "\"/><c:scaling><c:orientation val=\"minMax\"/><c:min val=\"0\"/></c:scaling>"
        + "<c:delete val=\"0\"/><c:axPos val=\"l\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\">"
        + "<a:solidFill><a:srgbClr val=\"D9D9D9\"/></a:solidFill></a:ln></c:spPr>"
        + "</c:majorGridlines><c:numFmt formatCode=\""
        + format
        + "\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>"
        + "<c:tickLblPos val=\"nextTo\"/><c:crossAx val=\""
        + NAMES_AXIS
        + "\"/><c:crosses val=\"autoZero\"/><c:crossBetween val=\"between\"/></c:valAx>";
  }

  private static String title(String text) {
    return "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1200\" b=\"1\"/></a:pPr>"
        + "<a:r><a:rPr lang=\"zh-CN\" sz=\"1200\" b=\"1\"/><a:t>"
        + escaped(text)
        + "</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>";
  }

  private static String points(List<String> values) {
    StringBuilder xml = new StringBuilder("<c:ptCount val=\"" + values.size() + "\"/>");
    for (int i = 0; i < values.size(); i++) {
      xml.append("<c:pt idx=\"" + i + "\"><c:v>" + escaped(values.get(i)) + "</c:v></c:pt>");
    }
    return xml.toString();
  }

  private static String corner(String name, int column, int row) {
    return "<xdr:"
        + name
        + "><xdr:col>"
        + column
        + "</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>"
        + row
        + "</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:"
        + name
        + ">";
  }

  private static String relations(String inner) {
    return TableParts.XML
        + "<Relationships xmlns=\""
        + PACKAGE
        + "\">"
        + inner
        + "</Relationships>";
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId"
        + id
        + "\" Type=\""
        + OFFICE
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }
}
