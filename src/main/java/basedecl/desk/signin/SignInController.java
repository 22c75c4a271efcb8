package basedecl.desk.signin;

import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.desk.page.Faults;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.ReturnAddress;
import basedecl.desk.security.SignInSteps;
import basedecl.desk.security.SignedIn;
import basedecl.desk.signin.PasswordCheck.Outcome;
import basedecl.message.Message;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Name and password; and the way out. */
@Controller
public final class SignInController {

  private final PasswordCheck passwords;
  private final SignInSteps steps;
  private final Recorder recorder;

  SignInController(PasswordCheck passwords, SignInSteps steps, Recorder recorder) {
    this.passwords = passwords;
    this.steps = steps;
    this.recorder = recorder;
  }

  @GetMapping("/sign-in")
  String page(
      @RequestParam(defaultValue = "/") String to,
      @RequestParam Optional<String> ended,
      Model model) {
    model.addAttribute("notice", ended.isPresent() ? "desk.sign-in.ended" : "");
    return page("", to, model);
  }

  @PostMapping("/sign-in")
  String signIn(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "/") String to,
      HttpServletRequest request,
      HttpServletResponse response,
      Faults faults,
      Model model) {
    if (name.isBlank()) {
      faults.at("name", Message.of("desk.sign-in.no-name"));
    }
    if (password.isEmpty()) {
      faults.at("password", Message.of("desk.sign-in.no-password"));
    }
    if (faults.isEmpty()) {
      Outcome outcome = passwords.check(name, password, request.getRemoteAddr());
      if (outcome instanceof Outcome.Right right) {
        String next = steps.begin(request, response, right.account(), ReturnAddress.of(to));
        return "redirect:" + next;
      }
      refused(outcome, faults, response);
    } else {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
    return page(name, to, model);
  }

  private static void refused(Outcome outcome, Faults faults, HttpServletResponse response) {
    if (outcome instanceof Outcome.Wait wait) {
      faults.waiting("name", wait.seconds(), response);
    } else if (outcome instanceof Outcome.Over) {
      faults.at("name", Message.of("desk.sign-in.over"));
    } else {
      faults.at("name", Message.of("desk.sign-in.wrong"));
    }
  }

  private static String page(String name, String to, Model model) {
    model.addAttribute("name", name);
    model.addAttribute("to", ReturnAddress.of(to));
    return "signin/sign-in";
  }

  /** Ends the session; the browser forgets what it kept of the pages. */
  @PostMapping("/sign-out")
  String signOut(
      @AuthenticationPrincipal @Nullable SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (who != null) {
      recorder.ofAccount(who.account(), EventKind.SIGNED_OUT, who.address(), Event.Result.DONE);
    }
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    return "redirect:/";
  }
}
