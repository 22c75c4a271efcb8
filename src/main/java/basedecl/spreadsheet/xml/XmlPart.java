package basedecl.spreadsheet.xml;

import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.zip.ZipEntryStream;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedValueDecoder;
import org.jspecify.annotations.Nullable;

/**
 * A part of a workbook as XML events. Names are compared without their namespace, so that strict
 * and prefixed workbooks read alike. Document types and entities are refused, and compatibility
 * alternatives are passed over.
 */
public final class XmlPart implements Closeable {

  /** Deeper than any part of a workbook goes. */
  private static final int DEEPEST = 200;

  private final Closing end;
  private final XMLStreamReader2 reader;
  private int depth;

  /** What is to be done behind the last event. */
  private interface Closing {
    void drain() throws IOException;

    void close();
  }

  public XmlPart(InputFactoryImpl factory, ZipEntryStream stream) throws XMLStreamException {
    this.reader = (XMLStreamReader2) factory.createXMLStreamReader(stream);
    this.end =
        new Closing() {
          @Override
          public void drain() throws IOException {
            stream.drain();
          }

          @Override
          public void close() {
            stream.close();
          }
        };
  }

  /** A file that is XML as a whole, in memory already. */
  public XmlPart(InputFactoryImpl factory, Reader text) throws XMLStreamException {
    this.reader = (XMLStreamReader2) factory.createXMLStreamReader(text);
    this.end =
        new Closing() {
          @Override
          public void drain() {
            // there is no checksum
          }

          @Override
          public void close() {
            // nothing is open
          }
        };
  }

  /** A factory for one file: it keeps every name it meets, and a hostile file holds millions. */
  public static InputFactoryImpl factory() {
    InputFactoryImpl factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  private int advance() throws XMLStreamException, RefusedFileException {
    int event = reader.next();
    if (event == XMLStreamConstants.START_ELEMENT) {
      if (++depth > DEEPEST) {
        throw FileReason.BOMB.refusal();
      }
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      depth--;
    }
    return event;
  }

  /** The next start or end of an element, or text; {@code END_DOCUMENT} last. */
  public int next() throws XMLStreamException, RefusedFileException {
    while (true) {
      int event = advance();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (reader.getLocalName().equals("AlternateContent")) {
            skipElement();
          } else {
            return event;
          }
        }
        case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
          return event;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          return XMLStreamConstants.CHARACTERS;
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw FileReason.DOCTYPE.refusal();
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
  }

  /** Whether another element starts; false at the document's end. */
  public boolean nextStart() throws XMLStreamException, RefusedFileException {
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_DOCUMENT) {
        return false;
      }
    }
  }

  /** From the start of an element to its end. */
  public void skipElement() throws XMLStreamException, RefusedFileException {
    int outside = depth - 1;
    while (depth > outside) {
      if (advance() == XMLStreamConstants.ENTITY_REFERENCE) {
        throw FileReason.DOCTYPE.refusal();
      }
    }
  }

  public String name() {
    return reader.getLocalName();
  }

  public boolean is(String name) {
    return reader.getLocalName().equals(name);
  }

  public int attributes() {
    return reader.getAttributeCount();
  }

  public String attributeName(int index) {
    return reader.getAttributeLocalName(index);
  }

  public String attributeNamespace(int index) {
    String uri = reader.getAttributeNamespace(index);
    return uri == null ? "" : uri;
  }

  public String attributeValue(int index) {
    return reader.getAttributeValue(index);
  }

  /** Shows an attribute's characters where they lie: a million cells need no strings for theirs. */
  public void attributeValue(int index, TypedValueDecoder decoder) throws XMLStreamException {
    reader.getAttributeAs(index, decoder);
  }

  /** The value of an attribute in no namespace, or null. */
  @Nullable
  public String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name) && attributeNamespace(i).isEmpty()) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The value of an attribute in whatever namespace. */
  public String anyAttribute(String name, String otherwise) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return otherwise;
  }

  public String attribute(String name, String otherwise) {
    String value = attribute(name);
    return value == null ? otherwise : value;
  }

  public boolean flag(String name) {
    return isTrue(attribute(name, "0"));
  }

  public static boolean isTrue(String text) {
    return text.equals("1") || text.equals("true") || text.equals("on");
  }

  public char[] textBuffer() {
    return reader.getTextCharacters();
  }

  public int textStart() {
    return reader.getTextStart();
  }

  public int textLength() {
    return reader.getTextLength();
  }

  /** Reads to the end of the part, which must be well-formed and match its checksum. */
  public void finish() throws XMLStreamException, RefusedFileException, IOException {
    while (reader.hasNext()) {
      next();
    }
    end.drain();
  }

  @Override
  public void close() {
    end.close();
  }
}
