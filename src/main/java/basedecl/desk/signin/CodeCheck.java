package basedecl.desk.signin;

import basedecl.account.Account;
import basedecl.account.CodeLetter;
import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.account.SignInDelay;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.security.Recorder;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.FailureLedger;
import basedecl.ledger.account.PasswordHashes;
import basedecl.ledger.account.PersonCodeLedger;
import basedecl.ledger.account.PersonCodeLedger.Kept;
import basedecl.person.IdNumber;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Checks the name, document and one-time code of somebody who pays alone. Whether nobody of that
 * document has codes, the name is another's, the code is wrong, used or over, or the account is
 * locked, the answer is the same and takes as long: as many codes are compared as a person can have
 * at most. A right one is used up.
 */
final class CodeCheck {

  /** What came of an attempt. */
  sealed interface Outcome {

    /** Right; {@code countedUnder} what the attempt was counted under. */
    record Right(Account account, String countedUnder) implements Outcome {}

    record Wrong() implements Outcome {}

    /** Not looked at: too many attempts. */
    record Wait(long seconds) implements Outcome {}
  }

  /** A code has 19 signs with its hyphens; nothing much longer is hashed. */
  private static final int LONGEST = 64;

  private final PasswordEncoder encoder = PasswordHashes.encoder();
  private final String nobodys = PasswordHashes.ofNobody(UUID.randomUUID().toString());
  private final AccountLedger accounts;
  private final PersonCodeLedger codes;
  private final FailureLedger failures;
  private final Recorder recorder;
  private final DeskSettings desk;

  CodeCheck(
      AccountLedger accounts,
      PersonCodeLedger codes,
      FailureLedger failures,
      Recorder recorder,
      DeskSettings desk) {
    this.accounts = accounts;
    this.codes = codes;
    this.failures = failures;
    this.recorder = recorder;
    this.desk = desk;
  }

  /** An attempt to sign in. A right one stays counted until the whole sign-in is done. */
  Outcome check(String name, IdNumber document, String code, String address) {
    Instant now = desk.clock().instant();
    String under = CodeLetter.countedUnder(document);
    SignInDelay.Verdict verdict = failures.verdict(under, address, now);
    if (!verdict.isAllowed(now)) {
      return new Outcome.Wait(verdict.seconds(now));
    }
    failures.failed(under, address, now);
    Optional<Account> account = accounts.ofPerson(document);
    List<Kept> kept = account.map(found -> codes.unused(found.id(), now)).orElse(List.of());
    Optional<Kept> right =
        matching(kept, code).filter(each -> CodeLetter.isName(name, each.personName()));
    if (right.isPresent()
        && account.isPresent()
        && !account.get().isLocked()
        && codes.use(right.get().id(), now)) {
      return new Outcome.Right(account.get(), under);
    }
    account.ifPresentOrElse(
        tried -> recorder.ofAccount(tried, EventKind.SIGN_IN_FAILED, address, Event.Result.REFUSED),
        () -> recorder.ofNobody(EventKind.SIGN_IN_FAILED, address));
    return new Outcome.Wrong();
  }

  private Optional<Kept> matching(List<Kept> kept, String code) {
    String typed = code.length() > LONGEST ? "" : written(code);
    Optional<Kept> found = Optional.empty();
    for (int i = 0; i < CodeLetter.MOST; i++) {
      boolean same = encoder.matches(typed, i < kept.size() ? kept.get(i).hash() : nobodys);
      if (same && i < kept.size()) {
        found = Optional.of(kept.get(i));
      }
    }
    return found;
  }

  /** As the letter has it: {@code k7md-92hs-wq8x-fz4t}, however it was typed. */
  private static String written(String code) {
    return code.toLowerCase(Locale.ROOT)
        .replaceAll("[^0-9a-z]", "")
        .replaceAll("(.{4})(?=.)", "$1-");
  }
}
