package basedecl.desk.security;

import basedecl.desk.upload.UploadFilter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * The headers of every answer, errors and files that never change included, and what is left of a
 * body that was not wanted: it is read away for a moment after the answer was sent, since a browser
 * looks at an answer only when it is rid of its file.
 */
final class AnswerHeaders extends ValveBase {

  /** Nothing inline, nothing from elsewhere, no frame around a page. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final int READERS = 8;
  private static final long READ_AWAY_BYTES = 64L << 20;
  private static final long READ_AWAY_NANOS = 10_000_000_000L;

  private final Semaphore readers = new Semaphore(READERS);

  AnswerHeaders() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    set(request, response);
    getNext().invoke(request, response);
    if (Boolean.TRUE.equals(request.getAttribute(UploadFilter.UNREAD)) && readers.tryAcquire()) {
      try {
        readAway(request, response);
      } finally {
        readers.release();
      }
    }
  }

  static void set(Request request, Response response) {
    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    response.setHeader("Cache-Control", "no-store");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }

  private static void readAway(Request request, Response response) throws IOException {
    response.flushBuffer();
    InputStream rest = request.getInputStream();
    byte[] piece = new byte[64 << 10];
    long until = System.nanoTime() + READ_AWAY_NANOS;
    long bytes = 0;
    int read = 0;
    while (read >= 0 && bytes < READ_AWAY_BYTES && System.nanoTime() < until) {
      read = rest.read(piece);
      bytes += Math.max(read, 0);
    }
  }
}
