package basedecl.spreadsheet.xml2003;

import basedecl.cell.CellTexts;
import basedecl.cell.CellValue;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.CellRange;
import basedecl.spreadsheet.row.MergedCells;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.spreadsheet.row.SheetTraits;
import basedecl.spreadsheet.value.CellFormat;
import basedecl.spreadsheet.value.NumberTexts;
import basedecl.spreadsheet.xml.TextBuffer;
import basedecl.spreadsheet.xml.XmlPart;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The rows of one {@code Worksheet} element, from its start to its end. */
final class Xml2003Sheet {

  private static final CellValue BLANK = CellValue.Blank.BLANK;

  private final XmlPart xml;
  private final Xml2003Outline.Sheet sheet;
  private final Xml2003Outline outline;
  private final ReadBudget budget;
  private final TextBuffer text;
  private final BitSet hiddenColumns = new BitSet();
  private final Map<Integer, String> columnStyles = new HashMap<>();
  private final MergedCells merged = new MergedCells();
  private SheetTraits traits;
  private String tableStyle = "";
  private String rowStyle = "";
  private int nextColumn;
  private int firstColumn;

  /** From 1. */
  private int nextRow = 1;

  private CellValue[] cells = new CellValue[32];
  private int width;

  Xml2003Sheet(XmlPart xml, Xml2003Outline.Sheet sheet, Xml2003Outline outline, ReadBudget budget) {
    this.xml = xml;
    this.sheet = sheet;
    this.outline = outline;
    this.budget = budget;
    this.text = new TextBuffer(budget);
    this.traits = new SheetTraits(sheet.hidden(), hiddenColumns);
  }

  @Nullable SheetRow next() throws XMLStreamException, RefusedFileException {
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.is("Worksheet")) {
        return null;
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        throw FileReason.CONTENT.refusal();
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        SheetRow row = element();
        if (row != null) {
          return row;
        }
      }
    }
  }

  SheetTraits traits() {
    return traits;
  }

  /** Those of the rows read so far. */
  MergedCells merged() {
    return merged;
  }

  private @Nullable SheetRow element() throws XMLStreamException, RefusedFileException {
    switch (xml.name()) {
      case "Table" -> {
        firstColumn = number("LeftCell", 1) - 1;
        nextColumn = firstColumn;
        nextRow = number("TopCell", 1);
        tableStyle = xml.anyAttribute("StyleID", "");
      }
      case "Column" -> column();
      case "Row" -> {
        return row();
      }
      default -> xml.skipElement();
    }
    return null;
  }

  private void column() {
    int first = number("Index", nextColumn + 1) - 1;
    int last = Math.min(first + number("Span", 0), CellRange.LAST_COLUMN - 1);
    nextColumn = Math.max(nextColumn, last + 1);
    boolean hidden =
        XmlPart.isTrue(xml.anyAttribute("Hidden", "0"))
            || SheetTraits.isNothing(xml.anyAttribute("Width", "1"));
    if (hidden && first >= 0 && first <= last) {
      hiddenColumns.set(first, last + 1);
      traits = new SheetTraits(sheet.hidden(), hiddenColumns);
    }
    String style = xml.anyAttribute("StyleID", "");
    for (int at = Math.max(0, first); at <= last && !style.isEmpty(); at++) {
      columnStyles.put(at, style);
    }
  }

  private @Nullable SheetRow row() throws XMLStreamException, RefusedFileException {
    int number = number("Index", nextRow);
    if (number < nextRow) {
      // A row that stands twice or backwards: programs would differ on what the sheet says.
      throw FileReason.CONTENT.refusal();
    }
    if (number > CellRange.LAST_ROW) {
      throw FileReason.ROWS.refusal(Integer.toString(CellRange.LAST_ROW));
    }
    nextRow = number + 1 + number("Span", 0);
    rowStyle = xml.anyAttribute("StyleID", "");
    boolean hidden =
        sheet.hidden()
            || XmlPart.isTrue(xml.anyAttribute("Hidden", "0"))
            || SheetTraits.isNothing(xml.anyAttribute("Height", "1"));
    readCells(number);
    if (width == 0) {
      return null;
    }
    CellValue[] handedOut = Arrays.copyOf(cells, width);
    return new SheetRow(
        sheet.name(), number, hidden, Collections.unmodifiableList(Arrays.asList(handedOut)));
  }

  private void readCells(int row) throws XMLStreamException, RefusedFileException {
    width = 0;
    int column = firstColumn;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.is("Cell")) {
          column = cell(row, column);
        } else {
          xml.skipElement();
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        return;
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        throw FileReason.CONTENT.refusal();
      }
    }
  }

  /** Reads one cell and returns the column that the next one stands in. */
  private int cell(int row, int expected) throws XMLStreamException, RefusedFileException {
    int column = number("Index", expected + 1) - 1;
    if (column < expected) {
      throw FileReason.CONTENT.refusal();
    }
    int across = Math.min(number("MergeAcross", 0), CellRange.LAST_COLUMN);
    int down = Math.min(number("MergeDown", 0), CellRange.LAST_ROW);
    merged.add(row, row + down, column, column + across);
    CellFormat format =
        outline.format(
            List.of(
                xml.anyAttribute("StyleID", ""),
                rowStyle,
                columnStyles.getOrDefault(column, ""),
                tableStyle));
    boolean formula = !xml.anyAttribute("Formula", "").isEmpty();
    CellValue value = data(format, formula);
    if (value != BLANK) {
      put(column, value);
    }
    return column + across + 1;
  }

  /** What stands in the cell's {@code Data}; comments, names and reading aids are passed over. */
  private CellValue data(CellFormat format, boolean formula)
      throws XMLStreamException, RefusedFileException {
    CellValue value = formula ? new CellValue.NotCalculated() : BLANK;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.is("Data")) {
          String type = xml.anyAttribute("Type", "String");
          text.clear();
          appendAll();
          CellValue stored = typed(type, format);
          boolean missing = formula && stored == BLANK && !type.equals("String");
          if (!missing) {
            value =
                formula && outline.outOfDate() && stored != BLANK
                    ? new CellValue.OutOfDate(stored)
                    : stored;
          }
        } else {
          xml.skipElement();
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        return value;
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        throw FileReason.CONTENT.refusal();
      }
    }
  }

  /** Formatted text stands in elements of HTML within. */
  private void appendAll() throws XMLStreamException, RefusedFileException {
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS ->
            text.append(xml.textBuffer(), xml.textStart(), xml.textLength());
        default -> throw FileReason.CONTENT.refusal();
      }
    }
  }

  private CellValue typed(String type, CellFormat format) {
    return switch (type) {
      case "Number" -> NumberTexts.parse(text.chars(), text.length(), format);
      case "DateTime" -> CellFormat.ofIsoDate(plain().strip());
      case "Boolean" -> new CellValue.Bool(plain().strip().equals("1"));
      case "Error" -> new CellValue.ErrorValue(plain().strip());
      default -> CellTexts.of(plain());
    };
  }

  private String plain() {
    return new String(text.chars(), 0, text.length());
  }

  private void put(int column, CellValue value) throws RefusedFileException {
    budget.checkColumn(column);
    if (column >= cells.length) {
      cells = Arrays.copyOf(cells, Math.max(2 * cells.length, column + 1));
    }
    Arrays.fill(cells, width, column, BLANK);
    width = column + 1;
    cells[column] = value;
  }

  /** A whole number from 0 on; what is none is read as {@code otherwise}. */
  private int number(String attribute, int otherwise) {
    String digits = xml.anyAttribute(attribute, "");
    try {
      int number = digits.isEmpty() ? otherwise : Integer.parseInt(digits);
      return number < 0 ? otherwise : Math.min(number, 1 << 24);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
