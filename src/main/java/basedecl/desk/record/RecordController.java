package basedecl.desk.record;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.Faults;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.page.WorkbookAnswer;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.DeskFolders;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.EventLedger;
import basedecl.report.account.EventSheet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The record of events. Whoever looks at it stands in it. */
@Controller
final class RecordController {

  private final EventLedger events;
  private final AccountLedger accounts;
  private final DeskFolders folders;
  private final Recorder recorder;
  private final DeskSettings desk;

  RecordController(
      JdbcTemplate template,
      AccountLedger accounts,
      DeskFolders folders,
      Recorder recorder,
      DeskSettings desk) {
    this.events = new EventLedger(template);
    this.accounts = accounts;
    this.folders = folders;
    this.recorder = recorder;
    this.desk = desk;
  }

  /** What the address asks for. */
  @ModelAttribute("asked")
  RecordSearch asked(
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String result,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "0") long before) {
    return new RecordSearch(who, kind, on, address, result, from, to, before);
  }

  @GetMapping("/record")
  String record(
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("asked") RecordSearch asked,
      @RequestParam(required = false) boolean document,
      Faults faults,
      Locale locale,
      Model model) {
    if (asked.namesDocument()) {
      return "redirect:/record?document=true";
    }
    model.addAttribute("document", document);
    EventLedger.Search search = asked.read(accounts, faults, desk.zone());
    List<EventLedger.Recorded> found = List.of();
    if (faults.isEmpty()) {
      found = events.newest(search, RecordPage.ROWS + 1);
      recorder.done(who, EventKind.RECORD_LOOKED_AT, subject(asked));
    }
    model.addAttribute(
        "it", RecordPage.of(asked, found, desk.zone(), ProgramMessages.language(locale)));
    return "record/record";
  }

  private static EventSubject subject(RecordSearch asked) {
    return asked.on().isEmpty() ? EventSubject.NONE : EventSubject.object(asked.on());
  }

  @GetMapping("/record/workbook")
  void workbook(
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("asked") RecordSearch asked,
      Faults faults,
      HttpServletResponse response)
      throws IOException {
    EventLedger.Search search = asked.read(accounts, faults, desk.zone());
    if (!faults.isEmpty() || asked.namesDocument()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    recorder.done(who, EventKind.DOWNLOADED, EventSubject.object("record"));
    Path file = folders.answers().resolve(UUID.randomUUID() + ".xlsx");
    WorkbookAnswer.send(
        response,
        "record.xlsx",
        file,
        target ->
            EventSheet.write(target, desk.businessDate(), desk.zone(), line -> each(search, line)));
  }

  private void each(EventLedger.Search search, EventSheet.Line line) throws IOException {
    events.each(
        search,
        EventSheet.MOST,
        rows -> {
          for (EventLedger.Recorded row : rows) {
            line.write(row.event());
          }
        });
  }
}
