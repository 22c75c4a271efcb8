package basedecl.samples;

import static basedecl.samples.SampleFile.refused;
import static basedecl.samples.SampleTable.CODE;
import static basedecl.samples.SampleTable.ID;
import static basedecl.samples.SampleTable.NAME;
import static basedecl.samples.SampleTable.WAGE;
import static basedecl.samples.SampleTable.lines;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import basedecl.samples.SampleTable.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that are refused as a whole. */
final class BadFiles {

  private static final String FOLDER = "refused-files/";

  private final SampleEmployer employer;
  private final List<SamplePerson> staff;
  private final byte[] good;

  BadFiles(SamplePeople people, SampleEmployers employers) {
    employer = employers.next();
    staff = people.staff(6);
    good = SampleBytes.xlsx(SampleTable.template(employer, staff));
  }

  List<SampleFile> all() {
    List<SampleFile> files = new ArrayList<>();
    files.add(refused(FOLDER + "nothing-in-it.xlsx", new byte[0], "FILE_EMPTY"));
    files.add(refused(FOLDER + "a-pdf-named.xlsx", pdf(), "FILE_NOT_A_SPREADSHEET"));
    files.add(refused(FOLDER + "a-zip-named.xlsx", otherZip(), "FILE_NOT_A_SPREADSHEET"));
    files.add(refused(FOLDER + "a-web-page-named.xls", html(), "FILE_UNSUPPORTED_FORMAT"));
    files.add(refused(FOLDER + "opendocument.ods", openDocument(), "FILE_UNSUPPORTED_FORMAT"));
    files.add(refused(FOLDER + "with-a-password.xlsx", EncryptedSample.of(good), "FILE_ENCRYPTED"));
    files.add(refused(FOLDER + "half-copied.xlsx", halfCopied(), "FILE_DAMAGED"));
    files.add(refused(FOLDER + "external-entity.xlsx", externalEntity(), "FILE_UNSAFE"));
    files.add(refused(FOLDER + "entry-twice.xlsx", entryTwice(), "FILE_UNSAFE"));
    files.add(refused(FOLDER + "three-hundred-columns.xlsx", wide(), "FILE_TOO_LARGE"));
    files.add(refused(FOLDER + "no-wage-column.xlsx", noWage(), "HEADER_NOT_FOUND"));
    files.add(refused(FOLDER + "two-wage-columns.xlsx", twoWages(), "HEADER_AMBIGUOUS"));
    files.add(refused(FOLDER + "header-and-nobody.xlsx", nobody(), "NO_ROWS"));
    return files;
  }

  private static byte[] pdf() {
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
        .getBytes(ISO_8859_1);
  }

  private static byte[] otherZip() {
    return SampleBytes.zip(Map.of("申报材料/readme.txt", SampleBytes.utf8("这里没有工作簿。\n")));
  }

  /** What a portal gives in the place of a workbook once the session is over. */
  private static byte[] html() {
    return SampleBytes.utf8(
        "<html><head><meta charset=\"utf-8\"><title>网上申报</title></head><body><p>登录已过期，请重新登录后下载申报表。</p></body></html>\n");
  }

  private static byte[] openDocument() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("mimetype", SampleBytes.utf8("application/vnd.oasis.opendocument.spreadsheet"));
    entries.put(
        "META-INF/manifest.xml",
        SampleBytes.utf8(
            "<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/></manifest:manifest>"));
    entries.put(
        "content.xml",
        SampleBytes.utf8(
            "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>"));
    return SampleBytes.zip(entries);
  }

  private byte[] halfCopied() {
    return Arrays.copyOf(good, good.length / 2);
  }

  /** A sheet whose first name would be the content of a file on the reader's machine. */
  private byte[] externalEntity() {
    Map<String, byte[]> entries = SampleBytes.unzip(good);
    String sheet = new String(sheet(entries), java.nio.charset.StandardCharsets.UTF_8);
    int root = sheet.indexOf("<worksheet");
    entries.put(
        SHEET,
        SampleBytes.utf8(
            sheet.substring(0, root)
                + "<!DOCTYPE worksheet [<!ENTITY name SYSTEM \"file:///etc/hostname\">]>"
                + sheet.substring(root)));
    return SampleBytes.zip(entries);
  }

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private static byte[] sheet(Map<String, byte[]> entries) {
    return java.util.Objects.requireNonNull(entries.get(SHEET));
  }

  /** Two entries of one name: two programs would read two different sheets. */
  private byte[] entryTwice() {
    String other = "xl/worksheets/sheet9.xml";
    Map<String, byte[]> entries = SampleBytes.unzip(good);
    entries.put(other, sheet(entries));
    String bytes = new String(SampleBytes.zip(entries), ISO_8859_1);
    return bytes.replace(other, SHEET).getBytes(ISO_8859_1);
  }

  private byte[] wide() {
    Column[] columns = new Column[300];
    columns[0] = new Column("单位编号", CODE);
    columns[1] = new Column("姓名", NAME);
    columns[2] = new Column("证件号码", ID);
    columns[3] = new Column("月均工资", WAGE);
    for (int i = 4; i < columns.length; i++) {
      String words = "附加" + i;
      columns[i] = new Column(words, line -> SampleCell.text(words));
    }
    return SampleBytes.xlsx(SampleTable.of("申报表", lines(employer, staff), columns));
  }

  private byte[] noWage() {
    return SampleBytes.xlsx(
        SampleTable.of(
            "申报表",
            lines(employer, staff),
            new Column("单位编号", CODE),
            new Column("姓名", NAME),
            new Column("证件号码", ID),
            new Column("岗位", line -> SampleCell.text("操作工"))));
  }

  private byte[] twoWages() {
    return SampleBytes.xlsx(
        SampleTable.of(
            "申报表",
            lines(employer, staff),
            new Column("单位编号", CODE),
            new Column("姓名", NAME),
            new Column("证件号码", ID),
            new Column("月均工资", WAGE),
            new Column("申报工资", WAGE)));
  }

  private byte[] nobody() {
    return SampleBytes.xlsx(
        SampleTable.template(employer, List.of()).insert(0, SampleCell.text("合计")));
  }
}
