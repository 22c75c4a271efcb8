package basedecl.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * Writes an employer's file, row by row: an .xlsx is never held, only the numbers of its texts.
 * Equal plans give equal bytes.
 */
final class NightFile {

  /** The words of the header, in the ways employers have them; the columns are always the same. */
  private static final List<List<String>> HEADERS =
      List.of(
          List.of("序号", "单位编号", "单位名称", "姓名", "证件类型", "证件号码", "月均工资", "备注"),
          List.of("序号", "参保单位编号", "单位名称", "职工姓名", "证件类型", "身份证号码", "上年度月平均工资", "备注"),
          List.of("序号", "单位编号", "单位名称", "*姓 名", "证件类型", "*证件号码", "申报工资（元）", "备注"));

  private static final String TITLE = "2024年度职工基本医疗保险缴费基数申报表";
  private static final String DOCUMENT = "居民身份证";
  private static final int FIRST_NAME = 13;
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private final NightPlan plan;
  private final int employer;
  private final int version;
  private final List<String> header;

  NightFile(NightPlan plan, int employer, int version) {
    this.plan = plan;
    this.employer = employer;
    this.version = version;
    this.header = HEADERS.get(employer % HEADERS.size());
  }

  /** The words of a header this class may write, by column: code 1, name 3, number 5, wage 6. */
  static List<List<String>> headers() {
    return HEADERS;
  }

  void write(Path file) throws IOException {
    switch (plan.kind(employer)) {
      case SHARED -> workbook(file, true);
      case INLINE -> workbook(file, false);
      case XLS -> xls(file);
      case CSV -> csv(file, StandardCharsets.UTF_8);
      case CSV_GB18030 -> csv(file, Charset.forName("GB18030"));
    }
  }

  private NightPeople people() {
    return plan.people(employer, version);
  }

  private void csv(Path file, Charset charset) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, charset)) {
      out.append(String.join(",", header)).append("\r\n");
      String middle = "," + plan.code(employer) + "," + plan.name(employer) + ",";
      for (NightPeople person = people(); person.next(); ) {
        out.append(Integer.toString(person.number())).append(middle).append(person.name());
        out.append(',').append(DOCUMENT).append(',').append(person.idNumber());
        out.append(',').append(person.wage()).append(",\r\n");
      }
    }
  }

  private void xls(Path file) throws IOException {
    try (Workbook book = new HSSFWorkbook();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      Sheet sheet = book.createSheet("申报表");
      sheet.createRow(0).createCell(0).setCellValue(TITLE);
      Row titles = sheet.createRow(1);
      for (int column = 0; column < header.size(); column++) {
        titles.createCell(column).setCellValue(header.get(column));
      }
      for (NightPeople person = people(); person.next(); ) {
        Row row = sheet.createRow(person.number() + 1);
        row.createCell(0).setCellValue(person.number());
        row.createCell(1).setCellValue(plan.code(employer));
        row.createCell(2).setCellValue(plan.name(employer));
        row.createCell(3).setCellValue(person.name());
        row.createCell(4).setCellValue(DOCUMENT);
        row.createCell(5).setCellValue(person.idNumber());
        row.createCell(6).setCellValue(person.wageFen() / 100.0);
      }
      book.write(out);
    }
  }

  private void workbook(Path file, boolean shared) throws IOException {
    try (ZipOutputStream zip =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        Writer out =
            new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 8192)) {
      part(zip, out, "[Content_Types].xml", contentTypes(shared));
      part(
          zip,
          out,
          "_rels/.rels",
          relations(
              List.of(
                  "<Relationship Id=\"rId1\" Type=\""
                      + RELATIONS
                      + "/officeDocument\" Target=\"xl/workbook.xml\"/>")));
      part(
          zip,
          out,
          "xl/workbook.xml",
          "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"申报表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
              .formatted(MAIN, RELATIONS));
      part(zip, out, "xl/_rels/workbook.xml.rels", relations(workbookRelations(shared)));
      part(zip, out, "xl/styles.xml", styles());
      if (shared) {
        int[] nameNumbers = new int[NightPeople.NAMES];
        int texts = sheet(zip, out, nameNumbers);
        sharedTexts(zip, out, texts);
      } else {
        sheet(zip, out, null);
      }
    }
  }

  /** The sheet; with {@code names} its texts stand in a table, and the table's size comes back. */
  private int sheet(ZipOutputStream zip, Writer out, int[] names) throws IOException {
    begin(zip, "xl/worksheets/sheet1.xml");
    out.append(DECLARATION)
        .append("<worksheet xmlns=\"")
        .append(MAIN)
        .append("\"><dimension ref=\"A1:H");
    out.append(Integer.toString(plan.size(employer) + 2)).append("\"/><sheetData><row r=\"1\">");
    text(out, "A1", 0, TITLE, names);
    out.append("</row><row r=\"2\">");
    for (int column = 0; column < header.size(); column++) {
      text(out, (char) ('A' + column) + "2", 1 + column, header.get(column), names);
    }
    out.append("</row>");
    int texts = FIRST_NAME;
    String code = plan.code(employer);
    String employerName = plan.name(employer);
    for (NightPeople person = people(); person.next(); ) {
      String row = Integer.toString(person.number() + 2);
      int nameNumber = 0;
      int idNumber = 0;
      if (names != null) {
        if (names[person.nameIndex()] == 0) {
          names[person.nameIndex()] = texts++;
        }
        nameNumber = names[person.nameIndex()];
        idNumber = texts++;
      }
      out.append("<row r=\"").append(row).append("\" spans=\"1:8\">");
      out.append("<c r=\"A").append(row).append("\" s=\"1\"><v>");
      out.append(Integer.toString(person.number())).append("</v></c>");
      text(out, "B" + row, 9, code, names);
      text(out, "C" + row, 10, employerName, names);
      text(out, "D" + row, nameNumber, person.name(), names);
      text(out, "E" + row, 11, DOCUMENT, names);
      text(out, "F" + row, idNumber, names == null ? person.idNumber() : "", names);
      out.append("<c r=\"G").append(row).append("\" s=\"2\"><v>");
      out.append(number(person.wageFen())).append("</v></c>");
      out.append("<c r=\"H").append(row).append("\" s=\"1\"/></row>");
    }
    out.append("</sheetData><pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\"");
    out.append(" header=\"0.3\" footer=\"0.3\"/></worksheet>");
    out.flush();
    zip.closeEntry();
    return texts;
  }

  /** As Excel stores numbers: without trailing noughts. */
  private static String number(long fen) {
    if (fen % 100 == 0) {
      return Long.toString(fen / 100);
    }
    return fen % 10 == 0
        ? fen / 100 + "." + fen % 100 / 10
        : fen / 100 + (fen % 100 < 10 ? ".0" : ".") + fen % 100;
  }

  private static void text(Writer out, String place, int number, String text, int[] names)
      throws IOException {
    out.append("<c r=\"").append(place);
    if (names == null) {
      out.append("\" s=\"1\" t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
    } else {
      out.append("\" s=\"1\" t=\"s\"><v>").append(Integer.toString(number)).append("</v></c>");
    }
  }

  /** The texts in the order in which the sheet numbered them. */
  private void sharedTexts(ZipOutputStream zip, Writer out, int texts) throws IOException {
    begin(zip, "xl/sharedStrings.xml");
    out.append(DECLARATION).append("<sst xmlns=\"").append(MAIN).append("\" count=\"");
    out.append(Integer.toString(9 + 5 * plan.size(employer))).append("\" uniqueCount=\"");
    out.append(Integer.toString(texts)).append("\">");
    item(out, TITLE);
    for (String word : header) {
      item(out, word);
    }
    for (String word : List.of(plan.code(employer), plan.name(employer), DOCUMENT, "")) {
      item(out, word);
    }
    boolean[] said = new boolean[NightPeople.NAMES];
    for (NightPeople person = people(); person.next(); ) {
      if (!said[person.nameIndex()]) {
        said[person.nameIndex()] = true;
        item(out, person.name());
      }
      item(out, person.idNumber());
    }
    out.append("</sst>");
    out.flush();
    zip.closeEntry();
  }

  private static void item(Writer out, String text) throws IOException {
    out.append("<si><t>")
        .append(text)
        .append("</t><phoneticPr fontId=\"1\" type=\"noConversion\"/></si>");
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ENTRY_TIME);
    zip.putNextEntry(entry);
  }

  private static void part(ZipOutputStream zip, Writer out, String name, String xml)
      throws IOException {
    begin(zip, name);
    out.append(DECLARATION).append(xml).flush();
    zip.closeEntry();
  }

  private static String relations(List<String> relations) {
    return "<Relationships xmlns=\""
        + PACKAGE
        + "\">"
        + String.join("", relations)
        + "</Relationships>";
  }

  private static List<String> workbookRelations(boolean shared) {
    String sheet = relation(1, "worksheet", "worksheets/sheet1.xml");
    String styles = relation(2, "styles", "styles.xml");
    return shared
        ? Arrays.asList(sheet, styles, relation(3, "sharedStrings", "sharedStrings.xml"))
        : Arrays.asList(sheet, styles);
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONS, type, target);
  }

  private static String contentTypes(boolean shared) {
    String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    String override = "<Override PartName=\"/xl/%s.xml\" ContentType=\"" + type + "%s+xml\"/>";
    return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + override.formatted("workbook", "sheet.main")
        + override.formatted("worksheets/sheet1", "worksheet")
        + override.formatted("styles", "styles")
        + (shared ? override.formatted("sharedStrings", "sharedStrings") : "")
        + "</Types>";
  }

  private static String styles() {
    return "<styleSheet xmlns=\"%s\">".formatted(MAIN)
        + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"宋体\"/></font><font><sz val=\"9\"/><name val=\"宋体\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        + "<xf numFmtId=\"2\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
        + "</styleSheet>";
  }
}
