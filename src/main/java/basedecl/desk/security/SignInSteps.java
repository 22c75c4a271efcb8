package basedecl.desk.security;

import basedecl.account.Account;
import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.desk.page.DeskSettings;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.FailureLedger;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * The steps from a right password to a whole sign-in: the code of the second factor, a password of
 * one's own in the place of a one-time one, a second factor enrolled where the role asks for one.
 * Each step done gets a new session, and the one before it is dead.
 */
public final class SignInSteps {

  /** How long a sign-in may stay half done. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final String BEGUN = Begun.class.getName();

  private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
  private final AccountLedger accounts;
  private final FailureLedger failures;
  private final Sessions sessions;
  private final Recorder recorder;
  private final DeskSettings desk;

  public SignInSteps(
      AccountLedger accounts,
      FailureLedger failures,
      Sessions sessions,
      Recorder recorder,
      DeskSettings desk) {
    this.accounts = accounts;
    this.failures = failures;
    this.sessions = sessions;
    this.recorder = recorder;
    this.desk = desk;
  }

  /** The sign-in under way in this session, if there is one that still holds. */
  public Optional<Begun> begun(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(BEGUN) instanceof Begun begun)) {
      return Optional.empty();
    }
    boolean inTime = desk.clock().instant().isBefore(begun.since().plus(PATIENCE));
    return accounts
        .find(begun.account())
        .filter(account -> inTime && !account.isLocked())
        .filter(account -> account.credentialsVersion() == begun.credentialsVersion())
        .map(account -> begun);
  }

  /**
   * The password was right.
   *
   * @param to where to go at the end
   * @return where to go now
   */
  public String begin(
      HttpServletRequest request, HttpServletResponse response, Account account, String to) {
    Begun begun =
        new Begun(
            account.id(),
            account.credentialsVersion(),
            desk.clock().instant(),
            false,
            1,
            Optional.empty(),
            to);
    return goOn(request, response, begun);
  }

  /**
   * A one-time code of a letter was right: no password is asked for or to be chosen.
   *
   * @param countedUnder what the attempt was counted under
   * @return where to go now
   */
  public String beginByCode(
      HttpServletRequest request,
      HttpServletResponse response,
      Account account,
      String countedUnder,
      String to) {
    return goOn(
        request,
        response,
        new Begun(
            account.id(),
            account.credentialsVersion(),
            desk.clock().instant(),
            false,
            0,
            Optional.of(countedUnder),
            to));
  }

  /**
   * The account's credentials were changed by whoever is signed in: every other session has ended,
   * this one goes on under a new number.
   */
  public String again(HttpServletRequest request, HttpServletResponse response, Account account) {
    return goOn(
        request,
        response,
        new Begun(
            account.id(),
            account.credentialsVersion(),
            desk.clock().instant(),
            true,
            0,
            Optional.empty(),
            "/"));
  }

  /** A step was done: the next one, or the end. Says where to go. */
  public String goOn(HttpServletRequest request, HttpServletResponse response, Begun begun) {
    Account account = accounts.find(begun.account()).orElseThrow();
    Instant now = desk.clock().instant();
    HttpSession session = renewed(request);
    sessions.keepSignedIn(session, account.id(), request.getRemoteAddr());
    Optional<String> step = step(account, begun);
    if (step.isPresent()) {
      session.setAttribute(
          BEGUN,
          new Begun(
              account.id(),
              account.credentialsVersion(),
              now,
              begun.proved(),
              begun.counted(),
              begun.byCode(),
              begun.to()));
      return step.get();
    }
    String address = request.getRemoteAddr();
    for (int i = 0; i < begun.counted(); i++) {
      failures.succeeded(account.name().text(), address);
    }
    begun.byCode().ifPresent(under -> failures.succeeded(under, address));
    if (begun.counted() > 0 || begun.byCode().isPresent()) {
      recorder.ofAccount(account, EventKind.SIGNED_IN, address, Event.Result.DONE);
    }
    DeskAuthentication whole = new DeskAuthentication(new SignedIn(account, now, address));
    contexts.saveContext(new SecurityContextImpl(whole), request, response);
    return begun.to();
  }

  private static Optional<String> step(Account account, Begun begun) {
    if (account.secondFactor() && !begun.proved()) {
      return Optional.of("/second-factor");
    }
    if (account.mustChangePassword() && begun.byCode().isEmpty()) {
      return Optional.of("/password");
    }
    return account.mustEnrolSecondFactor() ? Optional.of("/second-factor/enrol") : Optional.empty();
  }

  private static HttpSession renewed(HttpServletRequest request) {
    HttpSession old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    return request.getSession(true);
  }
}
