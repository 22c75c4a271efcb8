package basedecl.desk.declare;

import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.Submissions.For;
import basedecl.policy.Population;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where the year's declaration of the clerk's employer stands. */
@Controller
final class DeclareController {

  private final Clerks clerks;
  private final DeclarePage.Source pages;

  DeclareController(Clerks clerks, DeclarePage.Source pages) {
    this.clerks = clerks;
    this.pages = pages;
  }

  @GetMapping("/declare")
  String declare(
      @AuthenticationPrincipal SignedIn who, HttpSession session, Locale locale, Model model) {
    Optional<For> chosen = clerks.chosen(who, session);
    model.addAttribute("choices", clerks.choices(who));
    if (chosen.isEmpty()) {
      return "declare/choose";
    }
    model.addAttribute("it", pages.page(chosen.get(), ProgramMessages.language(locale)));
    return "declare/declare";
  }

  @PostMapping("/declare")
  String choose(
      @AuthenticationPrincipal SignedIn who,
      HttpSession session,
      @RequestParam("employer") String employer,
      @RequestParam(name = "population", defaultValue = "employees") String population) {
    Population whose =
        Population.of(population)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    if (!clerks.choose(who, session, employer, whose)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return "redirect:/declare";
  }
}
