package basedecl.spreadsheet.xlsx;

import basedecl.cell.CellTexts;
import basedecl.cell.CellValue;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.CellRange;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.spreadsheet.row.SheetTraits;
import basedecl.spreadsheet.value.CellFormat;
import basedecl.spreadsheet.value.NumberTexts;
import basedecl.spreadsheet.value.SharedTexts;
import basedecl.spreadsheet.xml.TextBuffer;
import basedecl.spreadsheet.xml.XmlPart;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one worksheet, in one pass. References of rows and cells may be missing; the declared
 * dimension is not looked at.
 */
final class XlsxSheet implements Closeable {

  private static final CellValue BLANK = CellValue.Blank.BLANK;

  private final XmlPart xml;
  private final String name;
  private final boolean hidden;
  private final boolean outOfDate;
  private final List<CellFormat> formats;
  private final SharedTexts texts;
  private final ReadBudget budget;
  private final TextBuffer text;
  private final CellAttributes attributes = new CellAttributes();
  private SheetTraits traits;
  private CellValue[] cells = new CellValue[32];
  private int width;
  private int lastRow;
  private boolean started;

  /**
   * @param outOfDate the workbook says that its formulas' stored results do not hold
   */
  XlsxSheet(
      XmlPart xml,
      String name,
      boolean hidden,
      boolean outOfDate,
      List<CellFormat> formats,
      SharedTexts texts,
      ReadBudget budget) {
    this.xml = xml;
    this.name = name;
    this.hidden = hidden;
    this.outOfDate = outOfDate;
    this.traits = new SheetTraits(hidden, new BitSet());
    this.formats = formats;
    this.texts = texts;
    this.budget = budget;
    this.text = new TextBuffer(budget);
  }

  @Nullable SheetRow next() throws IOException, XMLStreamException, RefusedFileException {
    if (!started && !findData()) {
      return null;
    }
    started = true;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.is("row")) {
          SheetRow row = row();
          if (row != null) {
            return row;
          }
        } else {
          xml.skipElement();
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        xml.finish();
        return null;
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        throw FileReason.CONTENT.refusal();
      }
    }
  }

  SheetTraits traits() {
    return traits;
  }

  private boolean findData() throws IOException, XMLStreamException, RefusedFileException {
    boolean worksheet = false;
    BitSet hiddenColumns = new BitSet();
    while (xml.nextStart()) {
      if (xml.is("sheetData")) {
        traits = new SheetTraits(hidden, hiddenColumns);
        return true;
      }
      if (xml.is("col")
          && (xml.flag("hidden") || SheetTraits.isNothing(xml.attribute("width", "1")))) {
        hide(
            columnNumber(xml.attribute("min", "")),
            columnNumber(xml.attribute("max", "")),
            hiddenColumns);
      }
      worksheet |= xml.is("worksheet");
    }
    xml.finish();
    if (!worksheet) {
      throw FileReason.CONTENT.refusal();
    }
    return false;
  }

  /** Columns from 1, both inclusive; what lies beyond a sheet's last column is not looked at. */
  private static void hide(int first, int last, BitSet hiddenColumns) {
    int end = Math.min(last, CellRange.LAST_COLUMN);
    if (first >= 1 && first <= end) {
      hiddenColumns.set(first - 1, end);
    }
  }

  private static int columnNumber(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private @Nullable SheetRow row() throws XMLStreamException, RefusedFileException {
    int number = lastRow + 1;
    boolean rowHidden = hidden;
    boolean noHeight = false;
    boolean heightSet = false;
    for (int i = 0; i < xml.attributes(); i++) {
      String attribute = xml.attributeName(i);
      if (attribute.equals("r")) {
        number = attributes.row(xml, i);
      } else if (attribute.equals("hidden")) {
        rowHidden |= XmlPart.isTrue(xml.attributeValue(i));
      } else if (attribute.equals("ht")) {
        noHeight = SheetTraits.isNothing(xml.attributeValue(i));
      } else if (attribute.equals("customHeight")) {
        heightSet = XmlPart.isTrue(xml.attributeValue(i));
      }
    }
    if (number <= lastRow) {
      // A row that stands twice or backwards: programs would differ on what the sheet says.
      throw FileReason.CONTENT.refusal();
    }
    if (number > CellRange.LAST_ROW) {
      throw FileReason.ROWS.refusal(Integer.toString(CellRange.LAST_ROW));
    }
    lastRow = number;
    readCells();
    if (width == 0) {
      return null;
    }
    CellValue[] handedOut = Arrays.copyOf(cells, width);
    rowHidden |= noHeight && heightSet;
    return new SheetRow(
        name, number, rowHidden, Collections.unmodifiableList(Arrays.asList(handedOut)));
  }

  private void readCells() throws XMLStreamException, RefusedFileException {
    width = 0;
    int column = -1;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.is("c")) {
          column = cell(column + 1);
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

  /** Reads one cell and returns the column it stands in. */
  private int cell(int expected) throws XMLStreamException, RefusedFileException {
    attributes.begin(expected);
    for (int i = 0; i < xml.attributes(); i++) {
      attributes.read(xml, i);
    }
    int column = attributes.column();
    if (column < 0) {
      throw FileReason.CONTENT.refusal();
    }
    CellValue value = value(attributes.type(), attributes.style());
    if (value != BLANK) {
      put(column, value);
    }
    return column;
  }

  private void put(int column, CellValue value) throws RefusedFileException {
    budget.checkColumn(column);
    if (column >= cells.length) {
      cells = Arrays.copyOf(cells, Math.max(2 * cells.length, column + 1));
    }
    if (column >= width) {
      Arrays.fill(cells, width, column, BLANK);
      width = column + 1;
    } else if (cells[column] != BLANK) {
      throw FileReason.CONTENT.refusal();
    }
    cells[column] = value;
  }

  private CellValue value(CellType type, int style)
      throws XMLStreamException, RefusedFileException {
    boolean formula = false;
    boolean stored = false;
    text.clear();
    int event = xml.next();
    while (event != XMLStreamConstants.END_ELEMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.name()) {
          case "v" -> {
            stored = true;
            text.clear();
            text.appendElement(xml);
          }
          case "is" -> {
            stored = true;
            text.appendRuns(xml);
          }
          case "f" -> {
            formula = true;
            xml.skipElement();
          }
          default -> xml.skipElement();
        }
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        throw FileReason.CONTENT.refusal();
      }
      event = xml.next();
    }
    if (!stored || (text.length() == 0 && type != CellType.TEXT)) {
      return formula ? new CellValue.NotCalculated() : BLANK;
    }
    CellValue result = typed(type, style);
    return formula && outOfDate && result != BLANK ? new CellValue.OutOfDate(result) : result;
  }

  private CellValue typed(CellType type, int style) throws RefusedFileException {
    return switch (type) {
      case SHARED -> texts.get(sharedIndex());
      case TEXT -> CellTexts.of(text.text());
      case BOOL -> new CellValue.Bool(XmlPart.isTrue(text.text().strip()));
      case ERROR -> new CellValue.ErrorValue(text.text().strip());
      case DATE -> CellFormat.ofIsoDate(text.text().strip());
      case NUMBER ->
          NumberTexts.parse(
              text.chars(),
              text.length(),
              style < formats.size() ? formats.get(style) : CellFormat.GENERAL);
    };
  }

  private int sharedIndex() throws RefusedFileException {
    int index = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.chars()[i];
      if (c >= '0' && c <= '9' && digits < 9) {
        index = index * 10 + (c - '0');
        digits++;
      } else if (c > ' ') {
        throw FileReason.CONTENT.refusal();
      }
    }
    if (digits == 0) {
      throw FileReason.CONTENT.refusal();
    }
    return index;
  }

  @Override
  public void close() {
    xml.close();
  }
}
