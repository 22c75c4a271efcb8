package basedecl.spreadsheet;

/** Raw OOXML workbooks, part by part. */
public final class XlsxMaker {

  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String DOCUMENT_RELS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE_RELS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private XlsxMaker() {}

  /** A workbook of one sheet with the given rows, no styles, no shared texts. */
  public static ZipMaker rows(String rows) {
    return sheet(sheetXml(rows));
  }

  public static String sheetXml(String rows) {
    return HEAD
        + "<worksheet xmlns=\""
        + MAIN
        + "\"><sheetData>"
        + rows
        + "</sheetData></worksheet>";
  }

  public static ZipMaker sheet(String sheetXml) {
    return new ZipMaker()
        .add("[Content_Types].xml", contentTypes())
        .add("_rels/.rels", packageRels("xl/workbook.xml"))
        .add("xl/workbook.xml", main("", "<sheet name=\"申报\" sheetId=\"1\" r:id=\"rId1\"/>"))
        .add(
            "xl/_rels/workbook.xml.rels",
            rels(
                rel("rId1", "worksheet", "worksheets/sheet1.xml")
                    + rel("rId2", "sharedStrings", "sharedStrings.xml")
                    + rel("rId3", "styles", "styles.xml")))
        .add("xl/worksheets/sheet1.xml", sheetXml);
  }

  public static String contentTypes() {
    return HEAD
        + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
  }

  public static String packageRels(String target) {
    return rels(rel("rId1", "officeDocument", target));
  }

  public static String main(String properties, String sheets) {
    return HEAD
        + "<workbook xmlns=\""
        + MAIN
        + "\" xmlns:r=\""
        + DOCUMENT_RELS
        + "\">"
        + properties
        + "<sheets>"
        + sheets
        + "</sheets></workbook>";
  }

  public static String rels(String relationships) {
    return HEAD
        + "<Relationships xmlns=\""
        + PACKAGE_RELS
        + "\">"
        + relationships
        + "</Relationships>";
  }

  public static String rel(String id, String kind, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, DOCUMENT_RELS, kind, target);
  }

  public static String styles(String formats, int... formatIds) {
    StringBuilder xfs = new StringBuilder();
    for (int id : formatIds) {
      xfs.append("<xf numFmtId=\"").append(id).append("\"/>");
    }
    return HEAD
        + "<styleSheet xmlns=\""
        + MAIN
        + "\"><numFmts>"
        + formats
        + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
        + xfs
        + "</cellXfs></styleSheet>";
  }

  public static String shared(String items) {
    return HEAD + "<sst xmlns=\"" + MAIN + "\">" + items + "</sst>";
  }

  public static String text(String reference, String text) {
    return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  static String number(String reference, String number) {
    return "<c r=\"" + reference + "\"><v>" + number + "</v></c>";
  }

  /** A header and one person, as a sheet's rows. */
  public static String declaration(String wage) {
    return "<row r=\"1\">"
        + text("A1", "单位编号")
        + text("B1", "姓名")
        + text("C1", "证件号码")
        + text("D1", "月均工资")
        + "</row><row r=\"2\">"
        + text("A2", "0001")
        + text("B2", "张三")
        + text("C2", "370702199001010012")
        + number("D2", wage)
        + "</row>";
  }
}
