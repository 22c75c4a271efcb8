package basedecl.desk.open;

import basedecl.account.Role;
import basedecl.answer.template.TemplateInstructions;
import basedecl.answer.template.TemplateWorkbook;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.page.WorkbookAnswer;
import basedecl.desk.security.SignedIn;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Population;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The blank declaration to download, with how it is filled in. */
@Controller
final class TemplateController {

  private final DeskSettings desk;

  TemplateController(DeskSettings desk) {
    this.desk = desk;
  }

  /** What the page says of one population. */
  record Section(String word, String title, TemplateInstructions instructions) {}

  @GetMapping("/template")
  String page(@AuthenticationPrincipal @Nullable SignedIn who, Locale locale, Model model) {
    Language language = ProgramMessages.language(locale);
    model.addAttribute(
        "sections",
        Arrays.stream(Population.values()).map(each -> section(each, language)).toList());
    model.addAttribute("clerk", who != null && who.account().role() == Role.CLERK);
    return "open/template";
  }

  private static Section section(Population population, Language language) {
    return new Section(
        population.word(),
        Message.of("template.title." + population.name()).in(language),
        TemplateInstructions.of(population, language));
  }

  @GetMapping("/template/{kind}")
  ResponseEntity<byte[]> blank(@PathVariable String kind, Locale locale) throws IOException {
    Population population =
        Population.of(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Language language = ProgramMessages.language(locale);
    ByteArrayOutputStream workbook = new ByteArrayOutputStream();
    new TemplateWorkbook(population, language, desk.businessDate()).write(workbook);
    String name = Message.of("template.title." + population.name()).in(language) + ".xlsx";
    return WorkbookAnswer.of(name, workbook.toByteArray());
  }
}
