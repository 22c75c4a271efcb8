package basedecl.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.spreadsheet.row.SheetRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Workbooks that open without a password though they are encrypted, and those that do not. */
class DefaultKeyTest {

  private final Path folder;

  DefaultKeyTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path stored(String name) throws IOException {
    try (InputStream in = DefaultKeyTest.class.getResourceAsStream("/carriers/" + name)) {
      return Read.file(folder, Objects.requireNonNull(in).readAllBytes());
    }
  }

  private static byte[] xls(String password) throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      for (String name : List.of("申报", "附表")) {
        HSSFSheet sheet = book.createSheet(name);
        for (int i = 0; i < 300; i++) {
          sheet.createRow(i).createCell(0).setCellValue(name + i);
          sheet.getRow(i).createCell(1).setCellValue(i + 0.25);
        }
      }
      Biff8EncryptionKey.setCurrentUserPassword(password);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  static byte[] xlsx(byte[] plain, String password, EncryptionMode mode)
      throws IOException, GeneralSecurityException {
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      EncryptionInfo info = new EncryptionInfo(mode);
      info.getEncryptor().confirmPassword(password);
      try (OutputStream out = info.getEncryptor().getDataStream(container)) {
        new ByteArrayInputStream(plain).transferTo(out);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      container.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  @Test
  void anXlsProtectedAgainstChangesIsRead() throws Exception {
    assertThat(Read.persons(stored("q03_velvet.xls"))).isNotEmpty();
    Path file = Read.file(folder, xls(Decryptor.DEFAULT_PASSWORD));

    List<SheetRow> rows = Read.rows(file);

    assertThat(rows).hasSize(600);
    assertThat(rows.get(599))
        .isEqualTo(
            new SheetRow("附表", 300, false, List.of(Read.text("附表299"), Read.number("299.25"))));
  }

  @ParameterizedTest
  @EnumSource(
      value = EncryptionMode.class,
      names = {"agile", "standard"})
  void anXlsxProtectedAgainstChangesIsReadBehindTheSameGate(EncryptionMode mode) throws Exception {
    byte[] good = XlsxMaker.rows(XlsxMaker.declaration("5000")).bytes();
    byte[] bomb =
        XlsxMaker.rows("")
            .add(new ZipMaker.Part("xl/media/image1.png", new byte[300 << 20]))
            .bytes();
    byte[] noZip = "姓名,证件号码\n".getBytes(StandardCharsets.UTF_8);
    String key = Decryptor.DEFAULT_PASSWORD;

    assertThat(Read.rows(Read.file(folder, xlsx(good, key, mode))))
        .isEqualTo(Read.rows(Read.file(folder, good)));
    assertThat(Read.verdict(Read.file(folder, xlsx(bomb, key, mode))))
        .isEqualTo("FILE_UNSAFE bomb");
    assertThat(Read.verdict(Read.file(folder, xlsx(noZip, key, mode)))).startsWith("FILE_DAMAGED");
  }

  @Test
  void anyOtherPasswordStaysClosed() throws Exception {
    byte[] good = XlsxMaker.rows(XlsxMaker.declaration("5000")).bytes();

    assertThat(Read.verdict(stored("q02_realpw.xlsx"))).isEqualTo("FILE_ENCRYPTED encrypted-xlsx");
    assertThat(Read.verdict(Read.file(folder, xlsx(good, "123", EncryptionMode.agile))))
        .isEqualTo("FILE_ENCRYPTED encrypted-xlsx");
    assertThat(Read.verdict(Read.file(folder, xls("123"))))
        .isEqualTo("FILE_ENCRYPTED encrypted-xls");
  }

  @Test
  void aKeyThatIsToBeTurnedForeverIsNotTried() throws Exception {
    byte[] good = XlsxMaker.rows(XlsxMaker.declaration("5000")).bytes();
    byte[] file = xlsx(good, Decryptor.DEFAULT_PASSWORD, EncryptionMode.agile);
    String text = new String(file, StandardCharsets.ISO_8859_1);
    byte[] endless =
        text.replace("spinCount=\"100000\"", "spinCount=\"999999\"")
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(text).contains("spinCount=\"100000\"");
    assertThat(Read.verdict(Files.write(folder.resolve("endless"), endless)))
        .isEqualTo("FILE_ENCRYPTED encrypted-xlsx");
  }
}
