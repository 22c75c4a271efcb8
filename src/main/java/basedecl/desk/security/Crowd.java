package basedecl.desk.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * So many requests are worked on at a time, a few more wait, and the rest is told at once to come
 * back. The server has more threads than that, so that somebody is there to say it.
 */
public final class Crowd extends OncePerRequestFilter {

  /**
   * How many requests are borne.
   *
   * @param atWork at a time
   * @param waiting beside them
   * @param patience how long one waits
   */
  public record Limit(int atWork, int waiting, Duration patience) {

    /** The server's threads: those at work and waiting, and some that say no. */
    public int threads() {
      return atWork + waiting + 16;
    }
  }

  /** Pages take milliseconds; a file of 10,000 rows half a second of a core. */
  public static final Limit DEFAULT = new Limit(32, 32, Duration.ofSeconds(5));

  private static final String RETRY_SECONDS = "10";

  private final Semaphore atWork;
  private final Semaphore places;
  private final Duration patience;

  Crowd(Limit limit) {
    this.atWork = new Semaphore(limit.atWork(), true);
    this.places = new Semaphore(limit.atWork() + limit.waiting());
    this.patience = limit.patience();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!places.tryAcquire()) {
      full(response);
      return;
    }
    try {
      if (!atWork.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        full(response);
        return;
      }
      try {
        chain.doFilter(request, response);
      } finally {
        atWork.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      full(response);
    } finally {
      places.release();
    }
  }

  private static void full(HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
  }
}
