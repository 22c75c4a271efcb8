package basedecl.desk.result;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.declare.Clerks;
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
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The review's decision, and the employer's confirmation of it. */
@Controller
final class ResultController {

  private final Clerks clerks;
  private final RulesShelf shelf;
  private final ResultPage.Source pages;
  private final Confirmations confirmations;
  private final Recorder recorder;
  private final DeskSettings desk;

  ResultController(
      Clerks clerks,
      RulesShelf shelf,
      ResultPage.Source pages,
      Confirmations confirmations,
      Recorder recorder,
      DeskSettings desk) {
    this.clerks = clerks;
    this.shelf = shelf;
    this.pages = pages;
    this.confirmations = confirmations;
    this.recorder = recorder;
    this.desk = desk;
  }

  @GetMapping("/declare/result")
  String result(
      @AuthenticationPrincipal SignedIn who, HttpSession session, Locale locale, Model model) {
    Optional<For> chosen = clerks.chosen(who, session);
    if (chosen.isEmpty()) {
      return "redirect:/declare";
    }
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.employer(chosen.get().employerCode()));
    return page(chosen.get(), "", ProgramMessages.language(locale), model);
  }

  @PostMapping("/declare/result")
  String confirm(
      @AuthenticationPrincipal SignedIn who,
      HttpSession session,
      Locale locale,
      HttpServletResponse response,
      Model model)
      throws IOException {
    For whom =
        clerks
            .chosen(who, session)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
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
