package basedecl.desk.counter;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.flexible.Offer;
import basedecl.desk.flexible.Offers;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.Pager;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.page.WorkbookAnswer;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.DeskFolders;
import basedecl.ledger.submission.UploadId;
import basedecl.message.Language;
import basedecl.report.flexible.FlexiblePaymentWorkbook;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Whom to remind before the rhythm's last day and the year's end, on pages and as a workbook. */
@Controller
final class DueSoonController {

  private static final int SIZE = 50;
  private static final int MOST_DAYS = 366;

  private final SecureRandom random = new SecureRandom();
  private final DueSoon.Source source;
  private final Offers offers;
  private final DeskFolders folders;
  private final Recorder recorder;
  private final DeskSettings desk;

  DueSoonController(
      DueSoon.Source source,
      Offers offers,
      DeskFolders folders,
      Recorder recorder,
      DeskSettings desk) {
    this.source = source;
    this.offers = offers;
    this.folders = folders;
    this.recorder = recorder;
    this.desk = desk;
  }

  @GetMapping("/runs/flexible/reminders")
  String list(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam(defaultValue = "") String region,
      @RequestParam(defaultValue = "10") int days,
      @RequestParam(defaultValue = "1") int page,
      Locale locale,
      Model model) {
    List<String> regions = offers.all().stream().map(Offer::region).distinct().toList();
    String asked = regions.contains(region) ? region : regions.stream().findFirst().orElse("");
    DueSoon found = source.of(asked, bounded(days), ProgramMessages.language(locale));
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.object("flexible-reminders"));
    Pager pager = Pager.of(page, found.lines().size(), SIZE);
    model.addAttribute("regions", regions);
    model.addAttribute("region", asked);
    model.addAttribute("days", bounded(days));
    model.addAttribute("pager", pager);
    model.addAttribute(
        "lines", found.lines().stream().skip(pager.skipped(SIZE)).limit(SIZE).toList());
    return "counter/reminders";
  }

  private static int bounded(int days) {
    return Math.max(0, Math.min(MOST_DAYS, days));
  }

  @GetMapping("/runs/flexible/reminders/workbook")
  void workbook(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam String region,
      @RequestParam(defaultValue = "10") int days,
      HttpServletResponse response)
      throws IOException {
    if (offers.policies(region).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    DueSoon found = source.of(region, bounded(days), Language.ZH);
    recorder.done(who, EventKind.DOWNLOADED, EventSubject.object("flexible-reminders"));
    Path file = folders.answers().resolve(UploadId.draw(random) + ".xlsx");
    WorkbookAnswer.send(
        response,
        "flexible-reminders-" + desk.year() + ".xlsx",
        file,
        target -> FlexiblePaymentWorkbook.writeReminders(target, found.year(), found.bills()));
  }
}
