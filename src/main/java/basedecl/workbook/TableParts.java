package basedecl.workbook;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** The parts of a workbook beside its sheets and styles: ECMA-376 part 1, 12 and 18.2. */
final class TableParts {

  static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String SPREADSHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** A sheet as it was written; rows from 1, both inclusive. */
  record WrittenSheet(TableSheet sheet, long lastRow) {

    /** Header and rows, the range the filter covers. */
    String range() {
      return "$A$" + sheet.headerRow() + ":$" + sheet.lastColumn() + "$" + lastRow;
    }

    private String quotedName() {
      return "'" + sheet.name().replace("'", "''") + "'!";
    }
  }

  private TableParts() {}

  static String contentTypes(int sheets, int drawings, int charts) {
    StringBuilder xml = new StringBuilder(XML);
    xml.append("<Types xmlns=\"").append(PACKAGE).append("content-types\">");
    xml.append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-")
        .append("package.relationships+xml\"/>")
        .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
        .append(override("/xl/workbook.xml", SPREADSHEET + "sheet.main+xml"))
        .append(override("/xl/styles.xml", SPREADSHEET + "styles+xml"));
    for (int i = 1; i <= sheets; i++) {
      xml.append(override("/xl/worksheets/sheet" + i + ".xml", SPREADSHEET + "worksheet+xml"));
    }
    for (int i = 1; i <= drawings; i++) {
      xml.append(
          override(
              "/xl/drawings/drawing" + i + ".xml",
              "application/vnd.openxmlformats-officedocument.drawing+xml"));
    }
    for (int i = 1; i <= charts; i++) {
      xml.append(
          override(
              "/xl/charts/chart" + i + ".xml",
              "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"));
    }
    return xml.append(
            override(
                "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
        .append(
            override(
                "/docProps/app.xml",
                "application/vnd.openxmlformats-officedocument.extended-properties+xml"))
        .append("</Types>")
        .toString();
  }

  static String packageRelations() {
    return XML
        + "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\">"
        + relation(1, OFFICE + "/officeDocument", "xl/workbook.xml")
        + relation(2, PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml")
        + relation(3, OFFICE + "/extended-properties", "docProps/app.xml")
        + "</Relationships>";
  }

  static String workbookRelations(int sheets) {
    StringBuilder xml = new StringBuilder(XML);
    xml.append("<Relationships xmlns=\"").append(PACKAGE).append("relationships\">");
    for (int i = 1; i <= sheets; i++) {
      xml.append(relation(i, OFFICE + "/worksheet", "worksheets/sheet" + i + ".xml"));
    }
    return xml.append(relation(sheets + 1, OFFICE + "/styles", "styles.xml"))
        .append("</Relationships>")
        .toString();
  }

  /** The list of sheets; on each the header row is printed on every page and carries the filter. */
  static String workbook(List<WrittenSheet> sheets) {
    StringBuilder xml = new StringBuilder(XML);
    xml.append("<workbook xmlns=\"").append(MAIN).append("\" xmlns:r=\"").append(OFFICE);
    xml.append("\"><bookViews><workbookView xWindow=\"0\" yWindow=\"0\" windowWidth=\"24000\"")
        .append(" windowHeight=\"12000\" activeTab=\"0\"/></bookViews><sheets>");
    for (int i = 0; i < sheets.size(); i++) {
      xml.append("<sheet name=\"")
          .append(escaped(sheets.get(i).sheet().name()))
          .append("\" sheetId=\"")
          .append(i + 1)
          .append("\" r:id=\"rId")
          .append(i + 1)
          .append("\"/>");
    }
    xml.append("</sheets><definedNames>");
    for (int i = 0; i < sheets.size(); i++) {
      WrittenSheet sheet = sheets.get(i);
      xml.append("<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"")
          .append(i)
          .append("\" hidden=\"1\">")
          .append(escaped(sheet.quotedName()))
          .append(sheet.range())
          .append("</definedName>");
    }
    for (int i = 0; i < sheets.size(); i++) {
      WrittenSheet sheet = sheets.get(i);
      int header = sheet.sheet().headerRow();
      xml.append("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"")
          .append(i)
          .append("\">")
          .append(escaped(sheet.quotedName()))
          .append("$" + header + ":$" + header)
          .append("</definedName>");
    }
    return xml.append("</definedNames></workbook>").toString();
  }

  static String coreProperties(String title, LocalDate date) {
    String moment = date + "T00:00:00Z";
    return XML
        + "<cp:coreProperties xmlns:cp=\""
        + PACKAGE
        + "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        + " xmlns:dcterms=\"http://purl.org/dc/terms/\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>"
        + escaped(title)
        + "</dc:title><dc:creator>base-declaration</dc:creator>"
        + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">"
        + moment
        + "</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">"
        + moment
        + "</dcterms:modified></cp:coreProperties>";
  }

  static String applicationProperties() {
    return XML
        + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        + "extended-properties\"><Application>base-declaration</Application></Properties>";
  }

  static byte[] bytes(String xml) {
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
  }
}
