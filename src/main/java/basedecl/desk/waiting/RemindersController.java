package basedecl.desk.waiting;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.Pager;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.page.WorkbookAnswer;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.DeskFolders;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.RulesShelf;
import basedecl.desk.waiting.Reminders.Filter;
import basedecl.desk.waiting.Reminders.Found;
import basedecl.desk.waiting.Reminders.Line;
import basedecl.ledger.submission.UploadId;
import basedecl.message.Language;
import basedecl.policy.Population;
import basedecl.report.PaperHeading;
import basedecl.report.review.RemindersWorkbook;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of whom to remind: on pages, whole for printing, and as a workbook. */
@Controller
final class RemindersController {

  private static final int SIZE = 50;

  /** On one page to be printed; of more, the workbook is the way. */
  private static final int MOST_PRINTED = 3_000;

  private final Reminders reminders;
  private final RulesShelf shelf;
  private final DeskFolders folders;
  private final Recorder recorder;
  private final SecureRandom random = new SecureRandom();

  RemindersController(
      Reminders reminders, RulesShelf shelf, DeskFolders folders, Recorder recorder) {
    this.reminders = reminders;
    this.shelf = shelf;
    this.folders = folders;
    this.recorder = recorder;
  }

  @GetMapping("/runs/reminders")
  String list(
      @RequestParam(defaultValue = "employees") String population,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String agency,
      @RequestParam(defaultValue = "false") boolean late,
      @RequestParam(defaultValue = "false") boolean print,
      @RequestParam(defaultValue = "1") int page,
      Locale locale,
      Model model) {
    Language language = ProgramMessages.language(locale);
    Filter filter = filter(population, state, agency, late);
    Found found = reminders.found(shelf.current(), filter, language);
    int size = print ? MOST_PRINTED : SIZE;
    Pager pager = Pager.of(page, found.size(), size);
    model.addAttribute("filter", filter);
    model.addAttribute("population", filter.population().word());
    model.addAttribute("turns", Reminders.TURNS);
    model.addAttribute("agencies", found.agencies());
    model.addAttribute("print", print);
    model.addAttribute("pager", pager);
    model.addAttribute("lines", found.lines(pager.skipped(size), size));
    return "waiting/reminders";
  }

  /** The same list as a workbook: to be printed, or to be read by what sends messages. */
  @GetMapping("/runs/reminders/workbook")
  void workbook(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam(defaultValue = "employees") String population,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String agency,
      @RequestParam(defaultValue = "false") boolean late,
      HttpServletResponse response)
      throws IOException {
    Rules rules = shelf.current();
    Filter filter = filter(population, state, agency, late);
    List<Line> lines = reminders.found(rules, filter, Language.ZH).lines();
    recorder.done(who, EventKind.DOWNLOADED, EventSubject.object("reminders"));
    Path file = folders.answers().resolve(UploadId.draw(random) + ".xlsx");
    WorkbookAnswer.send(
        response,
        "reminders-" + rules.year() + ".xlsx",
        file,
        target ->
            RemindersWorkbook.write(
                target,
                new PaperHeading(rules.policy(), rules.year(), rules.businessDate()),
                lines.stream().map(Line::reminder).toList()));
  }

  private static Filter filter(String population, String state, String agency, boolean late) {
    return new Filter(
        Population.of(population).orElse(Population.EMPLOYEES), state, agency.strip(), late);
  }
}
