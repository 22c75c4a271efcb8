package basedecl.desk.security;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * A session in which somebody is signed in wholly, as its owner sees it.
 *
 * @param key by which its owner names it, and which opens nothing
 * @param address it was opened from
 */
public record OpenSession(
    String key, String address, Instant since, Instant lastUsed, HttpSession session) {

  private static final Logger LOG = LoggerFactory.getLogger(OpenSession.class);
  private static final String KEY = OpenSession.class.getName() + ".key";
  private static final String ADDRESS = OpenSession.class.getName() + ".address";
  private static final String SIGNED_IN =
      HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

  /** Marks a session that was opened just now. */
  static void mark(HttpSession session, String address) {
    session.setAttribute(KEY, UUID.randomUUID().toString());
    session.setAttribute(ADDRESS, address);
  }

  /** What is known of a session; empty where it ended or nobody has signed in wholly. */
  static Optional<OpenSession> of(HttpSession session) {
    try {
      return Optional.ofNullable(session.getAttribute(SIGNED_IN))
          .map(
              context ->
                  new OpenSession(
                      String.valueOf(session.getAttribute(KEY)),
                      String.valueOf(session.getAttribute(ADDRESS)),
                      Instant.ofEpochMilli(session.getCreationTime()),
                      Instant.ofEpochMilli(session.getLastAccessedTime()),
                      session));
    } catch (IllegalStateException e) {
      LOG.debug("A session ended at the moment it was looked at");
      return Optional.empty();
    }
  }

  /** Whether it is that session. */
  public boolean isIn(HttpSession other) {
    return key.equals(other.getAttribute(KEY));
  }

  /** Signs out there. */
  public void end() {
    Sessions.end(session);
  }
}
