package basedecl.desk.material;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.finding.Finding;
import basedecl.finding.FindingText;
import basedecl.job.material.ScanKind;
import basedecl.message.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaterialsShelfTest {

  private static final String EMPLOYER = "0370700001";
  private static final byte[] PDF = "%PDF-1.7 one".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
  private static final long MOST_BYTES = 52_428_800;

  @TempDir Path folder = Path.of("");

  @Test
  void scansAreNamedByTheShelfAndByWhatTheyAre() throws IOException {
    MaterialsShelf shelf = shelf();
    assertThat(keep(shelf, ScanKind.SUMMARY, "汇总表.exe", PDF)).isEmpty();
    assertThat(keep(shelf, ScanKind.DETAIL, "../../../etc/passwd", JPEG)).isEmpty();
    assertThat(keep(shelf, ScanKind.DETAIL, "..\\明细.png", PDF)).isEmpty();

    assertThat(shelf.scans(7, EMPLOYER))
        .extracting(Scan::name)
        .containsExactly("detail-01.jpg", "detail-02.pdf", "summary-01.pdf");
    Path kept = folder.resolve("materials/7/0370700001/detail-01.jpg");
    assertThat(kept).hasBinaryContent(JPEG);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(parent(kept))))
        .isEqualTo("rwx------");
    assertThat(shelf.scans(8, EMPLOYER)).isEmpty();
    assertThat(shelf.scans(7, "0370700002")).isEmpty();
  }

  @Test
  void whatIsNoScanIsRefusedInTheWordsOfTheReviewAndNotKept() throws IOException {
    MaterialsShelf shelf = shelf();
    byte[] html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
    assertThat(sentence(keep(shelf, ScanKind.SUMMARY, "summary.pdf", html)))
        .isEqualTo("材料不能使用：summary.pdf 的内容不是 PDF、JPEG 或 PNG。");
    assertThat(sentence(keep(shelf, ScanKind.SUMMARY, "空.pdf", new byte[0])))
        .isEqualTo("材料不能使用：空.pdf 是空文件。");
    Path large = folder.resolve("large");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.write(PDF);
      file.setLength(60L << 20);
    }
    assertThat(sentence(shelf.keep(7, EMPLOYER, ScanKind.SUMMARY, large, "大.pdf")))
        .isEqualTo("材料不能使用：大.pdf 过大（上限 52428800 字节）。");
    Path link = Files.createSymbolicLink(folder.resolve("link"), put("real", PDF));
    assertThat(shelf.keep(7, EMPLOYER, ScanKind.SUMMARY, link, "x.pdf")).isPresent();
    assertThat(shelf.scans(7, EMPLOYER)).isEmpty();
  }

  @Test
  void linksAndStrangeFilesInTheFolderAreNotSeen() throws IOException {
    MaterialsShelf shelf = shelf();
    keep(shelf, ScanKind.SUMMARY, "a.pdf", PDF);
    Path own = folder.resolve("materials/7/" + EMPLOYER);
    Files.createSymbolicLink(own.resolve("detail-01.pdf"), put("secret", PDF));
    Files.write(own.resolve("summary-02.html"), PDF);
    Files.createDirectory(own.resolve("detail-02.pdf"));

    assertThat(shelf.scans(7, EMPLOYER)).extracting(Scan::name).containsExactly("summary-01.pdf");
    assertThat(shelf.find(7, EMPLOYER, "detail-01.pdf")).isEmpty();
    assertThat(shelf.find(7, EMPLOYER, "../" + EMPLOYER + "/summary-01.pdf")).isEmpty();
    Files.createDirectories(folder.resolve("materials/9"));
    Files.createSymbolicLink(folder.resolve("materials/9/" + EMPLOYER), own);
    assertThat(shelf.scans(9, EMPLOYER)).isEmpty();
    assertThat(MaterialsShelf.takes("../x")).isFalse();
    assertThat(MaterialsShelf.takes(".hidden")).isFalse();
  }

  @Test
  void aScanIsShownWhileItIsWhatItWasFoundToBe() throws IOException {
    MaterialsShelf shelf = shelf();
    keep(shelf, ScanKind.SUMMARY, "a.pdf", PDF);
    Scan scan = shelf.find(7, EMPLOYER, "summary-01.pdf").orElseThrow();
    try (InputStream content = shelf.open(7, EMPLOYER, scan).orElseThrow()) {
      assertThat(content.readAllBytes()).isEqualTo(PDF);
    }
    Files.writeString(folder.resolve("materials/7/" + EMPLOYER + "/summary-01.pdf"), "<html>");
    assertThat(shelf.open(7, EMPLOYER, scan)).isEmpty();
  }

  @Test
  void aScanIsReplacedByAnother() throws IOException {
    MaterialsShelf shelf = shelf();
    keep(shelf, ScanKind.SUMMARY, "a.pdf", PDF);
    assertThat(shelf.remove(7, EMPLOYER, "summary-01.pdf")).isTrue();
    assertThat(shelf.remove(7, EMPLOYER, "summary-01.pdf")).isFalse();
    assertThat(shelf.remove(7, EMPLOYER, "../../../real")).isFalse();
    keep(shelf, ScanKind.SUMMARY, "b.jpg", JPEG);
    assertThat(shelf.scans(7, EMPLOYER)).extracting(Scan::name).containsExactly("summary-01.jpg");
    assertThat(shelf.isSubmitted(7)).isFalse();
    shelf.markSubmitted(7);
    assertThat(shelf().isSubmitted(7)).isTrue();
  }

  private MaterialsShelf shelf() throws IOException {
    return new MaterialsShelf(folder.resolve("materials"), MOST_BYTES);
  }

  private Optional<Finding> keep(MaterialsShelf shelf, ScanKind kind, String name, byte[] content)
      throws IOException {
    return shelf.keep(7, EMPLOYER, kind, put("upload", content), name);
  }

  private Path put(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static Path parent(Path file) {
    return Optional.ofNullable(file.getParent()).orElseThrow();
  }

  private static String sentence(Optional<Finding> finding) {
    return FindingText.sentence(finding.orElseThrow(), Language.ZH);
  }
}
