package basedecl.desk.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A workbook as the answer to a request: saved by the browser, never shown in a page. */
public final class WorkbookAnswer {

  /** The media type. */
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private WorkbookAnswer() {}

  /** A workbook that stands in memory. */
  public static ResponseEntity<byte[]> of(String name, byte[] workbook) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name))
        .body(workbook);
  }

  /** Says what comes; the workbook is then written to the answer's stream. */
  public static void begin(HttpServletResponse response, String name) {
    response.setContentType(XLSX);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(name));
  }

  private static String disposition(String name) {
    return ContentDisposition.attachment()
        .filename(name, StandardCharsets.UTF_8)
        .build()
        .toString();
  }

  /** Writes a workbook. */
  @FunctionalInterface
  public interface Writing {
    void to(Path file) throws IOException;
  }

  /** Sends a workbook that was written for this answer, and deletes it, sent or not. */
  public static void sendAndDelete(HttpServletResponse response, String name, Path workbook)
      throws IOException {
    send(response, name, workbook, written -> {});
  }

  /** Writes a workbook for this answer, sends it and deletes it, whatever becomes of it. */
  public static void send(HttpServletResponse response, String name, Path workbook, Writing writing)
      throws IOException {
    try {
      writing.to(workbook);
      begin(response, name);
      response.setContentLengthLong(Files.size(workbook));
      Files.copy(workbook, response.getOutputStream());
    } finally {
      Files.deleteIfExists(workbook);
    }
  }
}
