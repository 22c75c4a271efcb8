package basedecl.desk.review;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.material.MaterialsShelf;
import basedecl.desk.material.Scan;
import basedecl.desk.material.ScanAnswers;
import basedecl.desk.page.Faults;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.ledger.review.DeskDecision;
import basedecl.ledger.review.ProcedureRecord;
import basedecl.message.Message;
import basedecl.policy.Population;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An employer's declaration: its figures beside its scans, and the decision on it. */
@Controller
final class ReviewController {

  private final Decisions decisions;
  private final ReviewPages pages;
  private final MaterialsShelf shelf;
  private final ScanAnswers answers;
  private final Recorder recorder;

  ReviewController(
      Decisions decisions,
      ReviewPages pages,
      MaterialsShelf shelf,
      ScanAnswers answers,
      Recorder recorder) {
    this.decisions = decisions;
    this.pages = pages;
    this.shelf = shelf;
    this.answers = answers;
    this.recorder = recorder;
  }

  @GetMapping("/review/{employer}")
  String employer(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("employer") String employer,
      @RequestParam(name = "population", defaultValue = "employees") String whose,
      @RequestParam(name = "scan", defaultValue = "") String scan,
      Locale locale,
      Model model)
      throws IOException {
    Population population = population(whose);
    ProcedureRecord standing = standing(who, population, employer);
    return page(who, population, standing, scan, DecisionForm.BLANK, locale, model);
  }

  private String page(
      SignedIn who,
      Population population,
      ProcedureRecord standing,
      String scan,
      DecisionForm form,
      Locale locale,
      Model model)
      throws IOException {
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.employer(standing.employerCode()));
    model.addAttribute(
        "it", pages.page(who, population, standing, scan, ProgramMessages.language(locale)));
    model.addAttribute("form", form);
    model.addAttribute("grounds", Ground.values());
    return "review/employer";
  }

  @PostMapping("/review/{employer}")
  String decide(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("employer") String employer,
      @RequestParam MultiValueMap<String, String> sent,
      Faults faults,
      Locale locale,
      HttpServletResponse response,
      Model model,
      RedirectAttributes next)
      throws IOException {
    Population population = population(Optional.ofNullable(sent.getFirst("population")).orElse(""));
    ProcedureRecord standing = standing(who, population, employer);
    Seen seen =
        Seen.of(Optional.ofNullable(sent.getFirst("seen")).orElse(""))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    DecisionForm form = DecisionForm.of(sent);
    form.check(faults);
    if (!faults.isEmpty()) {
      return page(who, population, standing, "", form, locale, model);
    }
    Optional<Message> against =
        decisions.decide(
            who,
            standing,
            seen,
            form.decision().orElseThrow(),
            form.text(),
            ProgramMessages.language(locale));
    if (against.isPresent()) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      model.addAttribute("wrong", against.get().in(ProgramMessages.language(locale)));
      return page(who, population, standing, "", form, locale, model);
    }
    next.addFlashAttribute("decided", true);
    return back(employer, population, next);
  }

  @PostMapping(path = "/review/{employer}", params = "undo")
  String undo(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("employer") String employer,
      @RequestParam("population") String whose,
      @RequestParam("undo") String id,
      Locale locale,
      RedirectAttributes next) {
    Population population = population(whose);
    DeskDecision decision =
        Optional.of(id)
            .filter(text -> text.matches("[0-9]{1,18}"))
            .flatMap(text -> decisions.find(who, population, Long.parseLong(text)))
            .filter(known -> known.employerCode().equals(employer))
            .orElseThrow(ReviewController::notThere);
    Optional<Message> against = decisions.undo(who, decision);
    next.addFlashAttribute("undone", against.isEmpty());
    against.ifPresent(
        sentence -> next.addFlashAttribute("wrong", sentence.in(ProgramMessages.language(locale))));
    return back(employer, population, next);
  }

  /** A scan of the version that stands. */
  @GetMapping("/review/{employer}/scans/{id}/{name}")
  void scan(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("employer") String employer,
      @PathVariable("id") String id,
      @PathVariable("name") String name,
      @RequestParam(name = "population", defaultValue = "employees") String whose,
      HttpServletResponse response)
      throws IOException {
    ProcedureRecord standing = standing(who, population(whose), employer);
    if (!Long.toString(standing.declarationId()).equals(id)) {
      throw notThere();
    }
    Scan scan =
        shelf
            .find(standing.declarationId(), employer, name)
            .orElseThrow(ReviewController::notThere);
    if (!answers.send(who, standing.declarationId(), employer, scan, response)) {
      throw notThere();
    }
  }

  private static String back(String employer, Population population, RedirectAttributes next) {
    next.addAttribute("employer", employer);
    next.addAttribute("population", population.word());
    return "redirect:/review/{employer}";
  }

  private ProcedureRecord standing(SignedIn who, Population population, String employer) {
    return decisions.standing(who, population, employer).orElseThrow(ReviewController::notThere);
  }

  private static Population population(String word) {
    return Population.of(word).orElseThrow(ReviewController::notThere);
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
