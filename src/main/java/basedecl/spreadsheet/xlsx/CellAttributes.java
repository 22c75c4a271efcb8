package basedecl.spreadsheet.xlsx;

import basedecl.spreadsheet.row.CellRange;
import basedecl.spreadsheet.xml.XmlPart;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.typed.TypedValueDecoder;

/**
 * The attributes of one cell: where it stands, how it is formatted, what it holds. Reused from cell
 * to cell, and read from the parser's own characters.
 */
final class CellAttributes {

  private int column;
  private int style;
  private CellType type = CellType.NUMBER;
  private int row;

  private final TypedValueDecoder columnReader =
      new CharsDecoder() {
        @Override
        public void decode(char[] buffer, int start, int end) {
          column = CellRange.column(buffer, start, end);
        }
      };

  private final TypedValueDecoder styleReader =
      new CharsDecoder() {
        @Override
        public void decode(char[] buffer, int start, int end) {
          style = smallNumber(buffer, start, end);
        }
      };

  private final TypedValueDecoder typeReader =
      new CharsDecoder() {
        @Override
        public void decode(char[] buffer, int start, int end) {
          type = CellType.of(buffer, start, end);
        }
      };

  private final TypedValueDecoder rowReader =
      new CharsDecoder() {
        @Override
        public void decode(char[] buffer, int start, int end) {
          row = CellRange.row(buffer, start, end);
        }
      };

  /** A cell without attributes stands in the column expected, unformatted, and holds a number. */
  void begin(int expectedColumn) {
    column = expectedColumn;
    style = 0;
    type = CellType.NUMBER;
  }

  /** Takes an attribute of a {@code c} element; others, metadata of rich values, say nothing. */
  void read(XmlPart xml, int index) throws XMLStreamException {
    switch (xml.attributeName(index)) {
      case "r" -> xml.attributeValue(index, columnReader);
      case "s" -> xml.attributeValue(index, styleReader);
      case "t" -> xml.attributeValue(index, typeReader);
      default -> {
        // nothing that changes a value
      }
    }
  }

  /**
   * The number in attribute {@code r} of a {@code row} element, as {@link CellRange#row} gives it.
   */
  int row(XmlPart xml, int index) throws XMLStreamException {
    xml.attributeValue(index, rowReader);
    return row;
  }

  /** From 0; negative where the reference names none. */
  int column() {
    return column;
  }

  /** Index among the workbook's cell formats. */
  int style() {
    return style;
  }

  CellType type() {
    return type;
  }

  private static int smallNumber(char[] digits, int start, int end) {
    int number = 0;
    for (int i = start; i < end && i < start + 9; i++) {
      int digit = digits[i] - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** The parser hands over a value's characters in one of three ways. */
  private abstract static class CharsDecoder extends TypedValueDecoder {

    @Override
    public final void decode(String input) {
      decode(input.toCharArray(), 0, input.length());
    }

    @Override
    public abstract void decode(char[] buffer, int start, int end);

    @Override
    public final void handleEmptyValue() {
      decode(new char[0], 0, 0);
    }
  }
}
