package basedecl.desk.material;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.ScanHeaders;
import basedecl.desk.security.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** Shows a scan, to whomever its page lets see it: under its own headers, and in the record. */
public final class ScanAnswers {

  private final MaterialsShelf shelf;
  private final Recorder recorder;

  ScanAnswers(MaterialsShelf shelf, Recorder recorder) {
    this.shelf = shelf;
    this.recorder = recorder;
  }

  /**
   * Sends a scan's bytes.
   *
   * @return false where it is no longer what it was found to be; nothing is sent then
   */
  public boolean send(
      SignedIn who, long declaration, String employerCode, Scan scan, HttpServletResponse response)
      throws IOException {
    Optional<HttpHeaders> headers = ScanHeaders.of(scan.format().ending());
    Optional<InputStream> content = shelf.open(declaration, employerCode, scan);
    if (headers.isEmpty() || content.isEmpty()) {
      return false;
    }
    try (InputStream bytes = content.get()) {
      recorder.done(who, EventKind.DOWNLOADED, EventSubject.employer(employerCode));
      headers.get().forEach((header, values) -> values.forEach(v -> response.setHeader(header, v)));
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setContentLengthLong(scan.bytes());
      bytes.transferTo(response.getOutputStream());
    }
    return true;
  }
}
