package basedecl.spreadsheet.xml;

import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The text of one cell as it is gathered, reused from cell to cell. */
public final class TextBuffer {

  private static final char[] LINE_BREAK = {'\n'};

  private final ReadBudget budget;
  private char[] chars = new char[256];
  private int length;

  public TextBuffer(ReadBudget budget) {
    this.budget = budget;
  }

  public void clear() {
    length = 0;
  }

  public char[] chars() {
    return chars;
  }

  public int length() {
    return length;
  }

  public void append(char[] source, int start, int count) throws RefusedFileException {
    budget.checkCharacters(length + count);
    if (length + count > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(2 * chars.length, length + count));
    }
    System.arraycopy(source, start, chars, length, count);
    length += count;
  }

  /** Appends the text up to the end of the element just started. */
  public void appendElement(XmlPart xml) throws XMLStreamException, RefusedFileException {
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS -> {
          if (depth == 1) {
            append(xml.textBuffer(), xml.textStart(), xml.textLength());
          }
        }
        default -> throw FileReason.CONTENT.refusal();
      }
    }
  }

  /**
   * Appends the {@code t} elements, plain or in runs, of the {@code si} or {@code is} just started.
   * Phonetic runs are reading aids, not text.
   */
  public void appendRuns(XmlPart xml) throws XMLStreamException, RefusedFileException {
    int depth = 1;
    boolean apart = false;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.is("t")) {
          setApart(apart);
          appendElement(xml);
          setApart(apart);
        } else if (xml.is("rPr")) {
          apart = standsApart(xml);
        } else if (xml.is("rPh") || xml.is("phoneticPr")) {
          xml.skipElement();
        } else {
          apart = false;
          depth++;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        throw FileReason.CONTENT.refusal();
      }
    }
  }

  /** Whether the properties of a run raise it, lower it or strike it out. */
  private static boolean standsApart(XmlPart xml) throws XMLStreamException, RefusedFileException {
    boolean apart = false;
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        apart |= xml.is("vertAlign") && !xml.attribute("val", "baseline").equals("baseline");
        apart |= xml.is("strike") && XmlPart.isTrue(xml.attribute("val", "1"));
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        throw FileReason.CONTENT.refusal();
      }
    }
    return apart;
  }

  private void setApart(boolean apart) throws RefusedFileException {
    if (apart) {
      append(LINE_BREAK, 0, 1);
    }
  }

  /** The gathered text with escapes such as {@code _x000D_} resolved. */
  public String text() {
    for (int i = 0; i + 6 < length; i++) {
      if (isEscape(i)) {
        return unescaped(i);
      }
    }
    return new String(chars, 0, length);
  }

  private boolean isEscape(int at) {
    return at + 6 < length
        && chars[at] == '_'
        && chars[at + 1] == 'x'
        && chars[at + 6] == '_'
        && hex(at + 2) >= 0
        && hex(at + 3) >= 0
        && hex(at + 4) >= 0
        && hex(at + 5) >= 0;
  }

  private int hex(int at) {
    return chars[at] < 128 ? Character.digit(chars[at], 16) : -1;
  }

  private String unescaped(int first) {
    StringBuilder text = new StringBuilder(length).append(chars, 0, first);
    int at = first;
    while (at < length) {
      if (isEscape(at)) {
        text.append((char) (hex(at + 2) << 12 | hex(at + 3) << 8 | hex(at + 4) << 4 | hex(at + 5)));
        at += 7;
      } else {
        text.append(chars[at++]);
      }
    }
    return text.toString();
  }
}
