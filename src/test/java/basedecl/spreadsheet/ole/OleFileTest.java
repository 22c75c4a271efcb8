package basedecl.spreadsheet.ole;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.spreadsheet.Read;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.LittleEndian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What POI would take from a file unseen, and what it would ask of the memory. */
class OleFileTest {

  private static final int SECTOR = 512;
  private static final int TABLES_AT = 44;
  private static final int FIRST_TABLE_AT = 76;

  private final Path folder;

  OleFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static byte[] saved(POIFSFileSystem system) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    system.writeFilesystem(out);
    return out.toByteArray();
  }

  private static InputStream zeros(int length) {
    return new ByteArrayInputStream(new byte[length]);
  }

  private static byte[] workbook(int length) throws IOException {
    try (POIFSFileSystem system = new POIFSFileSystem()) {
      system.createDocument(zeros(length), "Workbook");
      return saved(system);
    }
  }

  private String verdict(byte[] file) throws IOException {
    return Read.verdict(Read.file(folder, file));
  }

  @Test
  void aHeaderThatAnnouncesMoreTablesThanTheFileHoldsIsTruncated() throws IOException {
    byte[] many = workbook(20_000);
    byte[] negative = many.clone();
    LittleEndian.putInt(many, TABLES_AT, 30_000);
    LittleEndian.putInt(negative, TABLES_AT, -1);

    assertThat(verdict(many)).isEqualTo("FILE_DAMAGED truncated");
    assertThat(verdict(negative)).isEqualTo("FILE_DAMAGED truncated");
  }

  @Test
  void sectorsThatLeadBackToThemselvesEnd() throws IOException {
    byte[] file = workbook(20_000);
    int table = (LittleEndian.getInt(file, FIRST_TABLE_AT) + 1) * SECTOR;
    int sector = 0;
    while (LittleEndian.getInt(file, table + 4 * sector) != sector + 1) {
      sector++;
    }
    LittleEndian.putInt(file, table + 4 * (sector + 1), sector);

    assertThat(verdict(file)).isEqualTo("FILE_DAMAGED container");
  }

  @Test
  void aDirectoryOfCountlessStreamsIsNotBuilt() throws IOException {
    try (POIFSFileSystem system = new POIFSFileSystem()) {
      for (int i = 0; i < 20_000; i++) {
        system.createDocument(zeros(0), "s" + i);
      }

      assertThat(verdict(saved(system))).isEqualTo("FILE_TOO_LARGE memory");
    }
  }

  @Test
  void aStreamThatIsMissingItsEndIsNotFilledUpWithZeros() throws IOException {
    byte[] file = workbook(20_000);

    for (int missing = 1; missing < 10 * SECTOR; missing += 100) {
      assertThat(verdict(Arrays.copyOf(file, file.length - missing))).startsWith("FILE_DAMAGED");
    }
  }

  @Test
  void aWorkbookWithinALetterMakesNoWorkbookOfTheLetter() throws IOException {
    try (POIFSFileSystem system = new POIFSFileSystem()) {
      system.createDocument(zeros(5000), "WordDocument");
      system.createDirectory("ObjectPool").createDocument("Workbook", zeros(5000));

      assertThat(verdict(saved(system))).isEqualTo("FILE_NOT_A_SPREADSHEET doc");
    }
  }

  @Test
  void aMarkOfProtectionCountsWhereverItStands() throws IOException {
    try (POIFSFileSystem system = new POIFSFileSystem()) {
      system.createDocument(zeros(5000), "EncryptedPackage");
      system
          .createDirectory("\u0006DataSpaces")
          .createDirectory("TransformInfo")
          .createDirectory("DRMEncryptedTransform");

      assertThat(verdict(saved(system))).isEqualTo("FILE_ENCRYPTED drm");
    }
  }
}
