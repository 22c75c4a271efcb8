package basedecl.answer;

import static basedecl.answer.MarkedWorkbookXlsx.attribute;
import static basedecl.answer.MarkedWorkbookXlsx.isTrue;

import basedecl.answer.MarkedSheet.Value;
import basedecl.workbook.FormulaStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A sheet's cells, their looks, and its layout, as they pass by. */
final class MarkedWorkbookXlsxSheet extends DefaultHandler {

  /** There are more cells than may be copied. */
  static final class TooManyCellsException extends SAXException {
    private static final long serialVersionUID = 1L;

    TooManyCellsException() {
      super("too many cells");
    }
  }

  private static final int TWIPS_OF_A_POINT = 20;
  private static final double DEFAULT_HEIGHT = 15;
  private static final int DEFAULT_WIDTH = 8;
  private static final int WIDTH_OF_A_DIGIT = 256;

  private record Columns(int first, int last, Optional<Double> width, boolean hidden) {}

  private final List<String> texts;
  private final MarkedWorkbookStyles styles;
  private final int most;
  private final SortedMap<Integer, MarkedSheet.Row> rows = new TreeMap<>();
  private final List<Columns> columns = new ArrayList<>();
  private final List<CellRangeAddress> merged = new ArrayList<>();
  private final MarkedWorkbookXlsx.Text inline = new MarkedWorkbookXlsx.Text();
  private final StringBuilder stored = new StringBuilder();

  private boolean ofCells;
  private boolean started;
  private int cells;
  private int baseWidth = DEFAULT_WIDTH;
  private double usualHeight = DEFAULT_HEIGHT;
  private Optional<Pane> pane = Optional.empty();

  private MarkedSheet.Row row = new MarkedSheet.Row();
  private int rowIndex = -1;
  private int column = -1;
  private int style;
  private String type = "";
  private boolean formula;
  private boolean inValue;
  private boolean hasValue;
  private boolean hasInline;

  private record Pane(int columns, int rows, int left, int top) {}

  MarkedWorkbookXlsxSheet(List<String> texts, MarkedWorkbookStyles styles, int most) {
    this.texts = texts;
    this.styles = styles;
    this.most = most;
  }

  /** A sheet may be a chart as well. */
  boolean isOfCells() {
    return ofCells;
  }

  @Override
  public void startElement(String space, String name, String qualified, Attributes attributes)
      throws SAXException {
    if (!started) {
      started = true;
      ofCells = name.equals("worksheet");
    }
    switch (name) {
      case "c" -> startCell(attributes);
      case "v" -> {
        inValue = true;
        hasValue = true;
      }
      case "f" -> formula = true;
      case "is" -> hasInline = true;
      case "row" -> startRow(attributes);
      case "col" -> column(attributes);
      case "mergeCell" -> merged.add(CellRangeAddress.valueOf(attribute(attributes, "ref")));
      case "sheetFormatPr" -> {
        usualHeight = number(attributes, "defaultRowHeight", DEFAULT_HEIGHT);
        baseWidth = (int) number(attributes, "baseColWidth", DEFAULT_WIDTH);
      }
      case "pane" -> pane(attributes);
      default -> {}
    }
    if (hasInline) {
      inline.start(name);
    }
  }

  @Override
  public void endElement(String space, String name, String qualified) {
    if (hasInline) {
      inline.end(name);
    }
    if (name.equals("v")) {
      inValue = false;
    } else if (name.equals("c")) {
      endCell();
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (inValue) {
      stored.append(characters, start, length);
    } else if (hasInline) {
      inline.add(characters, start, length);
    }
  }

  private void startRow(Attributes attributes) {
    String number = attribute(attributes, "r");
    rowIndex = number.isEmpty() ? rowIndex + 1 : Integer.parseInt(number) - 1;
    column = -1;
    row = new MarkedSheet.Row();
    row.hide(isTrue(attribute(attributes, "hidden")));
    double height = number(attributes, "ht", usualHeight);
    if (twips(height) != twips(usualHeight)) {
      row.height(twips(height));
    }
    rows.put(rowIndex, row);
  }

  private static int twips(double points) {
    return (int) (points * TWIPS_OF_A_POINT);
  }

  private void startCell(Attributes attributes) throws SAXException {
    cells++;
    if (cells > most) {
      throw new TooManyCellsException();
    }
    String reference = attribute(attributes, "r");
    column = reference.isEmpty() ? column + 1 : columnOf(reference);
    String look = attribute(attributes, "s");
    style = look.isEmpty() ? 0 : Integer.parseInt(look);
    type = attribute(attributes, "t");
    formula = false;
    hasValue = false;
    hasInline = false;
    stored.setLength(0);
  }

  private static int columnOf(String reference) {
    int column = 0;
    int at = 0;
    while (at < reference.length() && reference.charAt(at) >= 'A') {
      column = column * 26 + (Character.toUpperCase(reference.charAt(at)) - 'A' + 1);
      at++;
    }
    return column - 1;
  }

  private void endCell() {
    String words = hasInline ? inline.take() : "";
    Value value = formula && !hasValue ? Value.BLANK : value(words);
    hasInline = false;
    boolean quoted = value.kind() == MarkedSheet.Kind.TEXT && FormulaStart.of(value.text());
    row.put(new MarkedSheet.Cell(column, quoted ? styles.quoted(style) : styles.of(style), value));
  }

  private Value value(String words) {
    String text = stored.toString();
    return switch (type) {
      case "", "n" -> hasValue ? number(text) : Value.BLANK;
      case "b" -> Value.of(text.equals("1"));
      case "e" -> Value.error(FormulaError.forString(text));
      case "s" -> Value.of(hasValue ? texts.get(Integer.parseInt(text.strip())) : "");
      case "str" -> Value.of(MarkedWorkbookXlsx.unescaped(text));
      case "inlineStr" -> Value.of(words.isEmpty() ? MarkedWorkbookXlsx.unescaped(text) : words);
      default -> throw new IllegalArgumentException("A kind of cell that is not known");
    };
  }

  private static Value number(String text) {
    return Value.of(text.isEmpty() ? 0 : Double.parseDouble(text));
  }

  private void column(Attributes attributes) {
    double width = number(attributes, "width", -1);
    columns.add(
        new Columns(
            (int) number(attributes, "min", 1) - 1,
            (int) number(attributes, "max", 1) - 1,
            width < 0 ? Optional.empty() : Optional.of(width),
            isTrue(attribute(attributes, "hidden"))));
  }

  private void pane(Attributes attributes) {
    if (pane.isEmpty() && attribute(attributes, "state").equals("frozen")) {
      String corner = attribute(attributes, "topLeftCell");
      CellReference first = new CellReference(corner.isEmpty() ? "A1" : corner);
      pane =
          Optional.of(
              new Pane(
                  (int) number(attributes, "xSplit", 0),
                  (int) number(attributes, "ySplit", 0),
                  first.getCol(),
                  first.getRow()));
    }
  }

  private static double number(Attributes attributes, String name, double otherwise) {
    String value = attribute(attributes, name);
    return value.isEmpty() ? otherwise : Double.parseDouble(value);
  }

  /** Puts what was read into a sheet of the answer, and says how many cells it is. */
  int into(MarkedSheet sheet) {
    sheet.take(rows);
    XSSFSheet layout = sheet.layout();
    int width = sheet.width();
    for (int i = 0; i < width; i++) {
      Columns own = columnsOf(i);
      layout.setColumnWidth(
          i,
          own.width()
              .map(digits -> (int) Math.round(digits * WIDTH_OF_A_DIGIT))
              .orElse(baseWidth * WIDTH_OF_A_DIGIT));
      layout.setColumnHidden(i, own.hidden());
    }
    merged.forEach(layout::addMergedRegionUnsafe);
    pane.ifPresent(p -> layout.createFreezePane(p.columns(), p.rows(), p.left(), p.top()));
    return cells;
  }

  private Columns columnsOf(int index) {
    for (Columns some : columns) {
      if (index >= some.first() && index <= some.last()) {
        return some;
      }
    }
    return new Columns(index, index, Optional.empty(), false);
  }
}
