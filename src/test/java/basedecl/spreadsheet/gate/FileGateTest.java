package basedecl.spreadsheet.gate;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.spreadsheet.Read;
import basedecl.spreadsheet.XlsxMaker;
import basedecl.spreadsheet.ZipMaker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileGateTest {

  private final Path folder;

  FileGateTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static ZipMaker good() {
    return XlsxMaker.rows(XlsxMaker.declaration("5000"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hex(String hex, int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 0x5A);
    String plain = hex.replace(" ", "");
    for (int i = 0; i < plain.length() / 2; i++) {
      bytes[i] = (byte) Integer.parseInt(plain, 2 * i, 2 * i + 2, 16);
    }
    return bytes;
  }

  private static byte[] ole(String... streams) throws IOException {
    try (POIFSFileSystem system = new POIFSFileSystem()) {
      for (String stream : streams) {
        system.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), stream);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      system.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  private static byte[] encryptedXls() throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      book.createSheet("a").createRow(0).createCell(0).setCellValue("x");
      Biff8EncryptionKey.setCurrentUserPassword("secret");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  private static byte[] lyingBomb() {
    ZipMaker zip = good();
    ZipMaker.Part bomb = new ZipMaker.Part("xl/styles.xml", new byte[64 << 20]);
    bomb.size = 1000;
    return zip.add(bomb).bytes();
  }

  private static byte[] encryptedZip() {
    ZipMaker zip = good();
    zip.parts().forEach(part -> part.flags = 1);
    return zip.bytes();
  }

  private static byte[] renamed(String from, String to) {
    ZipMaker zip = good();
    return zip.add(new ZipMaker.Part(to, bytes(from))).bytes();
  }

  private static byte[] wrongChecksum() {
    ZipMaker zip = good();
    zip.part("xl/worksheets/sheet1.xml").crc ^= 0x10;
    return zip.bytes();
  }

  private static byte[] wrongMethod() {
    ZipMaker zip = good();
    zip.part("xl/worksheets/sheet1.xml").method = 9;
    return zip.bytes();
  }

  private static byte[] manyEntries() {
    ZipMaker zip = good();
    for (int i = 0; i < 1000; i++) {
      zip.add("xl/media/image" + i + ".png", "");
    }
    return zip.bytes();
  }

  private static byte[] overlapping() {
    byte[] zip = good().bytes();
    // the second entry of the directory points to the first one's place
    int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    int second =
        new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002", directory + 1);
    Arrays.fill(zip, second + 42, second + 46, (byte) 0);
    return zip;
  }

  static Stream<Arguments> refused() throws IOException {
    byte[] whole = good().bytes();
    return Stream.of(
        Arguments.of("empty", new byte[0], "FILE_EMPTY empty"),
        Arguments.of("white space", bytes(" \r\n\t\n"), "FILE_EMPTY empty"),
        Arguments.of("only a mark", bytes("\uFEFF"), "FILE_EMPTY empty"),
        Arguments.of("zeros", new byte[4096], "FILE_DAMAGED zeros"),
        Arguments.of(
            "plain zip", new ZipMaker().add("a.csv", "1,2").bytes(), "FILE_NOT_A_SPREADSHEET zip"),
        Arguments.of(
            "zip of a workbook",
            new ZipMaker().add(new ZipMaker.Part("申报.xlsx", whole)).bytes(),
            "FILE_NOT_A_SPREADSHEET zip"),
        Arguments.of(
            "docx",
            good().replace("xl/workbook.xml", "<w:document xmlns:w='urn:x'/>").bytes(),
            "FILE_NOT_A_SPREADSHEET docx"),
        Arguments.of(
            "pptx",
            good().replace("xl/workbook.xml", "<p:presentation xmlns:p='urn:x'/>").bytes(),
            "FILE_NOT_A_SPREADSHEET pptx"),
        Arguments.of(
            "xlsb",
            good()
                .replace("_rels/.rels", XlsxMaker.packageRels("xl/workbook.bin"))
                .add("xl/workbook.bin", "x")
                .bytes(),
            "FILE_UNSUPPORTED_FORMAT xlsb"),
        Arguments.of(
            "ods",
            new ZipMaker()
                .add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                .add("content.xml", "<x/>")
                .bytes(),
            "FILE_UNSUPPORTED_FORMAT ods"),
        Arguments.of("encrypted zip", encryptedZip(), "FILE_ENCRYPTED encrypted-zip"),
        Arguments.of(
            "encrypted xlsx",
            ole("EncryptedPackage", "EncryptionInfo"),
            "FILE_ENCRYPTED encrypted-xlsx"),
        Arguments.of("encrypted xls", encryptedXls(), "FILE_ENCRYPTED encrypted-xls"),
        Arguments.of("rights management", ole("\u0009DRMContent"), "FILE_ENCRYPTED drm"),
        Arguments.of(
            "E-SafeNet", bytes("b\u0014#e?\u0000\u0013\u0001E-SafeNet LOCK"), "FILE_ENCRYPTED drm"),
        Arguments.of("TSD", bytes("%TSD-Header-###%abc"), "FILE_ENCRYPTED drm"),
        Arguments.of("excel 95", ole("Book"), "FILE_UNSUPPORTED_FORMAT old-xls"),
        Arguments.of(
            "excel 4", hex("0904 0600 0000 1000 0000", 600), "FILE_UNSUPPORTED_FORMAT old-xls"),
        Arguments.of("doc", ole("WordDocument"), "FILE_NOT_A_SPREADSHEET doc"),
        Arguments.of("ppt", ole("PowerPoint Document"), "FILE_NOT_A_SPREADSHEET ppt"),
        Arguments.of("msg", ole("__properties_version1.0"), "FILE_NOT_A_SPREADSHEET ole2"),
        Arguments.of("a workbook stream of zeros", ole("Workbook"), "FILE_DAMAGED content"),
        Arguments.of(
            "half an ole2 header", Arrays.copyOf(ole("Workbook"), 300), "FILE_DAMAGED truncated"),
        Arguments.of(
            "half an ole2 file", Arrays.copyOf(ole("Workbook"), 2048), "FILE_DAMAGED container"),
        Arguments.of(
            "a page laid out as a table",
            bytes("<html><body><table><tr><td>用户名<input></td><td>密码<input>"),
            "FILE_UNSUPPORTED_FORMAT html"),
        Arguments.of(
            "a page about a table in a script",
            bytes("<html><script>'<table><tr><td>1<td>2<tr><td>3<td>4</table>'</script>登录已过期"),
            "FILE_UNSUPPORTED_FORMAT html"),
        Arguments.of(
            "doctype in an xml spreadsheet",
            bytes(
                "<?xml version='1.0'?><!DOCTYPE Workbook [<!ENTITY a 'b'>]><Workbook><Worksheet/></Workbook>"),
            "FILE_UNSAFE doctype"),
        Arguments.of(
            "half an xml spreadsheet",
            bytes("<?xml version='1.0'?><Workbook><Worksheet><Table><Row><Cell><Data>1"),
            "FILE_DAMAGED content"),
        Arguments.of(
            "a web page of millions of elements",
            bytes("<table>" + "<tr><td>1".repeat(700_000)),
            "FILE_TOO_LARGE memory"),
        Arguments.of(
            "a web page with a column too far",
            bytes("<table><tr><td>1<td>2<tr>" + "<td>1".repeat(257) + "</table>"),
            "FILE_TOO_LARGE columns"),
        Arguments.of(
            "html with mark",
            bytes("\uFEFF\r\n<!DOCTYPE html><title>登录"),
            "FILE_UNSUPPORTED_FORMAT html"),
        Arguments.of(
            "an xml spreadsheet without sheets",
            bytes("<?xml version='1.0'?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>"),
            "FILE_DAMAGED content"),
        Arguments.of(
            "mhtml",
            bytes("MIME-Version: 1.0\r\nContent-Type: multipart/related"),
            "FILE_UNSUPPORTED_FORMAT mhtml"),
        Arguments.of("dif", bytes("TABLE\r\n0,1\r\n\"EXCEL\"\r\n"), "FILE_UNSUPPORTED_FORMAT dif"),
        Arguments.of(
            "flat ods",
            bytes(
                "<?xml version='1.0'?><office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'/>"),
            "FILE_UNSUPPORTED_FORMAT ods"),
        Arguments.of(
            "deep nesting",
            XlsxMaker.rows("<row>" + "<a>".repeat(100_000)).bytes(),
            "FILE_UNSAFE bomb"),
        Arguments.of("xml", bytes("<?xml version='1.0'?><a/>"), "FILE_NOT_A_SPREADSHEET xml"),
        Arguments.of("sylk", bytes("ID;PWXL;N;E\r\n"), "FILE_UNSUPPORTED_FORMAT sylk"),
        Arguments.of("pdf", bytes("%PDF-1.4\n"), "FILE_NOT_A_SPREADSHEET pdf"),
        Arguments.of("png", hex("89504E470D0A1A0A", 100), "FILE_NOT_A_SPREADSHEET image"),
        Arguments.of("jpeg", hex("FFD8FFE0", 100), "FILE_NOT_A_SPREADSHEET image"),
        Arguments.of("rar", hex("526172211A07", 100), "FILE_NOT_A_SPREADSHEET rar"),
        Arguments.of("7z", hex("377ABCAF271C", 100), "FILE_NOT_A_SPREADSHEET 7z"),
        Arguments.of("gzip", hex("1F8B0800", 100), "FILE_NOT_A_SPREADSHEET gzip"),
        Arguments.of("rtf", bytes("{\\rtf1"), "FILE_NOT_A_SPREADSHEET rtf"),
        Arguments.of(
            "binary", hex("01 02 00 03 00 05 06 07", 4000), "FILE_NOT_A_SPREADSHEET binary"),
        Arguments.of(
            "half a workbook", Arrays.copyOf(whole, whole.length / 2), "FILE_DAMAGED truncated"),
        Arguments.of(
            "without its last byte",
            Arrays.copyOf(whole, whole.length - 1),
            "FILE_DAMAGED truncated"),
        Arguments.of("wrong checksum", wrongChecksum(), "FILE_DAMAGED checksum"),
        Arguments.of("unusual compression", wrongMethod(), "FILE_UNSUPPORTED_FORMAT zip-method"),
        Arguments.of("too many entries", manyEntries(), "FILE_TOO_LARGE entries"),
        Arguments.of(
            "duplicate", renamed("<a/>", "xl/Workbook.xml"), "FILE_UNSAFE duplicate-entries"),
        Arguments.of("overlapping", overlapping(), "FILE_UNSAFE overlapping-entries"),
        Arguments.of("slip", renamed("x", "xl/../../evil.sh"), "FILE_UNSAFE entry-name"),
        Arguments.of("backward slip", renamed("x", "..\\evil.bat"), "FILE_UNSAFE entry-name"),
        Arguments.of("absolute", renamed("x", "/etc/passwd"), "FILE_UNSAFE entry-name"),
        Arguments.of("drive", renamed("x", "C:/evil"), "FILE_UNSAFE entry-name"),
        Arguments.of(
            "bomb",
            good().add(new ZipMaker.Part("xl/media/image1.png", new byte[300 << 20])).bytes(),
            "FILE_UNSAFE bomb"),
        Arguments.of("bomb declared small", lyingBomb(), "FILE_UNSAFE bomb"),
        Arguments.of(
            "doctype in a sheet",
            XlsxMaker.sheet(
                    "<!DOCTYPE worksheet [<!ENTITY a \"1\">]>"
                        + XlsxMaker.sheetXml("<row><c><v>&a;</v></c></row>").substring(39))
                .bytes(),
            "FILE_UNSAFE doctype"),
        Arguments.of(
            "doctype in the main part",
            good()
                .replace("xl/workbook.xml", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><workbook/>")
                .bytes(),
            "FILE_UNSAFE doctype"),
        Arguments.of(
            "doctype in an unread part",
            good()
                .add("docProps/core.xml", "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY b 'c'>]><x/>")
                .bytes(),
            "FILE_UNSAFE doctype"),
        Arguments.of(
            "undefined entity",
            XlsxMaker.rows("<row><c t='str'><v>&b;</v></c></row>").bytes(),
            "FILE_DAMAGED content"),
        Arguments.of(
            "billion laughs in shared texts",
            good()
                .add(
                    "xl/sharedStrings.xml",
                    "<!DOCTYPE s [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><sst><si><t>&b;</t></si></sst>")
                .bytes(),
            "FILE_UNSAFE doctype"),
        Arguments.of(
            "no such sheet part",
            new ZipMaker()
                .add("_rels/.rels", XlsxMaker.packageRels("xl/workbook.xml"))
                .add("xl/workbook.xml", XlsxMaker.main("", "<sheet name='a' r:id='rId1'/>"))
                .bytes(),
            "FILE_DAMAGED content"),
        Arguments.of(
            "cut xml",
            XlsxMaker.sheet("<worksheet><sheetData><row>").bytes(),
            "FILE_DAMAGED content"),
        Arguments.of(
            "shared index outside",
            XlsxMaker.rows("<row><c t='s'><v>7</v></c></row>").bytes(),
            "FILE_DAMAGED content"),
        Arguments.of(
            "one cell twice",
            XlsxMaker.rows("<row><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>").bytes(),
            "FILE_DAMAGED content"),
        Arguments.of(
            "one row twice",
            XlsxMaker.rows("<row r='3'><c><v>1</v></c></row><row r='3'><c><v>2</v></c></row>")
                .bytes(),
            "FILE_DAMAGED content"),
        Arguments.of(
            "a row too far",
            XlsxMaker.rows("<row r='1048577'><c><v>1</v></c></row>").bytes(),
            "FILE_TOO_LARGE rows"),
        Arguments.of(
            "a column too far",
            XlsxMaker.rows("<row r='1'><c r='IW1'><v>1</v></c></row>").bytes(),
            "FILE_TOO_LARGE columns"),
        Arguments.of(
            "a long cell",
            XlsxMaker.rows("<row r='1'>" + XlsxMaker.text("A1", "长".repeat(32_768)) + "</row>")
                .bytes(),
            "FILE_TOO_LARGE cell-characters"),
        Arguments.of(
            "an endless attribute",
            XlsxMaker.rows("<row r='1'><c r='A1' t='" + "n".repeat(3 << 20) + "'/></row>").bytes(),
            "FILE_TOO_LARGE cell-characters"),
        Arguments.of(
            "rows swallowed between two stray quotes",
            bytes("姓名,证件号码,备注\n张三,370702199001010012,\"甲\n李四,370702199001010020,乙\n王五,1,\"\n"),
            "FILE_DAMAGED quotes"),
        Arguments.of("unclosed quote", bytes("姓名,证件号码\n\"张三,370\n"), "FILE_DAMAGED quotes"),
        Arguments.of(
            "broken utf-8",
            cut("姓名,证件号码,月均工资\n张三,370702199001010012,五千元整"),
            "FILE_DAMAGED encoding"),
        Arguments.of("no encoding at all", hex("C4 E3 2C FF FF 0A", 6), "FILE_DAMAGED encoding"));
  }

  private static byte[] cut(String text) {
    byte[] bytes = bytes(text);
    return Arrays.copyOf(bytes, bytes.length - 1);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("refused")
  void aFileThatCannotBeReadSafelyIsRefusedWithItsReason(
      String name, byte[] content, String verdict) throws IOException {
    assertThat(Read.verdict(Read.file(folder, content))).as(name).isEqualTo(verdict);
  }

  @Test
  void aFolderUnderTheNameOfAWorkbookIsNoFile() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("x.xlsx"));

    assertThat(Read.verdict(directory)).isEqualTo("FILE_NOT_A_SPREADSHEET not-a-file");
  }

  @Test
  void everyLimitIsASetting() throws IOException {
    Path file = Read.file(folder, good().bytes());
    Path csv = Read.file(folder, "甲,乙,丙,丁\n".getBytes(Charset.forName("GB18030")));

    assertThat(Read.verdict(file, new ReadLimits(100, 1 << 20, 10, 100, 10, 60)))
        .isEqualTo("FILE_TOO_LARGE file-bytes");
    assertThat(Read.verdict(file, new ReadLimits(1 << 20, 900, 10, 100, 10, 60)))
        .isEqualTo("FILE_TOO_LARGE inflated-bytes");
    assertThat(Read.verdict(file, new ReadLimits(1 << 20, 1 << 20, 3, 100, 10, 60)))
        .isEqualTo("FILE_TOO_LARGE entries");
    assertThat(Read.verdict(file, new ReadLimits(1 << 20, 1 << 20, 10, 5, 10, 60)))
        .isEqualTo("FILE_TOO_LARGE cell-characters");
    assertThat(Read.verdict(file, new ReadLimits(1 << 20, 1 << 20, 10, 100, 3, 60)))
        .isEqualTo("FILE_TOO_LARGE columns");
    assertThat(Read.verdict(file, new ReadLimits(1 << 20, 1 << 20, 10, 100, 10, 0)))
        .isEqualTo("FILE_TOO_LARGE seconds");
    assertThat(Read.verdict(csv, new ReadLimits(1 << 20, 1 << 20, 10, 100, 3, 60)))
        .isEqualTo("FILE_TOO_LARGE columns");
  }
}
