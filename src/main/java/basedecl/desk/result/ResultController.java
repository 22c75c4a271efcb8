package basedecl.desk.result;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.RulesShelf;
import basedecl.desk.submission.Submissions.For;
import basedecl.finding.Finding;
import basedecl.finding.FindingText;
import basedecl.message.Language;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The review's decision, and the employer's confirmation of it. */
@Controller
final class ResultController {

  private final RulesShelf shelf;
  private final ResultPage.Source pages;
  private final Confirmations confirmations;
  private final Recorder recorder;
  private final DeskSettings desk;

  ResultController(
      RulesShelf shelf,
      ResultPage.Source pages,
      Confirmations confirmations,
      Recorder recorder,
      DeskSettings desk) {
    this.shelf = shelf;
    this.pages = pages;
    this.confirmations = confirmations;
    this.recorder = recorder;
    this.desk = desk;
  }

  @GetMapping("/declare/result")
  String result(@AuthenticationPrincipal SignedIn who, For whom, Locale locale, Model model) {
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.employer(whom.employerCode()));
    return page(whom, "", ProgramMessages.language(locale), model);
  }

  @PostMapping("/declare/result")
  String confirm(
      @AuthenticationPrincipal SignedIn who,
      For whom,
      Locale locale,
      HttpServletResponse response,
      Model model)
      throws IOException {
    Optional<Finding> refused = confirmations.confirm(whom, desk.businessDate());
    EventSubject employer = EventSubject.employer(whom.employerCode());
    if (refused.isPresent()) {
      recorder.refused(who, EventKind.CONFIRMED, employer);
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      Language language = ProgramMessages.language(locale);
      return page(whom, FindingText.sentence(refused.get(), language), language, model);
    }
    recorder.done(who, EventKind.CONFIRMED, employer);
    return "redirect:/declare/result";
  }

  private String page(For whom, String error, Language language, Model model) {
    model.addAttribute("error", error);
    model.addAttribute("it", pages.page(whom, shelf.current(), language));
    return "result/result";
  }
}
