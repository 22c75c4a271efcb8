package basedecl.desk.policy;

import basedecl.desk.page.Faults;
import basedecl.desk.page.ProgramMessages;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Policy;
import basedecl.policyfile.text.PolicyTables;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The policies: a list, and each with its figures and what they rest on. */
@Controller
final class PolicyController {

  private final Policies policies;

  PolicyController(Policies policies) {
    this.policies = policies;
  }

  /** A policy in the list. */
  record Listed(
      String name, String title, String years, String version, String source, boolean marked) {

    static Listed of(Policy policy) {
      PolicyTables tables =
          PolicyTables.of(policy, Optional.empty(), Optional.empty(), Language.ZH);
      return new Listed(
          policy.name(),
          policy.title(),
          PolicyTables.years(policy),
          policy.version(),
          policy.source(),
          !tables.placeholderNote().isEmpty());
    }
  }

  @GetMapping("/policies")
  String list(Locale locale, Model model) {
    Language language = ProgramMessages.language(locale);
    List<Listed> listed = policies.current().policies().stream().map(Listed::of).toList();
    model.addAttribute("policies", listed);
    model.addAttribute(
        "warnings",
        policies.current().warnings().stream().map(warning -> warning.in(language)).toList());
    return "policy/policies";
  }

  /** A date or year that is none is a fault at its field, and everything is shown. */
  @GetMapping("/policies/{name}")
  String policy(
      @PathVariable("name") String name,
      @RequestParam(name = "known-on", defaultValue = "") String knownOn,
      @RequestParam(defaultValue = "") String year,
      Faults faults,
      Locale locale,
      Model model) {
    Policy policy =
        policies.current().policies().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute(
        "it",
        PolicyTables.of(
            policy, year(year, faults), date(knownOn, faults), ProgramMessages.language(locale)));
    model.addAttribute("name", name);
    model.addAttribute("title", policy.title());
    model.addAttribute("knownOn", knownOn);
    model.addAttribute("year", year);
    return "policy/policy";
  }

  private static Optional<Integer> year(String text, Faults faults) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    if (!text.strip().matches("[12]\\d{3}")) {
      faults.at("year", Message.of("cli.no-year", text.strip()));
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(text.strip()));
  }

  private static Optional<LocalDate> date(String text, Faults faults) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException e) {
      faults.at("known-on", Message.of("cli.no-date", text.strip()));
      return Optional.empty();
    }
  }
}
