package basedecl.desk.dues;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.declare.Clerks;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.RulesShelf;
import basedecl.desk.submission.Submissions.For;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The employer's dues, payments and late fees to look up. */
@Controller
final class DuesController {

  private final Clerks clerks;
  private final RulesShelf shelf;
  private final DuesPage.Source pages;
  private final Recorder recorder;

  DuesController(Clerks clerks, RulesShelf shelf, DuesPage.Source pages, Recorder recorder) {
    this.clerks = clerks;
    this.shelf = shelf;
    this.pages = pages;
    this.recorder = recorder;
  }

  @GetMapping("/declare/dues")
  String dues(
      @AuthenticationPrincipal SignedIn who, HttpSession session, Locale locale, Model model) {
    Optional<For> chosen = clerks.chosen(who, session);
    if (chosen.isEmpty()) {
      return "redirect:/declare";
    }
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.employer(chosen.get().employerCode()));
    model.addAttribute(
        "it", pages.page(chosen.get(), shelf.current(), ProgramMessages.language(locale)));
    return "dues/dues";
  }
}
