package basedecl.spreadsheet.xlsx;

import basedecl.spreadsheet.gate.FileBytes;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.CellRange;
import basedecl.spreadsheet.row.MergedCells;
import basedecl.spreadsheet.row.ParserSource;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.spreadsheet.row.SheetTraits;
import basedecl.spreadsheet.value.CellFormat;
import basedecl.spreadsheet.value.CellFormatTable;
import basedecl.spreadsheet.value.SharedTexts;
import basedecl.spreadsheet.xml.TextBuffer;
import basedecl.spreadsheet.xml.XmlPart;
import basedecl.spreadsheet.zip.ZipContainer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an OOXML workbook: its sheets in the workbook's order, hidden ones too, charts,
 * dialogs and macro sheets left out. Only the shared texts and the number formats are held in
 * memory.
 */
public final class XlsxSource implements ParserSource {

  private record SheetPart(String name, boolean hidden, ZipContainer.Entry entry) {}

  private final FileBytes file;
  private final XlsxParts parts;
  private final ReadBudget budget;
  private final List<SheetPart> sheets = new ArrayList<>();
  private final List<CellFormat> formats = new ArrayList<>();
  private final SharedTexts texts;
  private boolean since1904;
  private boolean outOfDate;
  private int nextSheet;
  private @Nullable XlsxSheet sheet;
  private @Nullable SheetPart part;

  /** The sheet whose row was handed out last, which may be over already. */
  private @Nullable SheetPart lastPart;

  private SheetTraits lastTraits = SheetTraits.NONE;

  /** Reads everything but the sheets. {@code main} is the workbook part. */
  public XlsxSource(FileBytes file, XlsxParts parts, ZipContainer.Entry main, ReadBudget budget)
      throws IOException, XMLStreamException, RefusedFileException {
    this.file = file;
    this.parts = parts;
    this.budget = budget;
    this.texts = new SharedTexts(budget);
    Map<String, XlsxParts.Relationship> relationships = parts.relationships(main.name());
    readMain(main, relationships);
    for (XlsxParts.Relationship relationship : relationships.values()) {
      Optional<ZipContainer.Entry> target = parts.find(relationship.target());
      if (target.isPresent() && !relationship.external()) {
        if (relationship.kind().equals("styles")) {
          readFormats(target.get());
        } else if (relationship.kind().equals("sharedstrings")) {
          readTexts(target.get());
        }
      }
    }
  }

  private void readMain(ZipContainer.Entry main, Map<String, XlsxParts.Relationship> relationships)
      throws IOException, XMLStreamException, RefusedFileException {
    try (XmlPart xml = parts.open(main)) {
      while (xml.nextStart()) {
        if (xml.is("workbookPr")) {
          since1904 = xml.flag("date1904");
        } else if (xml.is("calcPr")) {
          // asks for a calculation of everything on loading, or was saved before one had ended
          outOfDate =
              xml.flag("fullCalcOnLoad") || !XmlPart.isTrue(xml.attribute("calcCompleted", "1"));
        } else if (xml.is("sheet")) {
          addSheet(xml, relationships);
        }
      }
      xml.finish();
    }
  }

  private void addSheet(XmlPart xml, Map<String, XlsxParts.Relationship> relationships)
      throws RefusedFileException {
    String id = "";
    for (int i = 0; i < xml.attributes(); i++) {
      if (xml.attributeName(i).equals("id") && !xml.attributeNamespace(i).isEmpty()) {
        id = xml.attributeValue(i);
      }
    }
    XlsxParts.Relationship relationship = relationships.get(id);
    if (relationship == null) {
      throw FileReason.CONTENT.refusal();
    }
    if (relationship.external()) {
      throw FileReason.EXTERNAL_PART.refusal();
    }
    if (!relationship.kind().equals("worksheet")) {
      return;
    }
    Optional<ZipContainer.Entry> entry = parts.find(relationship.target());
    if (entry.isEmpty()) {
      throw FileReason.CONTENT.refusal();
    }
    String state = xml.attribute("state", "visible");
    if (sheets.size() == budget.limits().entries()) {
      throw FileReason.ENTRIES.refusal(Integer.toString(budget.limits().entries()));
    }
    sheets.add(new SheetPart(xml.attribute("name", ""), !state.equals("visible"), entry.get()));
  }

  private void readFormats(ZipContainer.Entry entry)
      throws IOException, XMLStreamException, RefusedFileException {
    CellFormatTable table = new CellFormatTable(since1904);
    boolean inCellFormats = false;
    try (XmlPart xml = parts.open(entry)) {
      while (xml.nextStart()) {
        switch (xml.name()) {
          case "numFmt" ->
              table.define(number(xml.attribute("numFmtId")), xml.attribute("formatCode", ""));
          case "cellXfs" -> inCellFormats = true;
          case "cellStyleXfs", "cellStyles", "dxfs", "extLst" -> inCellFormats = false;
          case "xf" -> {
            if (inCellFormats) {
              CellFormatTable.checkCount(formats.size());
              formats.add(table.format(number(xml.attribute("numFmtId"))));
            }
          }
          default -> {
            // fonts, fills and borders do not change a value
          }
        }
      }
      xml.finish();
    }
  }

  private static int number(@Nullable String text) {
    try {
      return text == null ? 0 : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private void readTexts(ZipContainer.Entry entry)
      throws IOException, XMLStreamException, RefusedFileException {
    TextBuffer text = new TextBuffer(budget);
    try (XmlPart xml = parts.open(entry)) {
      while (xml.nextStart()) {
        if (xml.is("si")) {
          text.clear();
          text.appendRuns(xml);
          texts.add(text.text());
        }
      }
      xml.finish();
    }
  }

  @Override
  public @Nullable SheetRow next() throws IOException, XMLStreamException, RefusedFileException {
    while (true) {
      XlsxSheet current = sheet;
      if (current == null) {
        if (nextSheet == sheets.size()) {
          return null;
        }
        SheetPart next = sheets.get(nextSheet++);
        current = sheet(next, parts.open(next.entry));
        sheet = current;
        part = next;
      }
      SheetRow row = current.next();
      if (row != null) {
        lastPart = part;
        lastTraits = current.traits();
        return row;
      }
      current.close();
      sheet = null;
    }
  }

  private XlsxSheet sheet(SheetPart of, XmlPart xml) {
    return new XlsxSheet(xml, of.name, of.hidden, outOfDate, formats, texts, budget);
  }

  @Override
  public SheetTraits traits() {
    return lastTraits;
  }

  @Override
  public ParserSource sheetAgain() throws IOException, XMLStreamException, RefusedFileException {
    return again(Objects.requireNonNull(lastPart, "no row was handed out yet"));
  }

  private ParserSource again(SheetPart of)
      throws IOException, XMLStreamException, RefusedFileException {
    return new OneSheet(of, sheet(of, parts.openAgain(of.entry)));
  }

  /** One sheet by itself; the file stays open for whoever reads the rest. */
  private final class OneSheet implements ParserSource {
    private final SheetPart of;
    private final XlsxSheet rows;

    private OneSheet(SheetPart of, XlsxSheet rows) {
      this.of = of;
      this.rows = rows;
    }

    @Override
    public @Nullable SheetRow next() throws IOException, XMLStreamException, RefusedFileException {
      return rows.next();
    }

    @Override
    public SheetTraits traits() {
      return rows.traits();
    }

    @Override
    public ParserSource sheetAgain() throws IOException, XMLStreamException, RefusedFileException {
      return again(of);
    }

    @Override
    public MergedCells mergedCells() throws IOException, XMLStreamException, RefusedFileException {
      return XlsxSource.this.mergedCells(of);
    }

    @Override
    public void close() {
      rows.close();
    }
  }

  @Override
  public MergedCells mergedCells() throws IOException, XMLStreamException, RefusedFileException {
    return lastPart == null ? MergedCells.NONE : mergedCells(lastPart);
  }

  private MergedCells mergedCells(SheetPart of)
      throws IOException, XMLStreamException, RefusedFileException {
    MergedCells merged = new MergedCells();
    try (XmlPart xml = parts.openAgain(of.entry)) {
      while (xml.nextStart()) {
        if (xml.is("sheetData")) {
          xml.skipElement();
        } else if (xml.is("mergeCell")) {
          CellRange.parse(xml.attribute("ref", ""), merged);
        }
      }
    }
    return merged;
  }

  @Override
  public void close() throws IOException {
    if (sheet != null) {
      sheet.close();
    }
    file.close();
  }
}
