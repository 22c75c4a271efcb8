package basedecl.desk.bill;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.flexible.Payer;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is due, until when and through which channel; and what is topped up, and why or why not. */
@Controller
final class BillsController {

  private final Payer.Source payers;
  private final BillsPage.Source pages;
  private final Recorder recorder;

  BillsController(Payer.Source payers, BillsPage.Source pages, Recorder recorder) {
    this.payers = payers;
    this.pages = pages;
    this.recorder = recorder;
  }

  @GetMapping("/flexible/bills")
  String bills(@AuthenticationPrincipal SignedIn who, Locale locale, Model model) {
    Payer payer = payers.of(who);
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.person(payer.number()));
    model.addAttribute(
        "it", pages.of(payer, payers.known(payer.number()), ProgramMessages.language(locale)));
    return "bill/bills";
  }
}
