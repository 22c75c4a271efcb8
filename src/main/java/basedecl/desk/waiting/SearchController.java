package basedecl.desk.waiting;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.Faults;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.waiting.SearchPage.Asked;
import basedecl.message.Message;
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

/**
 * The search for people and employers. What is looked for is sent in the body and kept in the
 * session, so that no number and no name ever stands in an address.
 */
@Controller
final class SearchController {

  private static final String ASKED = Asked.class.getName();
  private static final int LONGEST = 100;

  private final SearchPage.Source pages;
  private final Recorder recorder;

  SearchController(SearchPage.Source pages, Recorder recorder) {
    this.pages = pages;
    this.recorder = recorder;
  }

  @GetMapping("/runs/search")
  String form(
      @AuthenticationPrincipal SignedIn who, HttpSession session, Locale locale, Model model) {
    Optional<Asked> asked =
        Optional.ofNullable(session.getAttribute(ASKED)).map(each -> (Asked) each);
    SearchPage page = pages.page(asked, ProgramMessages.language(locale));
    page.people().stream()
        .map(SearchPage.Person::idNumber)
        .distinct()
        .forEach(number -> recorder.done(who, EventKind.LOOKED_AT, EventSubject.person(number)));
    model.addAttribute("it", page);
    return "waiting/search";
  }

  @PostMapping("/runs/search")
  String search(
      HttpSession session,
      @RequestParam("what") String what,
      @RequestParam("text") String text,
      Faults faults,
      Locale locale,
      Model model) {
    String asked = text.strip();
    if (asked.isEmpty() || asked.length() > LONGEST) {
      session.removeAttribute(ASKED);
      faults.at("text", Message.of("desk.search.empty"));
      model.addAttribute("it", pages.page(Optional.empty(), ProgramMessages.language(locale)));
      return "waiting/search";
    }
    session.setAttribute(ASKED, new Asked(what.equals("employer"), asked));
    return "redirect:/runs/search";
  }

  /** Shows one person's whole number, once. */
  @PostMapping("/runs/search/number")
  String reveal(
      @AuthenticationPrincipal SignedIn who,
      HttpSession session,
      @RequestParam("line") long line,
      Locale locale,
      Model model) {
    Optional<Asked> asked =
        Optional.ofNullable(session.getAttribute(ASKED)).map(each -> (Asked) each);
    SearchPage page = pages.page(asked, ProgramMessages.language(locale));
    SearchPage.Person person =
        page.people().stream()
            .filter(each -> each.line() == line)
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    recorder.done(who, EventKind.NUMBER_REVEALED, EventSubject.person(person.idNumber()));
    model.addAttribute("it", page);
    model.addAttribute("revealed", line);
    return "waiting/search";
  }
}
