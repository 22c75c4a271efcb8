package basedecl.desk.dues;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.RulesShelf;
import basedecl.desk.submission.Submissions.For;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The employer's dues, payments and late fees to look up. */
@Controller
final class DuesController {

  private final RulesShelf shelf;
  private final DuesPage.Source pages;
  private final Recorder recorder;

  DuesController(RulesShelf shelf, DuesPage.Source pages, Recorder recorder) {
    this.shelf = shelf;
    this.pages = pages;
    this.recorder = recorder;
  }

  @GetMapping("/declare/dues")
  String dues(@AuthenticationPrincipal SignedIn who, For whom, Locale locale, Model model) {
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.employer(whom.employerCode()));
    model.addAttribute("it", pages.page(whom, shelf.current(), ProgramMessages.language(locale)));
    return "dues/dues";
  }
}
