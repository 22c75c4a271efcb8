package basedecl.desk.signin;

import basedecl.account.Account;
import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.account.SignInDelay;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.security.Recorder;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.FailureLedger;
import basedecl.ledger.account.PasswordHashes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Checks a name and a password. Whether the name is nobody's, the password is wrong or the account
 * is locked, the answer is the same and takes as long: a password is hashed at full work always.
 * Few are hashed at a time, so that a flood of attempts leaves the cores to the others.
 */
final class PasswordCheck {

  /** What came of an attempt. */
  sealed interface Outcome {

    /** The password is right and may be used. */
    record Right(Account account) implements Outcome {}

    /** Right, but a one-time password that was fetched too late. */
    record Over() implements Outcome {}

    /** Not that name with that password, or locked; who tried is not told which. */
    record Wrong() implements Outcome {}

    /** Not looked at: too many attempts. */
    record Wait(long seconds) implements Outcome {}
  }

  private static final int AT_ONCE = 2;
  private static final int PATIENCE_SECONDS = 3;

  /** A chosen password has at most this many characters; nothing longer is hashed. */
  private static final int LONGEST = 256;

  private final Semaphore free = new Semaphore(AT_ONCE, true);
  private final PasswordEncoder encoder = PasswordHashes.encoder();

  /** The hash of a password nobody has. */
  private final String nobodys = String.valueOf(encoder.encode(UUID.randomUUID().toString()));

  private final AccountLedger accounts;
  private final FailureLedger failures;
  private final Recorder recorder;
  private final DeskSettings desk;

  PasswordCheck(
      AccountLedger accounts, FailureLedger failures, Recorder recorder, DeskSettings desk) {
    this.accounts = accounts;
    this.failures = failures;
    this.recorder = recorder;
    this.desk = desk;
  }

  /** An attempt to sign in. A right one stays counted until the whole sign-in is done. */
  Outcome check(String name, String password, String address) {
    Instant now = desk.clock().instant();
    SignInDelay.Verdict verdict = failures.verdict(name, address, now);
    if (!verdict.isAllowed(now)) {
      return new Outcome.Wait(verdict.seconds(now));
    }
    if (!acquired()) {
      return new Outcome.Wait(PATIENCE_SECONDS);
    }
    try {
      failures.failed(name, address, now);
      return looked(name, password, address, now);
    } finally {
      free.release();
    }
  }

  private Outcome looked(String name, String password, String address, Instant now) {
    Optional<Account> account = accounts.find(name);
    String kept = account.map(found -> accounts.passwordHash(found.id())).orElse(nobodys);
    boolean right = matches(password, kept) && account.isPresent();
    if (!right || account.get().isLocked()) {
      account.ifPresentOrElse(
          tried ->
              recorder.ofAccount(tried, EventKind.SIGN_IN_FAILED, address, Event.Result.REFUSED),
          () -> recorder.ofNobody(EventKind.SIGN_IN_FAILED, address));
      return new Outcome.Wrong();
    }
    return account.get().isOneTimePasswordOver(now)
        ? new Outcome.Over()
        : new Outcome.Right(account.get());
  }

  /** Whether that is the password of whoever is signed in; a wrong one counts as a failure. */
  Outcome confirm(Account account, String password, String address) {
    Outcome outcome = check(account.name().text(), password, address);
    if (outcome instanceof Outcome.Right) {
      failures.succeeded(account.name().text(), address);
    }
    return outcome;
  }

  /**
   * A one-time password is hashed with little work; the work of a chosen one is then done beside
   * it, so that the time does not tell who has not yet changed theirs.
   */
  private boolean matches(String password, String kept) {
    String typed = password.length() > LONGEST ? "" : password;
    boolean right = encoder.matches(typed, kept);
    if (encoder.upgradeEncoding(kept)) {
      encoder.matches(typed, nobodys);
    }
    return right;
  }

  private boolean acquired() {
    try {
      return free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
