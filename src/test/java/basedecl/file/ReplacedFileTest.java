package basedecl.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacedFileTest {

  private static final byte[] ABC = "abc".getBytes(StandardCharsets.UTF_8);

  private final Path folder;

  ReplacedFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theOldFileStandsUntilTheNewOneIsWhole() throws IOException {
    Path target = folder.resolve("summary.csv");
    Files.writeString(target, "old");
    try (ReplacedFile file = ReplacedFile.at(target)) {
      file.stream().write(ABC);
      file.stream().flush();
      assertThat(target).hasContent("old");
      file.finish();
    }
    assertThat(target).hasContent("abc");
    assertThat(folder).isDirectoryContaining(p -> p.equals(target));
    assertThat(names()).containsExactly("summary.csv");
  }

  @Test
  void itsDigestAndSizeAreTold() throws IOException {
    Path target = folder.resolve("new/folder/x.bin");
    try (ReplacedFile file = ReplacedFile.at(target)) {
      file.stream().write(ABC);

      assertThat(file.finish())
          .isEqualTo(
              new ReplacedFile.Written(
                  target, 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
  }

  @Test
  void ofALargeFileTooTheDigestIsThatOfItsBytes() throws IOException {
    byte[] content = new byte[3 * BackgroundStream.STRAIGHT + 12_345];
    new Random(7).nextBytes(content);
    Path target = folder.resolve("large.bin");
    try (ReplacedFile file = ReplacedFile.at(target)) {
      for (int at = 0; at < content.length; at += 100_000) {
        file.stream().write(content, at, Math.min(100_000, content.length - at));
      }

      assertThat(file.finish())
          .isEqualTo(
              new ReplacedFile.Written(target, content.length, DigestUtils.sha256Hex(content)));
    }
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void closedUnfinishedItLeavesNothing() throws IOException {
    Path target = folder.resolve("x.csv");
    Files.writeString(target, "old");
    try (ReplacedFile file = ReplacedFile.at(target)) {
      file.stream().write(ABC);
    }
    assertThat(target).hasContent("old");
    assertThat(names()).containsExactly("x.csv");
  }

  @Test
  void whatAKilledRunLeftIsWrittenOver() throws IOException {
    Path target = folder.resolve("x.csv");
    Files.writeString(folder.resolve(".x.csv.part"), "left by a killed run");
    try (ReplacedFile file = ReplacedFile.at(target)) {
      file.stream().write(ABC);
      file.finish();
    }
    assertThat(target).hasContent("abc");
    assertThat(names()).containsExactly("x.csv");
  }

  @Test
  void onlyItsOwnerMayReadIt() throws IOException {
    Path target = folder.resolve("x.csv");
    try (ReplacedFile file = ReplacedFile.at(target)) {
      file.finish();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-------");
  }

  @Test
  void aNameOf255BytesHasRoomForItsHiddenName() throws IOException {
    Path target = folder.resolve("长".repeat(83) + ".xlsx");
    try (ReplacedFile file = ReplacedFile.at(target)) {
      file.stream().write(ABC);
      file.finish();
    }
    assertThat(target).hasContent("abc");
  }

  private List<String> names() throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.map(p -> p.getFileName().toString()).toList();
    }
  }
}
