package basedecl.desk.upload;

import basedecl.desk.upload.Turns.Answer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.Parameters;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the body of a POST, before anything asks for a parameter: a form, or a form with a file
 * where files are sent. It stands behind the look at the session, so that whoever may not send is
 * turned away before a byte of the body is read, and before the look at the form's token, which is
 * a field. Boot's own handling of multipart is off.
 */
public final class UploadFilter extends OncePerRequestFilter {

  /** The request's attribute of the file. */
  static final String FILE = UploadedFile.class.getName();

  /** Said of a request whose body was not wanted: the rest of it may be read away afterwards. */
  public static final String UNREAD = UploadFilter.class.getName() + ".unread";

  private static final String MULTIPART = "multipart/form-data";
  private static final String FORM = "application/x-www-form-urlencoded";

  /** How somebody is told that the address is not for them. */
  public interface TurnedAway {
    void answer(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException;
  }

  private final UploadLimits limits;
  private final UploadFolder folder;
  private final Predicate<HttpServletRequest> mayCome;
  private final TurnedAway turnedAway;
  private final ToLongFunction<HttpServletRequest> mostFileBytes;
  private final Turns fileTurns;
  private final Turns formTurns;

  /**
   * @param mayCome whether who sends may open the address
   * @param turnedAway the answer to who may not
   * @param mostFileBytes of a file that is sent to the address; 0 where none is
   */
  public UploadFilter(
      UploadLimits limits,
      UploadFolder folder,
      Predicate<HttpServletRequest> mayCome,
      TurnedAway turnedAway,
      ToLongFunction<HttpServletRequest> mostFileBytes) {
    this.limits = limits;
    this.folder = folder;
    this.mayCome = mayCome;
    this.turnedAway = turnedAway;
    this.mostFileBytes = mostFileBytes;
    this.fileTurns = new Turns(limits.atOnce(), limits.atOnceOfOne(), limits.patience());
    this.formTurns = new Turns(limits.formsAtOnce(), limits.formsAtOnceOfOne(), limits.patience());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    switch (request.getMethod()) {
      case "GET", "HEAD" -> asked(request, response, chain);
      case "POST" -> posted(request, response, chain);
      default -> response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
  }

  private static void asked(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > 0
        || request.getHeader("Transfer-Encoding") != null
        || !isReadable(request)) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Whether the parameters of the address are written as they should be. */
  private static boolean isReadable(HttpServletRequest request) {
    try {
      request.getParameterMap();
      return true;
    } catch (InvalidParameterException malformed) {
      return false;
    }
  }

  private void posted(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = type(request);
    boolean files = type.equals(MULTIPART);
    if (!mayCome.test(request)) {
      request.setAttribute(UNREAD, true);
      response.setHeader("Connection", "close");
      turnedAway.answer(request, response);
      return;
    }
    long fileBytes = mostFileBytes.applyAsLong(request);
    if (files ? fileBytes == 0 : !(type.equals(FORM) || type.isEmpty())) {
      refuse(request, response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
      return;
    }
    long most = files ? fileBytes + limits.formBytes() : limits.formBytes();
    if (request.getContentLengthLong() > most) {
      refuse(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (files) {
      file(request, response, chain, limits.with(fileBytes));
    } else {
      form(request, response, chain);
    }
  }

  private static String type(HttpServletRequest request) {
    String type = Objects.requireNonNullElse(request.getContentType(), "");
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private void file(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      UploadLimits itsLimits)
      throws ServletException, IOException {
    MultipartBody body = new MultipartBody(request, itsLimits, folder);
    try {
      if (read(fileTurns, body::read, request, response)) {
        request.setAttribute(FILE, body.file());
        chain.doFilter(FormFields.of(request, body.fields()), response);
      }
    } finally {
      body.delete();
    }
  }

  private void form(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Parameters fields = FormFields.parameters(limits.fields());
    if (read(formTurns, () -> readForm(request, fields), request, response)) {
      chain.doFilter(FormFields.of(request, fields), response);
    }
  }

  private void readForm(HttpServletRequest request, Parameters fields) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    new BoundedBody(request.getInputStream(), limits.formBytes(), limits).transferTo(body);
    try {
      fields.processParameters(body.toByteArray(), 0, body.size());
    } catch (IllegalStateException e) {
      RefusedBodyException malformed = new RefusedBodyException(400);
      malformed.initCause(e);
      throw malformed;
    }
  }

  private interface Reading {
    void read() throws IOException;
  }

  /** Reads a body when its turn comes; false where an answer has been given in its place. */
  private static boolean read(
      Turns turns, Reading reading, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String address = request.getRemoteAddr();
    Answer answer = turns.take(address);
    if (answer != Answer.GRANTED) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "10");
      refuse(
          request,
          response,
          answer == Answer.BUSY ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : 429);
      return false;
    }
    try {
      reading.read();
      return true;
    } catch (RefusedBodyException e) {
      refuse(request, response, e.status());
      return false;
    } finally {
      turns.giveBack(address);
    }
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response, int status)
      throws IOException {
    if (status != HttpServletResponse.SC_REQUEST_TIMEOUT) {
      request.setAttribute(UNREAD, true);
    }
    response.setHeader("Connection", "close");
    response.sendError(status);
  }
}
