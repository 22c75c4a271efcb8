package basedecl.desk.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/** The tokens of forms, in the session; a session that a token brings into being is counted. */
final class VisitorTokens implements CsrfTokenRepository {

  private final HttpSessionCsrfTokenRepository inSession = new HttpSessionCsrfTokenRepository();
  private final Sessions sessions;

  VisitorTokens(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return inSession.generateToken(request);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    boolean first = token != null && request.getSession(false) == null;
    inSession.saveToken(token, request, response);
    HttpSession session = request.getSession(false);
    if (first && session != null) {
      sessions.keepVisitor(session, request.getRemoteAddr());
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return inSession.loadToken(request);
  }
}
