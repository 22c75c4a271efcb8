package basedecl.spreadsheet.xml2003;

import basedecl.spreadsheet.csv.TextEncoding;
import basedecl.spreadsheet.csv.TextReader;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.MergedCells;
import basedecl.spreadsheet.row.ParserSource;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.spreadsheet.row.SheetTraits;
import basedecl.spreadsheet.xml.XmlPart;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an XML Spreadsheet 2003, which accounting programs write and mostly name {@code
 * .xls}. A first look finds the number formats and what stands behind a sheet's rows: whether it
 * hides.
 */
public final class Xml2003Source implements ParserSource {

  private final byte[] bytes;
  private final TextEncoding encoding;
  private final ReadBudget budget;
  private final Xml2003Outline outline;
  private final XmlPart xml;
  private int nextSheet;
  private @Nullable Xml2003Sheet sheet;

  /** The sheet whose row was handed out last, which may be over already. */
  private int lastSheet = -1;

  private SheetTraits lastTraits = SheetTraits.NONE;

  public Xml2003Source(byte[] bytes, TextEncoding encoding, ReadBudget budget)
      throws XMLStreamException, RefusedFileException {
    this.bytes = bytes;
    this.encoding = encoding;
    this.budget = budget;
    this.outline = Xml2003Outline.of(open(), budget);
    this.xml = open();
  }

  private XmlPart open() throws XMLStreamException {
    InputFactoryImpl factory = XmlPart.factory();
    return new XmlPart(factory, new TextReader(bytes, encoding, budget));
  }

  @Override
  public @Nullable SheetRow next() throws XMLStreamException, RefusedFileException {
    while (true) {
      Xml2003Sheet current = sheet;
      if (current == null) {
        if (nextSheet == outline.sheets().size()) {
          return null;
        }
        current = sheet(xml, nextSheet, nextSheet);
        sheet = current;
        nextSheet++;
      }
      SheetRow row = current.next();
      if (row != null) {
        lastSheet = nextSheet - 1;
        lastTraits = current.traits();
        return row;
      }
      sheet = null;
    }
  }

  /** Goes on to the start of sheet {@code index}; {@code passed} sheets have started already. */
  private Xml2003Sheet sheet(XmlPart from, int index, int passed)
      throws XMLStreamException, RefusedFileException {
    int left = index - passed;
    while (from.nextStart()) {
      if (from.is("Worksheet") && left-- == 0) {
        return new Xml2003Sheet(from, outline.sheets().get(index), outline, budget);
      }
    }
    throw FileReason.CONTENT.refusal();
  }

  @Override
  public SheetTraits traits() {
    return lastTraits;
  }

  @Override
  public MergedCells mergedCells() throws XMLStreamException, RefusedFileException {
    return lastSheet < 0 ? MergedCells.NONE : mergedCells(lastSheet);
  }

  private MergedCells mergedCells(int index) throws XMLStreamException, RefusedFileException {
    Xml2003Sheet again = sheet(open(), index, 0);
    SheetRow row = again.next();
    while (row != null) {
      row = again.next();
    }
    return again.merged();
  }

  @Override
  public ParserSource sheetAgain() throws XMLStreamException, RefusedFileException {
    return new OneSheet(Objects.checkIndex(lastSheet, outline.sheets().size()));
  }

  /** One sheet by itself. */
  private final class OneSheet implements ParserSource {
    private final int index;
    private final Xml2003Sheet rows;

    private OneSheet(int index) throws XMLStreamException, RefusedFileException {
      this.index = index;
      this.rows = sheet(open(), index, 0);
    }

    @Override
    public @Nullable SheetRow next() throws XMLStreamException, RefusedFileException {
      return rows.next();
    }

    @Override
    public SheetTraits traits() {
      return rows.traits();
    }

    @Override
    public MergedCells mergedCells() throws XMLStreamException, RefusedFileException {
      return Xml2003Source.this.mergedCells(index);
    }

    @Override
    public ParserSource sheetAgain() throws XMLStreamException, RefusedFileException {
      return new OneSheet(index);
    }

    @Override
    public void close() {
      // all of it is in memory
    }
  }

  @Override
  public void close() {
    xml.close();
  }
}
