package basedecl.desk.signin;

import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.Faults;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.ReturnAddress;
import basedecl.desk.security.SignInSteps;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.person.IdNumber;
import basedecl.person.TypedIdNumber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Somebody who pays alone: name, document and a one-time code of the agency's letter, as at the tax
 * office's window (Qingdao manual: name, kind and number of the document).
 */
@Controller
public final class PersonSignInController {

  private static final String OVERVIEW = "/flexible";

  private final CodeCheck codes;
  private final SignInSteps steps;
  private final DeskSettings desk;

  PersonSignInController(CodeCheck codes, SignInSteps steps, DeskSettings desk) {
    this.codes = codes;
    this.steps = steps;
    this.desk = desk;
  }

  @GetMapping("/sign-in/person")
  String page(
      @RequestParam(defaultValue = OVERVIEW) String to,
      @RequestParam Optional<String> ended,
      Model model) {
    model.addAttribute("notice", ended.isPresent() ? "desk.sign-in.ended" : "");
    return page("", "", to, model);
  }

  private static String page(String name, String document, String to, Model model) {
    model.addAttribute("name", name);
    model.addAttribute("document", document);
    model.addAttribute("to", ReturnAddress.of(to));
    return "signin/person";
  }

  @PostMapping("/sign-in/person")
  String signIn(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String document,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = OVERVIEW) String to,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Faults faults,
      Model model) {
    if (name.isBlank()) {
      faults.at("name", Message.of("desk.person.no-name"));
    }
    Optional<IdNumber> number = number(document, locale, faults);
    if (code.isBlank()) {
      faults.at("code", Message.of("desk.person.no-code"));
    }
    if (!faults.isEmpty() || number.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return page(name, document, to, model);
    }
    CodeCheck.Outcome outcome =
        codes.check(name, number.get(), code.strip(), request.getRemoteAddr());
    if (outcome instanceof CodeCheck.Outcome.Right right) {
      return "redirect:"
          + steps.beginByCode(
              request, response, right.account(), right.countedUnder(), ReturnAddress.of(to));
    }
    if (outcome instanceof CodeCheck.Outcome.Wait wait) {
      faults.waiting("code", wait.seconds(), response);
    } else {
      faults.at("code", Message.of("desk.person.wrong"));
    }
    return page(name, document, to, model);
  }

  private Optional<IdNumber> number(String typed, Locale locale, Faults faults) {
    try {
      return Optional.of(
          TypedIdNumber.read(typed, desk.businessDate(), ProgramMessages.language(locale)));
    } catch (RefusedException e) {
      faults.at("document", e.text());
      return Optional.empty();
    }
  }
}
