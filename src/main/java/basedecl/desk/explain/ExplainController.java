package basedecl.desk.explain;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.explain.Explanations.Asked;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.ledger.year.PersonRecord;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * How figures came about. A person is named by the version and the line of the declaration, so that
 * no number stands in an address.
 */
@Controller
final class ExplainController {

  private final EmployersSeen seen;
  private final Explanations explanations;
  private final Recorder recorder;

  ExplainController(EmployersSeen seen, Explanations explanations, Recorder recorder) {
    this.seen = seen;
    this.explanations = explanations;
    this.recorder = recorder;
  }

  @GetMapping("/explain/employer/{code}")
  String employer(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("code") String code,
      @RequestParam(name = "month", defaultValue = "") String month,
      Locale locale,
      Model model) {
    seen.require(who, code);
    ExplanationPage page =
        explanations
            .employer(asked(who, code, month, locale))
            .orElseThrow(ExplainController::notThere);
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.employer(code));
    model.addAttribute("it", page);
    return "explain/explanation";
  }

  @GetMapping("/explain/employer/{code}/people")
  String people(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("code") String code,
      @RequestParam(name = "month", defaultValue = "") String month,
      @RequestParam(name = "page", defaultValue = "1") int page,
      Locale locale,
      Model model) {
    seen.require(who, code);
    PeoplePage people =
        explanations
            .people(asked(who, code, month, locale), page)
            .orElseThrow(ExplainController::notThere);
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.employer(code));
    model.addAttribute("it", people);
    return "explain/people";
  }

  @GetMapping("/explain/employer/{code}/versions/{version:\\d{1,6}}/lines/{line:\\d{1,7}}")
  String person(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("code") String code,
      @PathVariable("version") int version,
      @PathVariable("line") int line,
      @RequestParam(name = "month", defaultValue = "") String month,
      Locale locale,
      Model model) {
    seen.require(who, code);
    PersonRecord person =
        explanations.line(code, version, line).orElseThrow(ExplainController::notThere);
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.person(person.idNumber()));
    model.addAttribute(
        "it", explanations.person(asked(who, code, month, locale), person.idNumber()));
    return "explain/explanation";
  }

  private static Asked asked(SignedIn who, String code, String month, Locale locale) {
    return new Asked(
        code, month, who.account().role().isOfTheCentre(), ProgramMessages.language(locale));
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
