package basedecl.spreadsheet.xml2003;

import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.value.CellFormat;
import basedecl.spreadsheet.value.CellFormatTable;
import basedecl.spreadsheet.xml.TextBuffer;
import basedecl.spreadsheet.xml.XmlPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * What must be known of an XML Spreadsheet 2003 before its cells are read: number formats, and what
 * stands behind a sheet's rows.
 */
final class Xml2003Outline {

  private static final String DEFAULT_STYLE = "Default";

  record Sheet(String name, boolean hidden) {}

  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<String, CellFormat> formats = new HashMap<>();
  private boolean outOfDate;

  private Xml2003Outline() {}

  static Xml2003Outline of(XmlPart xml, ReadBudget budget)
      throws XMLStreamException, RefusedFileException {
    if (!xml.nextStart() || !xml.is("Workbook")) {
      throw FileReason.XML.refusal();
    }
    Xml2003Outline outline = new Xml2003Outline();
    String style = "";
    while (xml.nextStart()) {
      switch (xml.name()) {
        case "Style" -> style = outline.style(xml);
        case "NumberFormat" ->
            outline.formats.put(style, CellFormat.named(xml.anyAttribute("Format", "")));
        case "Worksheet" -> outline.add(xml.anyAttribute("Name", ""), budget);
        case "Visible" -> outline.visible(xml, budget);
        case "Uncalced" -> outline.outOfDate = true;
        case "Table" -> xml.skipElement();
        default -> {
          // looks, names, print settings
        }
      }
    }
    if (outline.sheets.isEmpty()) {
      throw FileReason.CONTENT.refusal();
    }
    return outline;
  }

  private String style(XmlPart xml) throws RefusedFileException {
    String id = xml.anyAttribute("ID", "");
    CellFormatTable.checkCount(formats.size());
    formats.put(id, format(List.of(xml.anyAttribute("Parent", DEFAULT_STYLE))));
    return id;
  }

  private void add(String name, ReadBudget budget) throws RefusedFileException {
    if (sheets.size() == budget.limits().entries()) {
      throw FileReason.ENTRIES.refusal(Integer.toString(budget.limits().entries()));
    }
    sheets.add(new Sheet(name, false));
  }

  private void visible(XmlPart xml, ReadBudget budget)
      throws XMLStreamException, RefusedFileException {
    TextBuffer text = new TextBuffer(budget);
    text.appendElement(xml);
    if (!sheets.isEmpty() && text.text().contains("Hidden")) {
      Sheet last = sheets.get(sheets.size() - 1);
      sheets.set(sheets.size() - 1, new Sheet(last.name, true));
    }
  }

  List<Sheet> sheets() {
    return sheets;
  }

  /** The format of a cell whose own style, its row's and its column's are given, "" for none. */
  CellFormat format(List<String> styles) {
    for (String style : styles) {
      if (!style.isEmpty()) {
        return formats.getOrDefault(style, CellFormat.GENERAL);
      }
    }
    return formats.getOrDefault(DEFAULT_STYLE, CellFormat.GENERAL);
  }

  /** Whether the workbook says that its formulas' stored results do not hold. */
  boolean outOfDate() {
    return outOfDate;
  }
}
