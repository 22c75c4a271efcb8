package basedecl.desk.home;

import basedecl.desk.declare.Waiting;
import basedecl.desk.page.HomeNote;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.SignedIn;
import basedecl.message.Language;
import java.util.List;
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
  private final List<HomeNote.Source> notes;

  /**
   * @param notes of the centre's page groups, each for its own roles
   */
  public HomeController(Waiting.Source waiting, List<HomeNote.Source> notes) {
    this.waiting = waiting;
    this.notes = List.copyOf(notes);
  }

  @GetMapping("/")
  String home(@AuthenticationPrincipal @Nullable SignedIn who, Locale locale, Model model) {
    Language language = ProgramMessages.language(locale);
    Optional<SignedIn> signedIn = Optional.ofNullable(who);
    model.addAttribute("waiting", waiting.of(signedIn, language));
    model.addAttribute(
        "notes",
        signedIn.stream()
            .flatMap(
                each ->
                    notes.stream().flatMap(source -> source.of(each.account(), language).stream()))
            .toList());
    return "home";
  }
}
