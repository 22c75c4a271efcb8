package basedecl.desk.signin;

import basedecl.account.Account;
import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.account.OneTimeCode;
import basedecl.account.OneTimeSecret;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.Faults;
import basedecl.desk.security.Begun;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignInSteps;
import basedecl.desk.security.SignedIn;
import basedecl.desk.signin.PasswordCheck.Outcome;
import basedecl.ledger.account.AccountLedger;
import basedecl.message.Message;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A second factor enrolled: at the first sign-in where the role asks for one, by choice for the
 * others. The secret is shown once and stands in the session until a code proves that it arrived.
 */
@Controller
public final class EnrolmentController {

  private static final String SECRET = OneTimeSecret.class.getName();
  private static final String SIGN_IN = "redirect:/sign-in";

  private final SecureRandom random = new SecureRandom();
  private final PasswordCheck passwords;
  private final AccountLedger accounts;
  private final SignInSteps steps;
  private final Recorder recorder;
  private final DeskSettings desk;
  private final MessageSource messages;

  EnrolmentController(
      PasswordCheck passwords,
      AccountLedger accounts,
      SignInSteps steps,
      Recorder recorder,
      DeskSettings desk,
      MessageSource messages) {
    this.passwords = passwords;
    this.accounts = accounts;
    this.steps = steps;
    this.recorder = recorder;
    this.desk = desk;
    this.messages = messages;
  }

  @GetMapping("/second-factor/enrol")
  String page(
      @AuthenticationPrincipal @Nullable SignedIn who, HttpServletRequest request, Model model) {
    return account(who, request)
        .map(account -> page(account, who != null, request, model))
        .orElse(SIGN_IN);
  }

  private String page(Account account, boolean byChoice, HttpServletRequest request, Model model) {
    model.addAttribute("enrolled", account.secondFactor());
    model.addAttribute("byChoice", byChoice);
    if (!account.secondFactor()) {
      OneTimeSecret secret = secret(request.getSession());
      String issuer = messages.getMessage("desk.name", null, request.getLocale());
      model.addAttribute("secret", secret.grouped());
      model.addAttribute("account", account.name().text());
      model.addAttribute("picture", QrPicture.of(secret.uri(issuer, account.name())));
    }
    return "signin/enrol";
  }

  private OneTimeSecret secret(HttpSession session) {
    if (session.getAttribute(SECRET) instanceof OneTimeSecret shown) {
      return shown;
    }
    OneTimeSecret drawn = OneTimeSecret.draw(random);
    session.setAttribute(SECRET, drawn);
    return drawn;
  }

  @PostMapping("/second-factor/enrol")
  String enrol(
      @AuthenticationPrincipal @Nullable SignedIn who,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Faults faults,
      Model model) {
    Optional<Account> found = account(who, request);
    if (found.isEmpty() || found.get().secondFactor()) {
      return SIGN_IN;
    }
    Account account = found.get();
    OptionalLong step =
        OneTimeCode.step(
            secret(request.getSession()), code, desk.clock().instant(), OptionalLong.empty());
    if (step.isEmpty()) {
      faults.at("code", Message.of("desk.second-factor.wrong"));
    } else if (who != null) {
      confirm(account, password, request, response, faults);
    }
    if (!faults.isEmpty()) {
      return page(account, who != null, request, model);
    }
    return enrolled(account, step.getAsLong(), request, response);
  }

  /** Whoever finds a desk left open cannot bind its owner's account to a telephone of theirs. */
  private void confirm(
      Account account,
      String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Faults faults) {
    Outcome outcome = passwords.confirm(account, password, request.getRemoteAddr());
    if (outcome instanceof Outcome.Wait wait) {
      faults.waiting("password", wait.seconds(), response);
    } else if (!(outcome instanceof Outcome.Right)) {
      faults.at("password", Message.of("desk.password.old-wrong"));
    }
  }

  private String enrolled(
      Account account, long step, HttpServletRequest request, HttpServletResponse response) {
    Optional<Begun> begun = steps.begun(request);
    if (!accounts.enrol(account.id(), secret(request.getSession()), step)) {
      return SIGN_IN;
    }
    recorder.ofAccount(
        account, EventKind.SECOND_FACTOR_ENROLLED, request.getRemoteAddr(), Event.Result.DONE);
    Account now = accounts.find(account.id()).orElseThrow();
    return "redirect:"
        + (begun.isPresent()
            ? steps.goOn(request, response, begun.get().withEnrolment())
            : steps.again(request, response, now));
  }

  private Optional<Account> account(@Nullable SignedIn who, HttpServletRequest request) {
    if (who != null) {
      return Optional.of(who.account());
    }
    return steps
        .begun(request)
        .flatMap(begun -> accounts.find(begun.account()))
        .filter(account -> account.mustEnrolSecondFactor() && !account.mustChangePassword());
  }
}
