package basedecl.desk.audit;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.Faults;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.page.WorkbookAnswer;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.message.Message;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom to look at first, filtered as the address says, on a page and as a workbook. */
@Controller
final class AuditController {

  private static final EventSubject LIST = EventSubject.object("audit-list");

  private final ListPages pages;
  private final ListWorkbooks workbooks;
  private final Recorder recorder;

  AuditController(ListPages pages, ListWorkbooks workbooks, Recorder recorder) {
    this.pages = pages;
    this.workbooks = workbooks;
    this.recorder = recorder;
  }

  @GetMapping("/audit")
  String list(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam(name = "agency", defaultValue = "") String agency,
      @RequestParam(name = "signal", defaultValue = "") String signal,
      @RequestParam(name = "share", defaultValue = "") String share,
      @RequestParam(name = "follow", defaultValue = "") String follow,
      @RequestParam(name = "outcome", defaultValue = "") String outcome,
      @RequestParam(name = "page", defaultValue = "1") int page,
      Faults faults,
      Locale locale,
      Model model) {
    FilterForm form = new FilterForm(agency, signal, share, follow, outcome);
    if (!form.isShareUnderstood()) {
      faults.at("share", Message.of("desk.audit.share-wrong"));
    }
    recorder.done(who, EventKind.LOOKED_AT, LIST);
    model.addAttribute(
        "it", pages.page(form, page, who.account(), ProgramMessages.language(locale)));
    return "audit/list";
  }

  @GetMapping("/audit/workbook")
  void workbook(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam(name = "agency", defaultValue = "") String agency,
      @RequestParam(name = "signal", defaultValue = "") String signal,
      @RequestParam(name = "share", defaultValue = "") String share,
      @RequestParam(name = "follow", defaultValue = "") String follow,
      @RequestParam(name = "outcome", defaultValue = "") String outcome,
      HttpServletResponse response)
      throws IOException {
    FilterForm form = new FilterForm(agency, signal, share, follow, outcome);
    recorder.done(who, EventKind.DOWNLOADED, LIST);
    WorkbookAnswer.begin(response, "audit-list.xlsx");
    workbooks.write(form.filter(who.account()), response.getOutputStream());
  }
}
