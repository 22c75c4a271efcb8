package basedecl.desk.run;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.job.desk.RunDesk;
import basedecl.message.Language;
import basedecl.message.Message;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The runs: a list, each as it goes and as it went, and the button that stops one. */
@Controller
final class RunController {

  private final RunDesk desk;
  private final BegunRuns begun;
  private final RunsPage.Source lists;
  private final RunPage.Source pages;
  private final Recorder recorder;

  RunController(
      RunDesk desk,
      BegunRuns begun,
      RunsPage.Source lists,
      RunPage.Source pages,
      Recorder recorder) {
    this.desk = desk;
    this.begun = begun;
    this.lists = lists;
    this.pages = pages;
    this.recorder = recorder;
  }

  @GetMapping("/runs")
  String runs(
      @RequestParam(defaultValue = "") String job,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "1") int page,
      Locale locale,
      Model model) {
    model.addAttribute("it", lists.page(job, state, page, ProgramMessages.language(locale)));
    return "run/runs";
  }

  /** What is under way and waits, alone: asked for again and again by the page's script. */
  @GetMapping("/runs/present")
  String present(Locale locale, Model model) {
    model.addAttribute("present", lists.present(ProgramMessages.language(locale)));
    return "run/present :: present";
  }

  @GetMapping("/runs/{id:[0-9]+}")
  String run(
      @PathVariable("id") long id,
      @RequestParam Optional<Long> beside,
      Locale locale,
      Model model) {
    model.addAttribute("it", page(id, beside, ProgramMessages.language(locale)));
    return "run/run";
  }

  /** The part of the page that changes while the run goes on; the whole page once it has ended. */
  @GetMapping("/runs/{id:[0-9]+}/state")
  String state(
      @PathVariable("id") long id, Locale locale, Model model, HttpServletResponse response) {
    RunPage page = page(id, Optional.empty(), ProgramMessages.language(locale));
    if (!page.open()) {
      response.setHeader("HX-Redirect", "/runs/" + id);
    }
    model.addAttribute("it", page);
    return "run/state :: state";
  }

  private RunPage page(long id, Optional<Long> beside, Language language) {
    return pages.page(id, beside, language).orElseThrow(RunController::notThere);
  }

  /** What was asked for until it has a number in the ledger; then the run's own page. */
  @GetMapping("/runs/asked/{number:[0-9]+}")
  String asked(@PathVariable("number") long number, Locale locale, Model model) {
    Language language = ProgramMessages.language(locale);
    Optional<RunDesk.Standing> standing = desk.standing(number);
    OptionalLong run = standing.map(this::runOf).orElseGet(OptionalLong::empty);
    if (run.isPresent()) {
      return "redirect:/runs/" + run.getAsLong();
    }
    String job =
        begun
            .of(number)
            .map(BegunRuns.Begun::job)
            .or(() -> standing.map(each -> each.asked().request().job()))
            .orElseThrow(RunController::notThere);
    model.addAttribute("number", number);
    model.addAttribute("job", job);
    model.addAttribute("title", RunWords.job(job, language));
    model.addAttribute(
        "open", standing.filter(each -> !(each instanceof RunDesk.Ended)).isPresent());
    model.addAttribute(
        "reason",
        standing
            .filter(each -> each instanceof RunDesk.Ended)
            .map(each -> ((RunDesk.Ended) each).outcome().sentence(language))
            .orElseGet(() -> Message.of("desk.run.taken-back"))
            .in(language));
    return "run/asked";
  }

  /** For the script of that page: leads on as soon as the run has begun. */
  @GetMapping("/runs/asked/{number:[0-9]+}/state")
  String askedState(
      @PathVariable("number") long number,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    String page = asked(number, locale, model);
    boolean leadsOn =
        page.startsWith("redirect:") || !Boolean.TRUE.equals(model.getAttribute("open"));
    if (leadsOn) {
      response.setHeader("HX-Redirect", "/runs/asked/" + number);
      response.setStatus(HttpStatus.NO_CONTENT.value());
    }
    return "run/asked :: state";
  }

  /** The run of the ledger that came of it, as soon as it has begun there. */
  private OptionalLong runOf(RunDesk.Standing standing) {
    if (standing instanceof RunDesk.Ended ended) {
      return BegunRuns.runOf(ended);
    }
    return standing instanceof RunDesk.UnderWay now ? pages.begunAs(now) : OptionalLong.empty();
  }

  @PostMapping("/runs/stop")
  String stop(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam("number") long number,
      RedirectAttributes next) {
    OptionalLong run = desk.standing(number).map(this::runOf).orElseGet(OptionalLong::empty);
    boolean stopping = desk.askToStop(number);
    if (stopping) {
      recorder.done(
          who,
          EventKind.JOB_STOPPED,
          EventSubject.object(run.isPresent() ? "run " + run.getAsLong() : "asked " + number));
    }
    next.addFlashAttribute("stopping", stopping);
    next.addFlashAttribute("notStopping", !stopping);
    return run.isPresent() ? "redirect:/runs/" + run.getAsLong() : "redirect:/runs";
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
