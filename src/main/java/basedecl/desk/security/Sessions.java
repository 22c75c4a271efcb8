package basedecl.desk.security;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions kept, so many at most: of one account, of visitors from one address, and in all.
 * With one too many the oldest of the same source ends, so that whoever floods the desk with
 * sessions ends their own first.
 */
public final class Sessions implements HttpSessionListener {

  /**
   * How many sessions are kept.
   *
   * @param ofOne of one account, or of the visitors from one address
   * @param ofAll of all accounts, or of all visitors
   */
  public record Limit(int ofOne, int ofAll) {}

  /** A person works in a browser or two; a session takes some two kilobytes. */
  public static final Limit SIGNED_IN = new Limit(5, 20_000);

  /** Behind one address a whole town hall may sit. */
  public static final Limit VISITORS = new Limit(500, 10_000);

  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  private final Shelf signedIn;
  private final Shelf visitors;

  public Sessions(Limit ofSignedIn, Limit ofVisitors) {
    this.signedIn = new Shelf(ofSignedIn);
    this.visitors = new Shelf(ofVisitors);
  }

  /** Keeps the session of a visitor, made for a form. */
  void keepVisitor(HttpSession session, String address) {
    end(visitors.add(session, address));
  }

  /** Keeps the session of somebody who gave a password. */
  void keepSignedIn(HttpSession session, long account, String address) {
    OpenSession.mark(session, address);
    end(signedIn.add(session, Long.toString(account)));
  }

  /** Those in which an account is signed in wholly. */
  public List<OpenSession> of(long account) {
    return signedIn.of(Long.toString(account)).stream()
        .map(OpenSession::of)
        .flatMap(Optional::stream)
        .toList();
  }

  /** How many are kept. */
  int count() {
    return signedIn.count() + visitors.count();
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    String id = event.getSession().getId();
    signedIn.remove(id);
    visitors.remove(id);
  }

  private static void end(Collection<HttpSession> sessions) {
    sessions.forEach(Sessions::end);
  }

  static void end(HttpSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException e) {
      LOG.debug("A session ended by itself at the moment it had to");
    }
  }

  /** Sessions by their source, the oldest first. */
  private static final class Shelf {

    private final Limit limit;
    private final Map<String, Map<String, HttpSession>> bySource = new LinkedHashMap<>();
    private final Map<String, String> sources = new HashMap<>();

    Shelf(Limit limit) {
      this.limit = limit;
    }

    /** Adds one and gives those that have to end for it. */
    synchronized Collection<HttpSession> add(HttpSession session, String source) {
      remove(session.getId());
      Deque<HttpSession> over = new ArrayDeque<>();
      if (bySource.getOrDefault(source, Map.of()).size() >= limit.ofOne()) {
        oldest(source).ifPresent(over::add);
      }
      if (count() >= limit.ofAll()) {
        // The source that has had sessions for longest; its oldest one.
        bySource.keySet().stream().findFirst().flatMap(this::oldest).ifPresent(over::add);
      }
      sources.put(session.getId(), source);
      bySource.computeIfAbsent(source, key -> new LinkedHashMap<>()).put(session.getId(), session);
      return over;
    }

    synchronized List<HttpSession> of(String source) {
      return List.copyOf(bySource.getOrDefault(source, Map.of()).values());
    }

    private Optional<HttpSession> oldest(String source) {
      Iterator<HttpSession> own = bySource.getOrDefault(source, Map.of()).values().iterator();
      if (!own.hasNext()) {
        return Optional.empty();
      }
      HttpSession oldest = own.next();
      remove(oldest.getId());
      return Optional.of(oldest);
    }

    synchronized void remove(String id) {
      String source = sources.remove(id);
      if (source != null) {
        bySource.computeIfPresent(
            source,
            (key, own) -> {
              own.remove(id);
              return own.isEmpty() ? null : own;
            });
      }
    }

    synchronized int count() {
      return sources.size();
    }
  }
}
