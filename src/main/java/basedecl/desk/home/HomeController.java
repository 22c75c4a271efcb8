package basedecl.desk.home;

import basedecl.desk.declare.Waiting;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.SignedIn;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what waits for who is signed in, and what needs no account. */
@Controller
public final class HomeController {

  private final Waiting.Source waiting;

  public HomeController(Waiting.Source waiting) {
    this.waiting = waiting;
  }

  @GetMapping("/")
  String home(@AuthenticationPrincipal @Nullable SignedIn who, Locale locale, Model model) {
    model.addAttribute(
        "waiting", waiting.of(Optional.ofNullable(who), ProgramMessages.language(locale)));
    return "home";
  }
}
