package basedecl.desk.signin;

import basedecl.account.Account;
import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.account.OneTimeCode;
import basedecl.account.SignInDelay;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.Faults;
import basedecl.desk.security.Begun;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignInSteps;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.FailureLedger;
import basedecl.message.Message;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The code of the second factor, asked for at each sign-in after the password. */
@Controller
public final class SecondFactorController {

  private static final String PAGE = "signin/second-factor";
  private static final String SIGN_IN = "redirect:/sign-in";

  private final AccountLedger accounts;
  private final FailureLedger failures;
  private final SignInSteps steps;
  private final Recorder recorder;
  private final DeskSettings desk;

  SecondFactorController(
      AccountLedger accounts,
      FailureLedger failures,
      SignInSteps steps,
      Recorder recorder,
      DeskSettings desk) {
    this.accounts = accounts;
    this.failures = failures;
    this.steps = steps;
    this.recorder = recorder;
    this.desk = desk;
  }

  @GetMapping("/second-factor")
  String page(HttpServletRequest request) {
    return owing(request).isPresent() ? PAGE : SIGN_IN;
  }

  @PostMapping("/second-factor")
  String code(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Faults faults) {
    Optional<Begun> owing = owing(request);
    if (owing.isEmpty()) {
      return SIGN_IN;
    }
    Account account = accounts.find(owing.get().account()).orElseThrow();
    String address = request.getRemoteAddr();
    Instant now = desk.clock().instant();
    SignInDelay.Verdict verdict = failures.verdict(account.name().text(), address, now);
    if (!verdict.isAllowed(now)) {
      faults.waiting("code", verdict.seconds(now), response);
      return PAGE;
    }
    // Counted before it is looked at, and taken back at the end: six digits are soon tried through.
    failures.failed(account.name().text(), address, now);
    if (isRight(account, code, now)) {
      return "redirect:" + steps.goOn(request, response, owing.get().withProof());
    }
    recorder.ofAccount(account, EventKind.SECOND_FACTOR_FAILED, address, Event.Result.REFUSED);
    faults.at("code", Message.of("desk.second-factor.wrong"));
    return PAGE;
  }

  private boolean isRight(Account account, String code, Instant now) {
    OptionalLong step =
        accounts
            .secondFactor(account.id())
            .map(secret -> OneTimeCode.step(secret, code, now, accounts.lastStep(account.id())))
            .orElse(OptionalLong.empty());
    return step.isPresent() && accounts.useStep(account.id(), step.getAsLong());
  }

  private Optional<Begun> owing(HttpServletRequest request) {
    return steps
        .begun(request)
        .filter(begun -> !begun.proved())
        .filter(begun -> accounts.find(begun.account()).map(Account::secondFactor).orElse(false));
  }
}
