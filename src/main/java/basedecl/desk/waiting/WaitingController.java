package basedecl.desk.waiting;

import basedecl.desk.page.ProgramMessages;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.RulesShelf;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for whom. */
@Controller
final class WaitingController {

  private final WaitingPage.Source pages;
  private final RulesShelf shelf;

  WaitingController(WaitingPage.Source pages, RulesShelf shelf) {
    this.pages = pages;
    this.shelf = shelf;
  }

  @GetMapping("/runs/waiting")
  String waiting(Locale locale, Model model) {
    Rules rules = shelf.current();
    model.addAttribute(
        "it", pages.page(rules.policy().name(), rules.year(), ProgramMessages.language(locale)));
    model.addAttribute("turns", Reminders.TURNS);
    return "waiting/waiting";
  }
}
