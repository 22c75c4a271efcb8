package basedecl.desk.security;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * The headers of an uploaded scan when it is shown again: a fixed type by what it is, never by what
 * was said of it, in a frame of ours that may run nothing. The viewers that browsers have for PDF
 * refuse to work in a sandbox; they run apart from the page, and the policy still lets the document
 * load nothing.
 */
public final class ScanHeaders {

  private static final String SANDBOX = "default-src 'none'; frame-ancestors 'self'; sandbox";
  private static final String PDF = "default-src 'none'; object-src 'self'; frame-ancestors 'self'";

  /** The kinds of scans there are, by the ending of their own kind. */
  private static final Map<String, MediaType> TYPES =
      Map.of(
          "pdf", MediaType.APPLICATION_PDF,
          "png", MediaType.IMAGE_PNG,
          "jpg", MediaType.IMAGE_JPEG);

  private ScanHeaders() {}

  /**
   * @param kind pdf, png or jpg, as its content was found to be
   * @return empty for any other kind, which is not shown
   */
  public static Optional<HttpHeaders> of(String kind) {
    return Optional.ofNullable(TYPES.get(kind)).map(type -> headers(kind, type));
  }

  private static HttpHeaders headers(String kind, MediaType type) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(type);
    headers.setContentDisposition(ContentDisposition.inline().filename("scan." + kind).build());
    headers.set("Content-Security-Policy", type.equals(MediaType.APPLICATION_PDF) ? PDF : SANDBOX);
    headers.set("X-Frame-Options", "SAMEORIGIN");
    return headers;
  }
}
