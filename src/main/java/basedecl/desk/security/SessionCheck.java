package basedecl.desk.security;

import basedecl.account.Account;
import basedecl.ledger.account.AccountLedger;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at every request whether its session still holds: the account is there, not locked, with
 * the credentials it was opened under, and not older than {@link #LONGEST}. What changed with the
 * account (an employer, its agency) holds from this request on.
 */
final class SessionCheck extends OncePerRequestFilter {

  /** However busy its owner: a working day, so that nobody stays in overnight. */
  static final Duration LONGEST = Duration.ofHours(12);

  private final AccountLedger accounts;
  private final InstantSource clock;

  SessionCheck(AccountLedger accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<SignedIn> before =
        DeskAuthentication.of(SecurityContextHolder.getContext().getAuthentication());
    if (before.isPresent()) {
      SignedIn who = before.get();
      Optional<Account> now = current(who.account(), who.since());
      if (now.isPresent()) {
        SignedIn present = new SignedIn(now.get(), who.since(), request.getRemoteAddr());
        SecurityContextHolder.setContext(new SecurityContextImpl(new DeskAuthentication(present)));
      } else {
        SecurityContextHolder.clearContext();
        end(request);
      }
    }
    chain.doFilter(request, response);
  }

  /** The account as it stands now; empty where a session opened for {@code opened} has ended. */
  private Optional<Account> current(Account opened, Instant since) {
    if (!clock.instant().isBefore(since.plus(LONGEST))) {
      return Optional.empty();
    }
    return accounts
        .find(opened.id())
        .filter(account -> !account.isLocked())
        .filter(account -> account.credentialsVersion() == opened.credentialsVersion());
  }

  private static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** The page for an error is for the same person as the page that failed. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
