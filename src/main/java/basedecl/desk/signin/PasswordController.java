package basedecl.desk.signin;

import basedecl.account.Account;
import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.account.PasswordRule;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Another password: at the first sign-in because one must, later because one likes to. */
@Controller
public final class PasswordController {

  private static final String SIGN_IN = "redirect:/sign-in";

  private final PasswordCheck passwords;
  private final AccountLedger accounts;
  private final SignInSteps steps;
  private final Recorder recorder;

  PasswordController(
      PasswordCheck passwords, AccountLedger accounts, SignInSteps steps, Recorder recorder) {
    this.passwords = passwords;
    this.accounts = accounts;
    this.steps = steps;
    this.recorder = recorder;
  }

  @GetMapping("/password")
  String page(
      @AuthenticationPrincipal @Nullable SignedIn who, HttpServletRequest request, Model model) {
    return account(who, request).map(account -> page(account, model)).orElse(SIGN_IN);
  }

  private static String page(Account account, Model model) {
    model.addAttribute("first", account.mustChangePassword());
    model.addAttribute("account", account.name().text());
    model.addAttribute("shortest", PasswordRule.SHORTEST);
    return "signin/password";
  }

  @PostMapping("/password")
  String change(
      @AuthenticationPrincipal @Nullable SignedIn who,
      @RequestParam(defaultValue = "") String old,
      @RequestParam(defaultValue = "") String chosen,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request,
      HttpServletResponse response,
      Faults faults,
      Model model) {
    Optional<Account> found = account(who, request);
    if (found.isEmpty()) {
      return SIGN_IN;
    }
    Account account = found.get();
    PasswordRule.check(chosen, account.name(), account.employers())
        .ifPresent(fault -> faults.at("chosen", fault.sentence()));
    if (!chosen.equals(again)) {
      faults.at("again", Message.of("desk.password.differ"));
    }
    if (chosen.equals(old) && faults.isEmpty()) {
      faults.at("chosen", Message.of("desk.password.same"));
    }
    if (faults.isEmpty()) {
      Outcome outcome = passwords.confirm(account, old, request.getRemoteAddr());
      if (outcome instanceof Outcome.Right) {
        return changed(account, chosen, steps.begun(request), request, response);
      }
      if (outcome instanceof Outcome.Wait wait) {
        faults.waiting("old", wait.seconds(), response);
      } else {
        faults.at("old", Message.of("desk.password.old-wrong"));
      }
    }
    return page(account, model);
  }

  private String changed(
      Account account,
      String chosen,
      Optional<Begun> begun,
      HttpServletRequest request,
      HttpServletResponse response) {
    accounts.changePassword(account.id(), chosen);
    recorder.ofAccount(
        account, EventKind.PASSWORD_CHANGED, request.getRemoteAddr(), Event.Result.DONE);
    Account now = accounts.find(account.id()).orElseThrow();
    return "redirect:"
        + (begun.isPresent()
            ? steps.goOn(request, response, begun.get())
            : steps.again(request, response, now));
  }

  /** Whose password it is; a sign-in that still owes its code may not change it. */
  private Optional<Account> account(@Nullable SignedIn who, HttpServletRequest request) {
    if (who != null) {
      return Optional.of(who.account());
    }
    return steps
        .begun(request)
        .flatMap(
            begun ->
                accounts
                    .find(begun.account())
                    .filter(account -> begun.proved() || !account.secondFactor()));
  }
}
