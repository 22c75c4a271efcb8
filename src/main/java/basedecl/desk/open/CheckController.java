package basedecl.desk.open;

import basedecl.answer.MarkedWorkbook;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.page.WorkbookAnswer;
import basedecl.desk.submission.CheckPlaces;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.RulesShelf;
import basedecl.desk.upload.UploadedFile;
import basedecl.job.check.CheckedFile;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Population;
import basedecl.settings.CommonKeys;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A file checked as the night would check it, for whoever has no account. The file is deleted at
 * the end of the request and nothing of it is kept; the marked workbook is therefore the answer to
 * a request of its own, that sends the file once more.
 */
@Controller
final class CheckController {

  private static final int MEBIBYTE = 1 << 20;

  /** Few at a time, so that visitors leave the processor to those who submit. */
  private static final int PLACES = Math.max(2, Runtime.getRuntime().availableProcessors());

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String RETRY_SECONDS = "10";

  private final RulesShelf shelf;
  private final CheckPlaces places = new CheckPlaces(PLACES, PATIENCE);
  private final DeskSettings desk;

  CheckController(RulesShelf shelf, DeskSettings desk) {
    this.shelf = shelf;
    this.desk = desk;
  }

  @GetMapping("/check")
  String form(Model model) {
    return page(Population.EMPLOYEES, "", null, model);
  }

  /**
   * @param answer {@code workbook} for the marked workbook in the place of the page
   * @return a page's name or a workbook
   */
  @PostMapping("/check")
  Object check(
      UploadedFile file,
      @RequestParam(defaultValue = "employees") String kind,
      @RequestParam(defaultValue = "page") String answer,
      Locale locale,
      HttpServletResponse response,
      Model model)
      throws IOException {
    Optional<Population> population = Population.of(kind);
    if (population.isEmpty() || !file.isThere()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return page(population.orElse(Population.EMPLOYEES), "desk.check-file.none", null, model);
    }
    Rules rules = shelf.current();
    Language language = ProgramMessages.language(locale);
    CheckedFile checked =
        places.in(
            () ->
                CheckedFile.check(
                    file.file(), List.of(), rules.files(), rules.of(population.get()), line -> {}));
    if (answer.equals("workbook") && !checked.findings().isEmpty()) {
      return WorkbookAnswer.of(
          Message.of("desk.check-file.workbook").in(language) + ".xlsx",
          places.in(() -> marked(file.file(), checked, rules, language)));
    }
    return page(
        population.get(),
        "",
        CheckedPage.of(file.name(), checked, population.get(), rules, language),
        model);
  }

  private static byte[] marked(Path file, CheckedFile checked, Rules rules, Language language)
      throws IOException {
    Path answer = file.resolveSibling(file.getFileName() + ".xlsx");
    try {
      new MarkedWorkbook(
              rules.files(), MarkedWorkbook.Bounds.DEFAULT, language, rules.businessDate())
          .write(file, checked.findings(), answer);
      return Files.readAllBytes(answer);
    } finally {
      Files.deleteIfExists(answer);
    }
  }

  @ExceptionHandler(CheckPlaces.NoPlaceException.class)
  static void busy(HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
  }

  private String page(
      Population population, String error, @Nullable CheckedPage checked, Model model) {
    model.addAttribute("kind", population.word());
    model.addAttribute("error", error);
    model.addAttribute("it", checked);
    model.addAttribute("megabytes", desk.keys().count(CommonKeys.MAX_FILE_BYTES) / MEBIBYTE);
    return "open/check";
  }
}
