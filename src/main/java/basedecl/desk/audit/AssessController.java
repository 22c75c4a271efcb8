package basedecl.desk.audit;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.declare.Figures;
import basedecl.desk.explain.EmployersSeen;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.Faults;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Assesses wages of the people chosen: a form, then a table that the job takes. */
@Controller
final class AssessController {

  /** People of one form; more come as a table to the job. */
  private static final int MOST = 100;

  private final EmployersSeen seen;
  private final AuditPeople people;
  private final Assessments assessments;
  private final Recorder recorder;
  private final DeskSettings desk;

  AssessController(
      EmployersSeen seen,
      AuditPeople people,
      Assessments assessments,
      Recorder recorder,
      DeskSettings desk) {
    this.seen = seen;
    this.people = people;
    this.assessments = assessments;
    this.recorder = recorder;
    this.desk = desk;
  }

  /** The form for the people chosen on their page. */
  @PostMapping("/audit/{code}/assess")
  String form(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("code") String code,
      @RequestParam MultiValueMap<String, String> typed,
      Model model) {
    Chosen chosen = chosen(who, code, typed);
    if (chosen.people().isEmpty()) {
      return "redirect:/audit/{code}/people";
    }
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.employer(code));
    model.addAttribute("it", form(chosen, typed));
    return "audit/assess";
  }

  /** Hands the assessment in, or shows the form again with what is wrong. */
  @PostMapping("/audit/{code}/assessed")
  String assessed(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("code") String code,
      @RequestParam MultiValueMap<String, String> typed,
      Faults faults,
      HttpServletResponse response,
      Model model)
      throws IOException {
    Chosen chosen = chosen(who, code, typed);
    AssessForm form = form(chosen, typed);
    form.faults().forEach(faults::at);
    if (faults.isEmpty()) {
      assessments
          .handIn(code, form.table(line -> Objects.requireNonNull(chosen.people().get(line))))
          .ifPresent(refused -> faults.at("lines", refused));
    }
    if (faults.isEmpty()) {
      recorder.done(who, EventKind.OUTCOME_RECORDED, EventSubject.employer(code));
      return "redirect:/audit/{code}";
    }
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    model.addAttribute("it", form);
    return "audit/assess";
  }

  private record Chosen(DeclarationRecord declaration, Map<Integer, PersonRecord> people) {}

  private Chosen chosen(SignedIn who, String code, MultiValueMap<String, String> typed) {
    seen.require(who, code);
    DeclarationRecord declaration =
        people.declaration(code).orElseThrow(AssessController::notThere);
    Map<Integer, PersonRecord> chosen = new LinkedHashMap<>();
    List<String> lines = Objects.requireNonNullElse(typed.get("line"), List.of());
    lines.stream()
        .filter(line -> line.matches("\\d{1,7}"))
        .map(Integer::valueOf)
        .sorted()
        .distinct()
        .limit(MOST)
        .forEach(line -> people.line(code, line).ifPresent(person -> chosen.put(line, person)));
    return new Chosen(declaration, chosen);
  }

  private AssessForm form(Chosen chosen, MultiValueMap<String, String> typed) {
    List<String> months =
        IntStream.rangeClosed(1, 12)
            .mapToObj(month -> YearMonth.of(desk.year(), month).toString())
            .toList();
    return new AssessForm(
        chosen.declaration().employerCode(),
        chosen.declaration().employerName(),
        months,
        chosen.people().values().stream().map(person -> line(person, typed, months)).toList());
  }

  private static AssessForm.Line line(
      PersonRecord person, MultiValueMap<String, String> typed, List<String> months) {
    int line = person.line();
    return new AssessForm.Line(
        line,
        person.name(),
        person.idNumber().toString(),
        Figures.of(person.declaredWage()).text(),
        field(typed, "wage-" + line, ""),
        field(typed, "from-" + line, months.get(0)),
        field(typed, "to-" + line, months.get(months.size() - 1)),
        field(typed, "basis-" + line, ""));
  }

  private static String field(MultiValueMap<String, String> typed, String name, String otherwise) {
    return Optional.ofNullable(typed.getFirst(name)).map(String::strip).orElse(otherwise);
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
