package basedecl.desk.security;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.account.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * How somebody is turned away: to the page for signing in, or with the page that says why. An
 * address that is not there is not there for anybody; one of another role goes into the record.
 */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final Recorder recorder;

  Refusals(Recorder recorder) {
    this.recorder = recorder;
  }

  /** Who may not open the address, found out before the chain did. */
  void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (DeskAuthentication.of(SecurityContextHolder.getContext().getAuthentication()).isPresent()) {
      handle(request, response, new AccessDeniedException("Not for this role"));
    } else {
      commence(request, response, new InsufficientAuthenticationException("Nobody"));
    }
  }

  /** Nobody is signed in. */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    if (AccessTable.of(request.getRequestURI()).isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String page = signInPage(request);
    if (request.getHeader("HX-Request") != null) {
      // A part of a page cannot be a page: the script goes there itself.
      response.setHeader("HX-Redirect", page);
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", page);
    }
  }

  private static String signInPage(HttpServletRequest request) {
    boolean ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    String to = ReturnAddress.of(request).map(path -> "to=" + path).orElse("");
    String query = ended ? (to.isEmpty() ? "ended" : "ended&" + to) : to;
    String page = isOfPersons(request) ? "/sign-in/person" : "/sign-in";
    return query.isEmpty() ? page : page + "?" + query;
  }

  /** Whether only those who pay alone go there, who sign in by a code. */
  private static boolean isOfPersons(HttpServletRequest request) {
    return AccessTable.of(request.getRequestURI())
        .filter(row -> row.roles().equals(Set.of(Role.PERSON)))
        .isPresent();
  }

  /** Signed in, but not for this; or a form without its token. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    Optional<AccessTable.Row> row = AccessTable.of(request.getRequestURI());
    if (row.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String group = row.get().pattern().getPatternString();
    DeskAuthentication.of(SecurityContextHolder.getContext().getAuthentication())
        .ifPresent(
            who -> recorder.refused(who, EventKind.ACCESS_REFUSED, EventSubject.object(group)));
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }
}
