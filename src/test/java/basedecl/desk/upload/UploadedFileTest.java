package basedecl.desk.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a page gets of a form with a file. */
class UploadedFileTest {

  @Test
  void aPageGetsTheFileItsNameAndTheFieldsAndTheFileIsGoneAfterwards(@TempDir Path work)
      throws Exception {
    List<UploadedFile> seen = new ArrayList<>();
    UploadFilter filter =
        new UploadFilter(
            UploadLimits.of(1_000),
            new UploadFolder(work),
            request -> true,
            (request, response) -> {},
            request -> 1_000);
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/declare/upload");
    request.setContentType("multipart/form-data; boundary=B");
    request.setContent(
        ("--B\r\nContent-Disposition: form-data; name=\"employer\"\r\n\r\n0370700001\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"file\";"
                + " filename=\"C:\\\\a\\\\申报\u202Excod.xlsx\"\r\n\r\n单位\r\n--B--\r\n")
            .getBytes(StandardCharsets.UTF_8));
    filter.doFilter(
        request,
        new MockHttpServletResponse(),
        (asked, answered) -> {
          UploadedFile file = (UploadedFile) asked.getAttribute(UploadFilter.FILE);
          seen.add(file);
          assertThat(asked.getParameter("employer")).isEqualTo("0370700001");
          assertThat(file.file()).hasContent("单位").hasParentRaw(work.resolve("uploading"));
        });
    assertThat(seen)
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.name()).isEqualTo("申报xcod.xlsx");
              assertThat(file.bytes()).isEqualTo(6);
              assertThat(file.file()).doesNotExist();
            });
  }

  @Test
  void namesAreMadeFitToBeShown() {
    assertThat(FileName.shown("../../etc/passwd")).isEqualTo("passwd");
    assertThat(FileName.shown("a\u0000b\r\n.csv")).isEqualTo("ab.csv");
    assertThat(FileName.shown("申".repeat(300) + ".xlsx")).hasSize(120).endsWith("申.xlsx");
    assertThat(FileName.shown("")).isEmpty();
  }

  @Test
  void whatAKilledDeskLeftIsClearedAway(@TempDir Path work) throws Exception {
    Path left = new UploadFolder(work).newFile();
    assertThat(left).exists();
    assertThat(new UploadFolder(work).newFile()).exists();
    assertThat(Files.exists(left)).isFalse();
  }
}
