package basedecl.job.material;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.finding.FindingText;
import basedecl.finding.Reason;
import basedecl.job.material.MaterialsFolder.Handed;
import basedecl.message.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaterialsFolderTest {

  private static final byte[] PDF = {'%', 'P', 'D', 'F', '-', '1', '.', '7'};
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};

  @TempDir Path folder = Path.of("");

  @Test
  void scansAreToldByTheirContentAndTheirNamesBeginning() throws IOException {
    put("001/汇总表（盖章）.bin", PDF);
    put("001/DETAIL 1.txt", JPEG);
    put("001/明细表2.pdf", PNG);
    put("001/其他材料.pdf", PDF);

    Handed handed = look();

    assertThat(handed.missing()).isEmpty();
    assertThat(handed.problems()).isEmpty();
    assertThat(handed.scans().stream().map(scan -> scan.kind() + " " + scan.format()))
        .containsExactlyInAnyOrder("SUMMARY PDF", "DETAIL JPEG", "DETAIL PNG");
    assertThat(handed.scans().stream().filter(scan -> scan.format().equals("PDF")))
        .singleElement()
        .satisfies(scan -> assertThat(scan.size()).isEqualTo(8));
  }

  @Test
  void whatIsNoScanIsListedAndDoesNotCount() throws IOException {
    put("001/summary.pdf", new byte[0]);
    put("001/detail.pdf", new byte[] {'P', 'K', 3, 4});
    put("001/detail-large.pdf", new byte[2000]);

    Handed handed = look();

    assertThat(handed.missing()).contains(Reason.MISSING_BOTH);
    assertThat(sentences(handed))
        .containsExactly(
            "材料不能使用：detail-large.pdf 过大（上限 1000 字节）。",
            "材料不能使用：detail.pdf 的内容不是 PDF、JPEG 或 PNG。",
            "材料不能使用：summary.pdf 是空文件。");
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.write(outside.resolve("summary.pdf"), PDF);
    put("materials/001/detail.pdf", PDF);
    Path own = folder.resolve("materials/001");
    Files.createSymbolicLink(own.resolve("summary.pdf"), outside.resolve("summary.pdf"));
    Files.createSymbolicLink(folder.resolve("materials/002"), outside);
    MaterialsFolder materials = new MaterialsFolder(folder.resolve("materials"), 1000);

    assertThat(materials.entries().stream().map(entry -> entry.name() + " " + entry.isFolder()))
        .containsExactly("001 true", "002 false");
    Handed handed = materials.look(materials.entries().get(0));
    assertThat(handed.missing()).contains(Reason.MISSING_SUMMARY);
    assertThat(sentences(handed)).containsExactly("材料不能使用：summary.pdf 是链接，出于安全不予读取。");
  }

  @Test
  void aNameWithControlCharactersIsShownHarmlessly() throws IOException {
    put("001/summary\n=1.pdf", new byte[] {1, 2, 3, 4});

    assertThat(sentences(look())).containsExactly("材料不能使用：summary?=1.pdf 的内容不是 PDF、JPEG 或 PNG。");
  }

  private void put(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private Handed look() throws IOException {
    MaterialsFolder materials = new MaterialsFolder(folder, 1000);
    return materials.look(materials.entries().get(0));
  }

  private static List<String> sentences(Handed handed) {
    return handed.problems().stream()
        .map(finding -> FindingText.sentence(finding, Language.ZH))
        .toList();
  }
}
