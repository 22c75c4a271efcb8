package basedecl.desk.review;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.declaration.procedure.Decision;
import basedecl.desk.page.Faults;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.ledger.review.DeskDecision;
import basedecl.ledger.review.ProcedureRecord;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue: looked through by its address, decided on several at once, handed to a run. */
@Controller
final class QueueController {

  /** Declarations that one form can decide on: those of its page. */
  private static final int MOST = QueuePages.ROWS;

  private final Decisions decisions;
  private final QueuePages pages;
  private final ReviewRuns runs;
  private final Recorder recorder;

  QueueController(Decisions decisions, QueuePages pages, ReviewRuns runs, Recorder recorder) {
    this.decisions = decisions;
    this.pages = pages;
    this.runs = runs;
    this.recorder = recorder;
  }

  /** What became of one of several. */
  record Told(String employer, String sentence) {}

  @GetMapping("/review")
  String queue(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam MultiValueMap<String, String> asked,
      Locale locale,
      Model model) {
    return page(who, QueueView.of(asked), DecisionForm.BLANK, List.of(), locale, model);
  }

  private String page(
      SignedIn who,
      QueueView view,
      DecisionForm form,
      List<String> picked,
      Locale locale,
      Model model) {
    model.addAttribute("it", pages.page(who, view, ProgramMessages.language(locale)));
    model.addAttribute("form", form);
    model.addAttribute("grounds", Ground.values());
    model.addAttribute("picked", picked);
    return "review/queue";
  }

  /** Decides on those that were picked, each by itself: one that cannot be holds up no other. */
  @PostMapping("/review")
  String decide(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam MultiValueMap<String, String> sent,
      Faults faults,
      Locale locale,
      Model model,
      RedirectAttributes next) {
    QueueView view = QueueView.of(sent);
    List<String> picked = Optional.ofNullable(sent.get("pick")).orElse(List.of());
    DecisionForm form = DecisionForm.of(sent);
    if (picked.isEmpty()) {
      faults.at("picks", Message.of("desk.review.pick-some"));
    }
    form.check(faults);
    if (!faults.isEmpty()) {
      return page(who, view, form, picked, locale, model);
    }
    List<Pick> picks = picks(who, view, picked);
    Language language = ProgramMessages.language(locale);
    List<Told> refused = new ArrayList<>();
    Decision decision = form.decision().orElseThrow();
    for (Pick pick : picks) {
      decisions
          .decide(who, pick.now(), pick.seen(), decision, form.text(), language)
          .ifPresent(against -> refused.add(told(pick.now(), against, language)));
    }
    next.addFlashAttribute("decided", picks.size() - refused.size());
    next.addFlashAttribute("refused", refused);
    return back(view, next);
  }

  /** A declaration that was picked, as it was seen and as it is. */
  private record Pick(Seen seen, ProcedureRecord now) {}

  /** All of them, or none: one that is not there for this reviewer is in no form of ours. */
  private List<Pick> picks(SignedIn who, QueueView view, List<String> picked) {
    if (picked.size() > MOST) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return picked.stream()
        .distinct()
        .map(text -> Seen.of(text).orElseThrow(QueueController::notThere))
        .map(
            seen ->
                new Pick(
                    seen,
                    decisions
                        .standing(who, view.population(), seen)
                        .orElseThrow(QueueController::notThere)))
        .toList();
  }

  private static Told told(ProcedureRecord now, Message against, Language language) {
    return new Told(now.employerName() + " " + now.employerCode(), against.in(language));
  }

  @PostMapping(path = "/review", params = "undo")
  String undo(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam MultiValueMap<String, String> sent,
      Locale locale,
      RedirectAttributes next) {
    QueueView view = QueueView.of(sent);
    DeskDecision decision =
        Optional.ofNullable(sent.getFirst("undo"))
            .filter(id -> id.matches("[0-9]{1,18}"))
            .flatMap(id -> decisions.find(who, view.population(), Long.parseLong(id)))
            .orElseThrow(QueueController::notThere);
    Optional<Message> against = decisions.undo(who, decision);
    next.addFlashAttribute("undone", against.isEmpty());
    against.ifPresent(
        sentence -> next.addFlashAttribute("wrong", sentence.in(ProgramMessages.language(locale))));
    return back(view, next);
  }

  /** A run takes what waits; whoever has nothing waiting is told. */
  @PostMapping(path = "/review", params = "run")
  String run(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam MultiValueMap<String, String> sent,
      Locale locale,
      RedirectAttributes next) {
    QueueView view = QueueView.of(sent);
    try {
      runs.start(view.population());
      recorder.done(who, EventKind.JOB_STARTED, EventSubject.object("review"));
    } catch (RefusedException e) {
      next.addFlashAttribute("wrong", e.text().in(ProgramMessages.language(locale)));
    }
    return back(view, next);
  }

  private static String back(QueueView view, RedirectAttributes next) {
    next.addAttribute("population", view.whose());
    next.addAttribute("state", view.state());
    next.addAttribute("agency", view.agency());
    next.addAttribute("days", view.days());
    next.addAttribute("employer", view.employer());
    next.addAttribute("page", view.page());
    return "redirect:/review";
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
