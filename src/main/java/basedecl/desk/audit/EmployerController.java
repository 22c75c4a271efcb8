package basedecl.desk.audit;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.explain.EmployersSeen;
import basedecl.desk.page.Faults;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.ledger.year.PersonRecord;
import basedecl.message.Message;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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

/** An employer as the auditor sees it, its people and the letter to it. */
@Controller
final class EmployerController {

  private static final String REVEALED = "revealed";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final EmployersSeen seen;
  private final EmployerPages pages;
  private final AuditPeople people;
  private final Notices notices;
  private final Outcomes outcomes;
  private final Assessments assessments;
  private final Recorder recorder;

  EmployerController(
      EmployersSeen seen,
      EmployerPages pages,
      AuditPeople people,
      Notices notices,
      Outcomes outcomes,
      Assessments assessments,
      Recorder recorder) {
    this.seen = seen;
    this.pages = pages;
    this.people = people;
    this.notices = notices;
    this.outcomes = outcomes;
    this.assessments = assessments;
    this.recorder = recorder;
  }

  @GetMapping("/audit/{code}")
  String employer(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("code") String code,
      Locale locale,
      Model model)
      throws IOException {
    seen.require(who, code);
    return page(who, code, "", "", locale, model);
  }

  /** Notes what the employer handed in, explained or corrected. */
  @PostMapping("/audit/{code}/outcome")
  String outcome(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("code") String code,
      @RequestParam(name = "kind", defaultValue = "") String kind,
      @RequestParam(name = "note", defaultValue = "") String note,
      Faults faults,
      Locale locale,
      HttpServletResponse response,
      Model model)
      throws IOException {
    seen.require(who, code);
    outcomes
        .record(code, kind, note, who)
        .forEach((field, key) -> faults.at(field, Message.of(key)));
    if (faults.isEmpty()) {
      recorder.done(who, EventKind.OUTCOME_RECORDED, EventSubject.employer(code));
      return "redirect:/audit/{code}#outcomes";
    }
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    return page(who, code, kind, note, locale, model);
  }

  private String page(
      SignedIn who, String code, String kind, String note, Locale locale, Model model)
      throws IOException {
    EmployerPage page =
        pages
            .page(code, ProgramMessages.language(locale))
            .orElseThrow(EmployerController::notThere);
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.employer(code));
    model.addAttribute("it", page);
    model.addAttribute("problems", assessments.problems(code, ProgramMessages.language(locale)));
    model.addAttribute("typedKind", kind);
    model.addAttribute("typedNote", note);
    return "audit/employer";
  }

  @GetMapping("/audit/{code}/people")
  String people(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("code") String code,
      @RequestParam(name = "all", defaultValue = "false") boolean all,
      @RequestParam(name = "page", defaultValue = "1") int page,
      Locale locale,
      Model model) {
    seen.require(who, code);
    int revealed = model.getAttribute(REVEALED) instanceof Integer line ? line : 0;
    PeoplePage shown =
        people
            .page(code, all, page, revealed, ProgramMessages.language(locale))
            .orElseThrow(EmployerController::notThere);
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.employer(code));
    model.addAttribute("it", shown);
    return "audit/people";
  }

  /** Shows one whole number, on the page that follows and no longer. */
  @PostMapping("/audit/{code}/reveal")
  String reveal(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("code") String code,
      @RequestParam(name = "all", defaultValue = "false") boolean all,
      @RequestParam(name = "page", defaultValue = "1") int page,
      @RequestParam("reveal") int line,
      RedirectAttributes next) {
    seen.require(who, code);
    PersonRecord person = people.line(code, line).orElseThrow(EmployerController::notThere);
    recorder.done(who, EventKind.NUMBER_REVEALED, EventSubject.person(person.idNumber()));
    next.addFlashAttribute(REVEALED, line);
    next.addAttribute("all", all);
    next.addAttribute("page", page);
    return "redirect:/audit/{code}/people";
  }

  @GetMapping("/audit/{code}/notice")
  void notice(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("code") String code,
      HttpServletResponse response)
      throws IOException {
    seen.require(who, code);
    Path letter = notices.find(code).orElseThrow(EmployerController::notThere);
    recorder.done(who, EventKind.DOWNLOADED, EventSubject.employer(code));
    response.setContentType(DOCX);
    response.setHeader("Content-Disposition", "attachment; filename=\"notice.docx\"");
    Files.copy(letter, response.getOutputStream());
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
